//! The element on a host page: its attributes, its events, its position in the document.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::LISTEN;
use harness::server::fragment;
use harness::{Page, embedded, standalone};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// Waits until a widget shows the view that its attribute names.
async fn shows(page: &Page, index: u32, view: &str, heading: &str) -> Result<()> {
    let condition = "heading(arguments[0])?.startsWith(arguments[2])
        && (place(arguments[0]).getAttribute('view') ?? '') === arguments[1]";
    let description = format!("widget {index} to show {view:?}, also in its attribute");
    page.wait_with(&description, condition, json!([index, view, heading]))
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn attributes_set_before_the_first_view_are_part_of_it(#[case] engine: Engine) -> Result<()> {
    let visit = embedded("<p>Tekst</p>").holding(fragment);
    let page = visit.before_load(LISTEN).engine(engine).await?;
    let defined = "customElements.get('kennis-lemniscaat')";
    page.wait("the loader", defined).await?;
    let add = "const element = document.createElement('kennis-lemniscaat');
        element.append('Tot er iets is');
        document.body.append(element);
        element.setAttribute('view', 'analyseren');
        element.setAttribute('heading-level', '3');";
    content_is_visible(&page, add).await?;
    let styled = "place().shadowRoot.adoptedStyleSheets.length > 0";
    page.wait("the stylesheet", styled).await?;
    content_is_visible(&page, "").await?;
    page.release();
    let shown = "isInteractive() && heading()?.startsWith('Fase 2')
        && $('[data-title]').localName === 'h3'";
    page.wait("the requested view with its heading level", shown)
        .await?;
    let events: Value = page
        .js("return widgetEvents.map(({what}) => what);")
        .await?;
    ensure!(
        events == json!(["ready"]),
        "the host page receives {events}"
    );
    Ok(())
}

/// Checks that the element's own content is visible right after a script.
async fn content_is_visible(page: &Page, script: &str) -> Result<()> {
    let hidden = format!("{script} return place().shadowRoot.querySelector('slot').hidden;");
    let hidden: bool = page.js(&hidden).await?;
    ensure!(
        !hidden,
        "the element's content is hidden before a view is shown"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn two_widgets_on_the_sample_page_are_independent(#[case] engine: Engine) -> Result<()> {
    let page = standalone("/voorbeeld/").engine(engine).await?;
    shows(&page, 0, "", "De kennislemniscaat").await?;
    shows(&page, 1, "vertaling", "Fase 3 van 4: ").await?;
    let surroundings = "return JSON.stringify([
        kl(1).textContent, location.href, history.length, document.title])";
    let before: String = page.js(surroundings).await?;
    page.click("$('.kl-phase-2 .kl-label')").await?;
    shows(&page, 0, "analyseren", "Fase 2 van 4: ").await?;
    page.click("$('.kl-tip')").await?;
    shows(&page, 0, "analyseren/tip-1", "Tip 1: ").await?;
    let focus = "document.activeElement === place(0) && focused(0) === $('[data-title]', 0)";
    page.wait("the focus on the new heading", focus).await?;
    let after: String = page.js(surroundings).await?;
    ensure!(
        before == after,
        "a click in one widget changed {before} to {after}"
    );
    page.click("$('.kl-next', 1)").await?;
    shows(&page, 1, "implementeren", "Fase 4 van 4: ").await?;
    shows(&page, 0, "analyseren/tip-1", "Tip 1: ").await
}

#[apply(every_engine)]
#[tokio::test]
async fn host_page_receives_ready_and_navigate_events(#[case] engine: Engine) -> Result<()> {
    let markup = "<kennis-lemniscaat id=\"een\" view=\"vertaling\"></kennis-lemniscaat>";
    let page = embedded(markup).before_load(LISTEN).engine(engine).await?;
    page.click("$('.kl-tip')").await?;
    shows(&page, 0, "vertaling/tip-1", "Tip 1: ").await?;
    let events: Value = page.js("return widgetEvents;").await?;
    let phase = "Vertaling van werkzame principes naar training of werkwijze voor de praktijk";
    let expected = json!([
        {"what": "ready", "place": "een", "view": "vertaling",
         "title": format!("{phase} – De kennislemniscaat")},
        {"what": "navigate", "place": "een", "view": "vertaling/tip-1",
         "title": "Tip 1 – Vertaling – De kennislemniscaat"},
    ]);
    ensure!(events == expected, "the host page received {events:#}");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn attributes_determine_view_language_and_heading_level(
    #[case] engine: Engine,
) -> Result<()> {
    let markup = "<kennis-lemniscaat lang=\"fy\" heading-level=\"3\"></kennis-lemniscaat>";
    let page = embedded(markup).before_load(LISTEN).engine(engine).await?;
    shows(&page, 0, "", "De kennislemniscaat").await?;
    let [lang, tag]: [String; 2] = page
        .js("return [kl().lang, $('[data-title]').localName];")
        .await?;
    ensure!(
        lang == "nl",
        "lang=fy, which has no content, gives {lang:?}; expected nl"
    );
    ensure!(tag == "h3", "heading-level=3 gives {tag}; expected h3");
    let set = "document.querySelector('h1').tabIndex = 0;
        document.querySelector('h1').focus();
        place().setAttribute(arguments[0], arguments[1]);";
    page.js_with::<()>(set, json!(["view", "vertaling/tip-5"]))
        .await?;
    shows(&page, 0, "vertaling/tip-5", "Tip 5: ").await?;
    let focus = "document.activeElement.localName === 'h1'";
    page.wait("the focus to stay on the host page's heading", focus)
        .await?;
    page.js_with::<()>(set, json!(["heading-level", "4"]))
        .await?;
    let level = "$('[data-title]').localName === 'h4'";
    page.wait("headings to follow heading-level", level).await?;
    page.js::<()>("place().removeAttribute('view');").await?;
    shows(&page, 0, "", "De kennislemniscaat").await?;
    page.js_with::<()>(set, json!(["view", "vertaling/tip-99"]))
        .await?;
    let resolved =
        "heading().startsWith('Fase 3') && $('.kl-notice')?.textContent.includes('tip-99')";
    page.wait("the resolved view with a notice", resolved).await
}

#[apply(every_engine)]
#[tokio::test]
async fn element_can_be_removed_and_reinserted_repeatedly(#[case] engine: Engine) -> Result<()> {
    let markup = "<p id=\"thuis\"><kennis-lemniscaat></kennis-lemniscaat></p>";
    let page = embedded(markup).before_load(LISTEN).engine(engine).await?;
    let reinsert = include_str!("scripts/element_reinsertion.js");
    let outcome: String = page.js(reinsert).await?;
    ensure!(outcome.starts_with("Tip 2: "), "{outcome}");
    page.click("$('.kl-next')").await?;
    shows(&page, 0, "analyseren/tip-3", "Tip 3: ").await
}
