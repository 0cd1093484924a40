//! Applications that render their page from their state, with the widget as a part of it.
//!
//! The widget stays while the application renders, reports the navigation of the user to the
//! application, and doesn't change the application's own nodes. The sources of the applications,
//! in React, Vue, Angular, Svelte, Lit and Yew, are in `tests/hosts/spa/`.

use anyhow::{Context, Result, ensure};
use harness::engine::Engine;
use harness::isolation::{WATCH, check_no_errors};
use harness::server::{Plan, wasm};
use harness::views::PHASES;
use harness::{Page, blank};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

mod application;
mod hydration;

use application::{
    ANGULAR, Application, LIT, REACT, REACT_18, REACT_STRICT, SVELTE, VUE_FUNCTIONS, VUE_TEMPLATE,
    YEW,
};

const OTHER_WIDGET_ALONE: &str = "place(0).id === 'twee' && !document.querySelector('#een')";

const BOTH_INTERACTIVE: &str = "isInteractive() && isInteractive(1)";

/// Removes each widget that leaves the document from the interactive ones, even if the widget is
/// back at once. Some frameworks move the widget where others move the elements around it.
const FORGET_REMOVED: &str = "const forget = (node) => {
        activated.delete(node);
        node.childNodes.forEach(forget);
    };
    const observer = new MutationObserver((records) => {
        for (const { removedNodes } of records) removedNodes.forEach(forget);
    });
    observer.observe(document, { childList: true, subtree: true });";

/// Everything that an application does with the widget: the buttons, each with a condition that the
/// widget must meet after it.
const STEPS: &[(&str, &str)] = &[
    ("tip", "same() && heading().startsWith('Tip 5: ')"),
    (
        "theme",
        "same() && getComputedStyle(kl()).colorScheme === 'dark'",
    ),
    ("level", "same() && $('[data-title]').localName === 'h3'"),
    (
        "lang",
        "same() && place().lang === 'fy' && kl().lang === 'nl'",
    ),
    ("again", "same() && heading().startsWith('Tip 5: ')"),
    ("turn", "same() && heading().startsWith('Tip 5: ')"),
    (
        "turn",
        "same() && document.querySelector('main').firstElementChild.textContent === 'voor'",
    ),
    ("mount", OTHER_WIDGET_ALONE),
    (
        "mount",
        "heading().startsWith('Tip 5: ') && getComputedStyle(kl()).colorScheme === 'dark'
            && $('[data-title]').localName === 'h3'",
    ),
    ("leave", "!place() && !!document.querySelector('#elders')"),
    (
        "back",
        "heading().startsWith('Tip 5: ') && getComputedStyle(kl()).colorScheme === 'dark'",
    ),
    ("home", "heading() === 'De kennislemniscaat'"),
];

/// Returns the page as the application rendered it, without its count of clicks, and without the
/// view of the second element, which the application doesn't control.
const RENDERED: &str = include_str!("scripts/spa_rendered.js");

/// The page as the application rendered it. The comments of Lit lose their random numbers.
async fn rendered_page(page: &Page) -> Result<String> {
    let html: String = page.js(RENDERED).await?;
    let parts = html.split("?lit$");
    let parts = parts.map(|part| part.trim_start_matches(char::is_numeric));
    Ok(parts.collect::<Vec<_>>().join("?lit$"))
}

/// Presses a button of the application, or goes back, and waits until the application has rendered
/// the change.
async fn press(page: &Page, button: &str) -> Result<()> {
    let steps = "return Number(document.querySelector('#steps').textContent);";
    let before: u32 = page.js(steps).await?;
    if button == "back" {
        page.js::<()>("history.back();").await?;
    } else {
        let button = format!("document.querySelector('[data-do={button}]')");
        page.click(&button).await?;
    }
    let rendered = "Number(document.querySelector('#steps').textContent) === arguments[0]";
    let description = format!("the page of the application after {button}");
    page.wait_with(&description, rendered, json!([before + 1]))
        .await
}

/// The pages that the application renders without a widget: the first, and one after each step.
async fn rendered_without_widget(page: &Page, application: &Application) -> Result<Vec<String>> {
    let no_files = Plan::default().breaking(|_| true, 404).serve().await?;
    let _host = application.open(page, &no_files).await?;
    let mut rendered = vec![rendered_page(page).await?];
    for (button, _) in STEPS {
        press(page, button).await?;
        rendered.push(rendered_page(page).await?);
    }
    Ok(rendered)
}

/// Takes the application through all steps and checks the widget after each.
async fn take_all_steps(page: &Page, without_widget: &[String]) -> Result<()> {
    let unchanged = async |expected: &String, after: &str| {
        let rendered = rendered_page(page).await?;
        ensure!(
            rendered == *expected,
            "after {after} the application's page is\n{rendered}\nand without the widget\n{expected}"
        );
        Ok(())
    };
    let remember = "const element = place(); window.same = () => place() === element;";
    page.js::<()>(remember).await?;
    page.js::<()>(FORGET_REMOVED).await?;
    unchanged(&without_widget[0], "loading").await?;
    for ((button, condition), expected) in STEPS.iter().zip(&without_widget[1..]) {
        press(page, button).await?;
        let description = format!("the interactive widget as it is after {button}");
        let interactive = "[0, 1].every((n) => !place(n) || isInteractive(n))";
        let condition = format!("{interactive} && {condition}");
        page.wait(&description, &condition).await?;
        unchanged(expected, button).await?;
    }
    Ok(())
}

/// The number of clicks in a widget that the application counted.
async fn counted_clicks(page: &Page) -> Result<u32> {
    page.js("return Number(document.querySelector('#clicks').textContent);")
        .await
}

/// Follows each phase with the mouse. Checks that the application receives the clicks and follows
/// the view.
async fn follow_each_phase(page: &Page) -> Result<()> {
    let overview = "heading() === 'De kennislemniscaat'
        && $('.kl-figure').getBoundingClientRect().width > 200";
    let before = counted_clicks(page).await?;
    for (phase, view) in (1..).zip(PHASES) {
        page.wait("the figure", overview).await?;
        let label = format!("$('.kl-phase-{phase} .kl-label')");
        let clicked = page.click(&label).await;
        clicked.with_context(|| format!("phase {phase}"))?;
        let shown = "heading()?.startsWith(`Fase ${arguments[0]} van 4: `)
            && place().getAttribute('view') === arguments[1]
            && document.querySelector('#view').textContent === arguments[1]";
        let description = format!("the view of phase {phase}, also in the application's state");
        page.wait_with(&description, shown, json!([phase, view]))
            .await?;
        press(page, "home").await?;
    }
    page.wait("the figure", overview).await?;
    let clicks = counted_clicks(page).await? - before;
    ensure!(
        clicks == 4,
        "the application receives {clicks} clicks; expected 4"
    );
    Ok(())
}

/// Follows a phase in the widget that the application doesn't control. Checks that the application
/// receives the click and that its state doesn't change.
async fn follow_phase_in_other_widget(page: &Page) -> Result<()> {
    let before = counted_clicks(page).await?;
    page.click("$('.kl-phase-1 .kl-label', 1)").await?;
    let shown = "heading(1)?.startsWith('Fase 1 van 4: ')
        && place(1).getAttribute('view') === 'explicitering'
        && heading() === 'De kennislemniscaat' && document.querySelector('#view').textContent === ''";
    page.wait("phase 1 in the other widget", shown).await?;
    let after = counted_clicks(page).await?;
    ensure!(
        after == before + 1,
        "a click in the second widget doesn't reach the application"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn applications_can_render_move_and_follow_the_widget(
    #[case] engine: Engine,
    #[values(
        REACT,
        REACT_STRICT,
        REACT_18,
        VUE_TEMPLATE,
        VUE_FUNCTIONS,
        ANGULAR,
        SVELTE,
        LIT,
        YEW
    )]
    application: Application,
) -> Result<()> {
    let visit = blank().engine(engine).before_load(WATCH);
    let page = visit.holding(wasm).await?;
    let without_widget = rendered_without_widget(&page, &application).await?;
    let _host = application.open(&page, page.site()).await?;
    let prerendered = follow_each_phase(&page).await;
    prerendered.context("before the widget is interactive")?;
    page.release();
    page.wait("interactive widgets", BOTH_INTERACTIVE).await?;
    follow_each_phase(&page).await?;
    follow_phase_in_other_widget(&page).await?;
    check_no_errors(&page, application.script).await?;
    // A reload, so that both pages count the same steps.
    page.driver.refresh().await?;
    page.wait("interactive widgets", BOTH_INTERACTIVE).await?;
    take_all_steps(&page, &without_widget).await?;
    follow_each_phase(&page).await.context("after all steps")?;
    check_no_errors(&page, application.script).await
}

#[apply(every_engine)]
#[tokio::test]
async fn applications_can_render_and_update_the_element_before_the_script_loads(
    #[case] engine: Engine,
    #[values(REACT, REACT_18, VUE_FUNCTIONS, ANGULAR, SVELTE, LIT, YEW)] application: Application,
) -> Result<()> {
    let visit = blank().engine(engine).before_load(WATCH);
    let page = visit.holding(|path| path == "/embed.js").await?;
    // A script tag in the HTML would delay the load event.
    let application = Application {
        embed: "",
        ..application
    };
    let _host = application.open(&page, page.site()).await?;
    let add_script = "const script = document.createElement('script');
        script.src = arguments[0];
        document.head.append(script);";
    let script = page.site().url("/embed.js");
    page.js_with::<()>(add_script, json!([script])).await?;
    for button in ["turn", "mount", "mount", "tip", "theme", "level"] {
        press(&page, button).await?;
    }
    page.release();
    let shown = "isInteractive() && heading().startsWith('Tip 5: ')
        && getComputedStyle(kl()).colorScheme === 'dark'
        && $('[data-title]').localName === 'h3'";
    page.wait("the widget in the state of the application", shown)
        .await?;
    press(&page, "home").await?;
    follow_each_phase(&page).await?;
    check_no_errors(&page, application.script).await
}
