//! Dialogs of host pages that keep the focus: Tab reaches each control of the widget in them.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::with_script;
use harness::server::Plan;
use harness::setup::setup;
use harness::{Page, blank};
use rstest_reuse::apply;
use thirtyfour::Key;

use crate::engines::every_engine;

/// Scripts that open the dialog `#dialog` and keep the focus in it.
const FOCUS_TRAP: &str = "<script src=\"/npm/tabbable/dist/index.umd.js\"></script>
    <script src=\"/npm/focus-trap/dist/focus-trap.umd.js\"></script>
    <script>addEventListener('load', () => {
        focusTrap.createFocusTrap('#dialog').activate();
        window.isOpen = true;
    });</script>";
const MICROMODAL: &str = "<script src=\"/npm/micromodal/dist/micromodal.js\"></script>
    <style>.modal { display: none } .modal.is-open { display: block }</style>
    <script>addEventListener('load', () => {
        MicroModal.show('modal');
        window.isOpen = true;
    });</script>";

/// Content of the dialog, with the widget at different places.
const CONTENTS: [&str; 3] = [
    "<button data-close>Sluiten</button>ELEMENT",
    "ELEMENT<button>Sluiten</button>",
    "<button>Sluiten</button>ELEMENT<button>Verder</button>",
];

async fn open(page: &Page, script: &str, content: &str) -> Result<Plan> {
    let element = "<kennis-lemniscaat view=\"vertaling/tip-1\"><a href=\"/elders/\">De lemniscaat</a></kennis-lemniscaat>";
    let html = format!(
        "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Gast</title>
        <script async src=\"EMBED\"></script><body><a href=\"/elders/\">Elders</a>
        <div id=\"modal\" class=\"modal\" aria-hidden=\"true\"><div tabindex=\"-1\">
            <div id=\"dialog\" role=\"dialog\" aria-modal=\"true\" aria-label=\"Uitleg\">{}</div>
        </div></div><a href=\"/elders/\">Erna</a>{script}</body></html>",
        content.replace("ELEMENT", element)
    );
    let modules = setup().path("node-modules").display().to_string();
    Ok(Plan::default()
        .page("/gast/", with_script(page.site(), &html))
        .files("/npm", modules))
}

/// Presses Tab until the focus has been everywhere, and returns the number of controls of the widget
/// that had it.
async fn reached(page: &Page) -> Result<usize> {
    page.js::<()>("window.reached = new Set();").await?;
    for _ in 0..30 {
        page.press(Key::Tab).await?;
        page.js::<()>("if (focused()) reached.add(focused());")
            .await?;
    }
    page.js("return reached.size;").await
}

#[apply(every_engine)]
#[tokio::test]
async fn tab_reaches_each_control_in_a_dialog_that_keeps_the_focus(
    #[case] engine: Engine,
    #[values(FOCUS_TRAP, MICROMODAL)] script: &str,
) -> Result<()> {
    let page = blank().engine(engine).await?;
    for content in CONTENTS {
        let host = open(&page, script, content).await?.serve().await?;
        page.open_interactive(&host.url("/gast/")).await?;
        page.wait("the open dialog", "window.isOpen").await?;
        let controls = "return [...kl().querySelectorAll('a[href], summary')]
            .filter((control) => !control.closest('details:not([open]) > :not(summary)')).length;";
        let controls: usize = page.js(controls).await?;
        let reached = reached(&page).await?;
        ensure!(
            reached >= controls,
            "Tab reaches {reached} of {controls} controls in {content}"
        );
    }
    Ok(())
}
