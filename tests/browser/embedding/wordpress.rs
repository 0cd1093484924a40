//! The widget in posts of a real WordPress installation without the plugin, with the content of
//! `tests/hosts/wordpress/`.

use anyhow::{Result, ensure};
use harness::wordpress::wordpress;
use harness::{Page, blank};
use serde_json::json;

/// An author's post with a bare URL.
const BARE_URL: u32 = 101;
/// An administrator's posts with our frame, and with our element and its script.
const FRAME: u32 = 102;
const ELEMENT: u32 = 103;
/// An author's post with the element and its script; WordPress removes both tags.
const ELEMENT_BY_AUTHOR: u32 = 104;

/// Opens a post; `None` where WordPress isn't available.
async fn open_post(post: u32) -> Result<Option<Page>> {
    let Some(site) = wordpress() else {
        return Ok(None);
    };
    let page = blank().await?;
    page.open(&format!("{}/?p={post}", site.address)).await?;
    Ok(Some(page))
}

/// Waits until the phase is interactive, and follows its first tip.
pub async fn follow_tip(page: &Page) -> Result<()> {
    let phase = "isInteractive() && heading().startsWith('Fase 3 van 4: ')";
    page.wait("the phase, interactive", phase).await?;
    page.click("$('.kl-tip')").await?;
    page.wait("a tip", "heading().startsWith('Tip 1: ')").await
}

#[tokio::test]
async fn a_bare_url_by_an_author_becomes_a_frame_as_high_as_its_view() -> Result<()> {
    let Some(page) = open_post(BARE_URL).await? else {
        return Ok(());
    };
    let frame = "document.querySelector('iframe.wp-embedded-content')";
    let sandbox = format!("return {frame}?.getAttribute('sandbox') ?? document.body.innerHTML;");
    let sandbox: String = page.js(&sandbox).await?;
    ensure!(sandbox == "allow-scripts", "the post shows {sandbox}");
    // WordPress hides the frame until the surrounding page proves able to show it.
    let shown = format!("getComputedStyle({frame}).position === 'static'");
    page.wait("a visible frame", &shown).await?;
    page.driver.enter_frame(0).await?;
    follow_tip(&page).await?;
    let height = "return kl().getBoundingClientRect().height;";
    let height: f64 = page.js(height).await?;
    page.driver.enter_default_frame().await?;
    // WordPress makes a frame 200 to 1000 px high.
    let fits = format!(
        "Math.abs({frame}.offsetHeight - Math.min(1000, Math.max(200, arguments[0]))) < 24
        && !document.querySelector('blockquote.wp-embedded-content')?.offsetHeight"
    );
    let description = "only the frame, as high as the tip";
    page.wait_with(description, &fits, json!([height])).await
}

#[tokio::test]
async fn a_frame_by_an_administrator_shows_the_widget() -> Result<()> {
    let Some(page) = open_post(FRAME).await? else {
        return Ok(());
    };
    page.driver.enter_frame(0).await?;
    follow_tip(&page).await
}

#[tokio::test]
async fn an_element_by_an_administrator_is_the_widget() -> Result<()> {
    match open_post(ELEMENT).await? {
        Some(page) => follow_tip(&page).await,
        None => Ok(()),
    }
}

#[tokio::test]
async fn an_element_by_an_author_is_reduced_to_a_link() -> Result<()> {
    let Some(page) = open_post(ELEMENT_BY_AUTHOR).await? else {
        return Ok(());
    };
    let state = "return [place() === undefined, [...document.querySelectorAll('a')].some((link) =>
        link.href.endsWith('/nl/vertaling/') && link.offsetHeight > 0)];";
    let state: (bool, bool) = page.js(state).await?;
    ensure!(
        state == (true, true),
        "(element removed, link visible) is {state:?}; expected (true, true)"
    );
    Ok(())
}
