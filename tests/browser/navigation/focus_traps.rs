//! Dialogs of host pages that keep the focus: Tab reaches each control in them, also in the widget.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::with_script;
use harness::server::{Plan, Site};
use harness::setup::setup;
use harness::{Page, blank};
use rstest_reuse::apply;
use serde_json::json;
use thirtyfour::Key;

use crate::engines::every_engine;

/// A page with a dialog that opens as the page loads, and keeps the focus.
#[derive(Clone, Copy)]
struct Dialog {
    /// Markup in which `CONTENT` stands for the content of the dialog.
    markup: &'static str,
    scripts: &'static str,
    /// The folder of the scripts, as the setup names it.
    folder: &'static str,
}

const MARKUP: &str = "<div id=\"modal\" class=\"modal\" aria-hidden=\"true\"><div tabindex=\"-1\">
        <div id=\"dialog\" role=\"dialog\" aria-modal=\"true\" aria-label=\"Uitleg\">CONTENT</div>
    </div></div>";

/// Markup for an application in `tests/hosts/spa/`, which renders the dialog.
const APPLICATION: &str = "<div id=\"app\"></div><template>CONTENT</template>";

/// Handles Tab on the first and the last element that it finds, outside shadow roots.
const FOCUS_TRAP: Dialog = Dialog {
    markup: MARKUP,
    scripts: "<script src=\"/npm/tabbable/dist/index.umd.js\"></script>
        <script src=\"/npm/focus-trap/dist/focus-trap.umd.js\"></script>
        <script>addEventListener('load', () => {
            focusTrap.createFocusTrap('#dialog').activate();
            window.isOpen = true;
        });</script>",
    folder: "node-modules",
};

/// Handles Tab in the same way, on other elements: it finds them by a list of selectors.
const MICROMODAL: Dialog = Dialog {
    markup: MARKUP,
    scripts: "<script src=\"/npm/micromodal/dist/micromodal.js\"></script>
        <style>.modal { display: none } .modal.is-open { display: block }</style>
        <script>addEventListener('load', () => {
            MicroModal.show('modal');
            window.isOpen = true;
        });</script>",
    folder: "node-modules",
};

/// Finds elements in shadow roots as well, but a `summary` only by its `tabindex`. In WebKit it moves
/// the focus itself, from each element.
const REACT_MODAL: Dialog = Dialog {
    markup: APPLICATION,
    scripts: "<script src=\"/npm/react-modal.js\"></script>",
    folder: "host-applications",
};

/// Has a stop before and after the dialog, which leads to the last or first element outside shadow
/// roots.
const ANGULAR_CDK: Dialog = Dialog {
    markup: APPLICATION,
    scripts: "<style>.cdk-dialog-container { overflow: auto; background: #fff }</style>
        <script src=\"/npm/angular-cdk.js\"></script>",
    folder: "host-applications",
};

/// Content of the dialog, with the widget at different places.
const CONTENTS: [&str; 3] = [
    "<button data-close>Sluiten</button>ELEMENT",
    "ELEMENT<button>Sluiten</button>",
    "<button>Sluiten</button>ELEMENT<button>Verder</button>",
];

/// Records the element with the focus, and returns the controls that haven't had it: those of the
/// widget, and those of the page with a selector.
const UNREACHED: &str = "
    reached.add(focused() ?? document.activeElement);
    const buttons = document.querySelectorAll(arguments[0]);
    return [...buttons, ...kl().querySelectorAll('a[href], summary')]
        .filter((control) => !control.closest('details:not([open]) > :not(summary)'))
        .filter((control) => !reached.has(control))
        .map((control) => control.textContent.trim());";

async fn open(page: &Page, dialog: Dialog, content: &str) -> Result<Site> {
    let element = "<kennis-lemniscaat view=\"vertaling/tip-1\"><a href=\"/elders/\">De lemniscaat</a></kennis-lemniscaat>";
    let Dialog {
        markup,
        scripts,
        folder,
    } = dialog;
    let markup = markup.replace("CONTENT", &content.replace("ELEMENT", element));
    let html = format!(
        "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Gast</title>
        <script async src=\"EMBED\"></script><body><a href=\"/elders/\">Elders</a>
        {markup}<a href=\"/elders/\">Erna</a>{scripts}</body></html>"
    );
    let folder = setup().path(folder).display().to_string();
    let plan = Plan::default().page("/gast/", with_script(page.site(), &html));
    let host = plan.files("/npm", folder).serve().await?;
    page.open_interactive(&host.url("/gast/")).await?;
    page.wait("the open dialog", "window.isOpen").await?;
    Ok(host)
}

/// Presses Tab, with Shift to go back, until each control has had the focus. Returns the controls
/// that haven't.
async fn unreached(page: &Page, engine: Engine, back: bool) -> Result<Vec<String>> {
    // In WebKit, as in Safari, Tab leaves buttons out unless the reader turns that on.
    let buttons = match engine {
        Engine::WebKit => "[role=dialog] button:not(*)",
        _ => "[role=dialog] button",
    };

    // The focus may have been on the link in the element, which the first view hides.
    let start = "window.reached = new Set([document.activeElement]);
        document.querySelector('[role=dialog]').focus();";
    page.js::<()>(start).await?;
    let mut unreached = Vec::new();
    for _ in 0..30 {
        let keys = page.driver.action_chain();
        let keys = match back {
            true => keys
                .key_down(Key::Shift)
                .send_keys(Key::Tab)
                .key_up(Key::Shift),
            false => keys.send_keys(Key::Tab),
        };
        keys.perform().await?;
        unreached = page.js_with(UNREACHED, json!([buttons])).await?;
        if unreached.is_empty() {
            break;
        }
    }
    Ok(unreached)
}

async fn check(engine: Engine, dialog: Dialog, back: bool) -> Result<()> {
    let page = blank().engine(engine).await?;
    for content in CONTENTS {
        let _host = open(&page, dialog, content).await?;
        let unreached = unreached(&page, engine, back).await?;
        ensure!(
            unreached.is_empty(),
            "the focus never reaches {unreached:?} in {content}"
        );
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn tab_reaches_each_control_in_a_dialog_that_keeps_the_focus(
    #[case] engine: Engine,
    #[values(FOCUS_TRAP, MICROMODAL, REACT_MODAL, ANGULAR_CDK)] dialog: Dialog,
) -> Result<()> {
    check(engine, dialog, false).await
}

#[apply(every_engine)]
#[tokio::test]
async fn shift_tab_reaches_each_control_in_a_dialog_that_keeps_the_focus(
    #[case] engine: Engine,
    #[values(FOCUS_TRAP, MICROMODAL, REACT_MODAL, ANGULAR_CDK)] dialog: Dialog,
) -> Result<()> {
    check(engine, dialog, true).await
}
