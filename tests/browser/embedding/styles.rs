//! Styles of the element: those of the first view come with its script and its fragment, the others after it.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::LISTEN;
use harness::server::Plan;
use harness::{Page, embedded, host_page};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

fn is_deferred(path: &str) -> bool {
    path.starts_with("/files/deferred-")
}

/// The values that the stylesheets set: the background of the widget, the `border-collapse` of a table, and the
/// `display` of the texts of the overview.
const STYLES: &str = "[getComputedStyle(kl()).backgroundColor,
  $('.kl-table') && getComputedStyle($('.kl-table')).borderCollapse,
  $('.kl-columns') && getComputedStyle($('.kl-columns')).display]";

const OVERVIEW: &str = "heading() === 'De kennislemniscaat'";
const BACKGROUND: &str = "heading()?.startsWith('Hoe delen gemeenten')";

/// Opens a host page with a widget below the first window.
async fn below_the_fold(engine: Engine, view: &str, site: Plan) -> Result<Page> {
    let html = format!(
        "<!doctype html><title>Host</title><div style=\"height: 4000px\"></div>
        <kennis-lemniscaat view=\"{view}\"></kennis-lemniscaat>"
    );
    let visit = host_page(&html)
        .engine(engine)
        .site(site)
        .before_load(LISTEN);
    let page = visit.prerendered().await?;
    let add = "const script = document.createElement('script');
        script.src = arguments[0];
        document.head.append(script);";
    let script = page.site().url("/embed.js");
    page.js_with::<()>(add, json!([script])).await?;
    Ok(page)
}

/// Checks the styles of the view that is shown.
async fn is_styled(page: &Page, view: &str) -> Result<()> {
    let styles: Value = page.js(&format!("return {STYLES};")).await?;
    let table = (view == "achtergrond").then_some("collapse");
    let columns = view.is_empty().then_some("grid");
    ensure!(
        styles == json!(["rgb(251, 250, 247)", table, columns]),
        "the styles of {view:?} are {styles}"
    );
    Ok(())
}

async fn scroll_to_the_widget(page: &Page) -> Result<()> {
    page.js("place().scrollIntoView({behavior: 'instant'});")
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_first_view_is_styled_after_two_requests(#[case] engine: Engine) -> Result<()> {
    for (view, shown) in [("", OVERVIEW), ("achtergrond", BACKGROUND)] {
        let site = Plan::default().holding(is_deferred);
        let page = below_the_fold(engine, view, site).await?;
        page.wait("the view", shown).await?;
        is_styled(&page, view).await?;
        let requests = page.site().requests().into_iter();
        let first: Vec<_> = requests
            .map(|(path, _)| path)
            .filter(|path| !is_deferred(path))
            .collect();
        ensure!(
            first.len() == 2,
            "expected the script and the fragment, got {first:?}"
        );
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn the_interactive_widget_waits_for_all_styles(#[case] engine: Engine) -> Result<()> {
    let site = Plan::default().holding(is_deferred);
    let page = below_the_fold(engine, "", site).await?;
    page.wait("the overview", OVERVIEW).await?;
    scroll_to_the_widget(&page).await?;
    page.click("$('[data-view=achtergrond]')").await?;
    page.wait("the background", BACKGROUND).await?;
    is_styled(&page, "achtergrond").await?;
    let interactive: bool = page.js("return isInteractive();").await?;
    ensure!(!interactive, "interactive before the styles have loaded");
    page.release();
    page.wait("the interactive view", "isInteractive()").await?;
    is_styled(&page, "achtergrond").await
}

#[apply(every_engine)]
#[tokio::test]
async fn views_stay_when_the_later_styles_fail(#[case] engine: Engine) -> Result<()> {
    let broken = Plan::default().breaking(is_deferred, 404);
    let page = below_the_fold(engine, "", broken).await?;
    page.wait("the overview", OVERVIEW).await?;
    scroll_to_the_widget(&page).await?;
    page.wait("an error event", "widgetEvents.length").await?;
    for (view, shown) in [
        ("achtergrond", BACKGROUND),
        ("", OVERVIEW),
        ("analyseren", "heading().startsWith('Fase 2 van 4: ')"),
    ] {
        page.click(&format!("$('[data-view=\"{view}\"]')")).await?;
        page.wait("the view", shown).await?;
        is_styled(&page, view).await?;
    }
    let reasons: Value = page
        .js("return widgetEvents.filter(({what}) => what === 'error').map(({reason}) => reason);")
        .await?;
    ensure!(
        reasons == json!(["style"]),
        "the host page receives {reasons}; expected one error"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn an_element_keeps_its_styles_in_another_document(#[case] engine: Engine) -> Result<()> {
    let page = embedded("<iframe title=\"Other\"></iframe><kennis-lemniscaat></kennis-lemniscaat>")
        .engine(engine)
        .await?;
    page.wait("the widget", "isInteractive()").await?;
    page.js::<()>(
        "window.moved = place();
        document.querySelector('iframe').contentDocument.body.append(moved);",
    )
    .await?;
    let styled = "(() => {
          const kl = moved.shadowRoot.querySelector('.kl');
          const { defaultView } = moved.ownerDocument;
          return kl && defaultView.getComputedStyle(kl).backgroundColor === 'rgb(251, 250, 247)';
        })()";
    page.wait("the styles in the other document", styled).await
}
