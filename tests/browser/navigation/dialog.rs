//! Esc acts on the innermost layer: an open panel, then the host page's dialog, then the view.

use anyhow::{Result, ensure};
use harness::server::wasm;
use harness::{Page, embedded, standalone};
use rstest::rstest;
use thirtyfour::Key;

const WIDGET: &str = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";

/// Checks that the view is still the one that the host page set.
async fn view_is_unchanged(page: &Page, state: &str) -> Result<()> {
    page.drawn().await?;
    let view: String = page.js("return place().getAttribute('view');").await?;
    ensure!(view == "vertaling", "{state}: Esc also leads to {view:?}");
    Ok(())
}

/// The widget is prerendered first, then interactive.
#[rstest]
#[case::dialog(
    "<dialog>WIDGET</dialog>",
    "document.querySelector('dialog').showModal();",
    "document.querySelector('dialog').open"
)]
#[case::popover(
    "<div popover>WIDGET</div>",
    "document.querySelector('[popover]').showPopover();",
    "document.querySelector('[popover]').matches(':popover-open')"
)]
#[tokio::test]
async fn esc_in_the_widget_closes_the_host_pages_dialog_or_popover(
    #[case] markup: &str,
    #[case] open: &str,
    #[case] is_open: &str,
) -> Result<()> {
    let markup = markup.replace("WIDGET", WIDGET);
    let page = embedded(&markup).holding(wasm).await?;
    for interactive in [false, true] {
        let state = format!("interactive: {interactive}");
        page.js::<()>(open).await?;
        if interactive {
            page.release();
            page.wait("the interactive widget", "isInteractive()")
                .await?;
        }
        page.wait("the view", "heading()?.startsWith('Fase 3')")
            .await?;
        page.tab_to("$('.kl-next')").await?;
        page.press(Key::Escape).await?;
        page.wait(&state, &format!("!({is_open})")).await?;
        view_is_unchanged(&page, &state).await?;
    }
    Ok(())
}

/// Opens the share panel by keyboard, moves into it and presses Esc twice.
async fn esc_closes_the_panel_first(page: &Page, parent: &str) -> Result<()> {
    page.tab_to("$('.kl-share summary')").await?;
    page.press(Key::Enter).await?;
    page.wait("the panel", "$('.kl-share').open").await?;
    page.tab_to("$('.kl-share [name=link]')").await?;
    page.press(Key::Escape).await?;
    let closed = "!$('.kl-share').open && focused() === $('.kl-share summary')
        && heading().startsWith('Fase 3')";
    page.wait("the panel to close and focus its button", closed)
        .await?;
    page.press(Key::Escape).await?;
    page.wait("the parent view", parent).await
}

#[tokio::test]
async fn esc_closes_the_share_panel_before_it_leads_to_the_parent() -> Result<()> {
    let page = standalone("/nl/vertaling/").await?;
    esc_closes_the_panel_first(&page, "location.pathname === '/nl/'").await
}

#[tokio::test]
async fn esc_closes_the_share_panel_before_it_leads_to_the_parent_when_embedded() -> Result<()> {
    let page = embedded(WIDGET).await?;
    esc_closes_the_panel_first(&page, "heading() === 'De kennislemniscaat'").await
}
