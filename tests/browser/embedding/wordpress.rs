//! The widget in posts of a real WordPress; `tests/hosts/wordpress/` is what is in them.

use std::env;

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse};

/// What an author writes: a bare address.
const BARE_ADDRESS: u32 = 101;
/// What an administrator may write as well: our frame, and our element with its script.
const FRAME: u32 = 102;
const ELEMENT: u32 = 103;
/// The same by an author, from whose posts WordPress takes both tags.
const ELEMENT_BY_AUTHOR: u32 = 104;

/// Opens a post; says so and returns nothing where there is no WordPress.
async fn open_post(browser: &Browser, post: u32) -> Result<Option<()>> {
    let Ok(site) = env::var("WORDPRESS_SITE") else {
        println!("skipped: there is no WordPress here");
        return Ok(None);
    };
    browser.open(&format!("{site}/?p={post}")).await?;
    Ok(Some(()))
}

/// Waits until a phase is shown, and follows a tip of it.
async fn works(browser: &Browser) -> Result<()> {
    let phase = "live() && heading().startsWith('Fase 3 van 4: ')";
    browser.wait("the phase, live", phase).await?;
    browser.click("$('.kl-tip')").await?;
    let tip = "heading().startsWith('Tip 1: ')";
    browser.wait("a tip", tip).await
}

#[tokio::test]
async fn an_author_s_bare_address_becomes_a_frame_as_high_as_its_view() -> Result<()> {
    browse(async |browser| {
        let Some(()) = open_post(browser, BARE_ADDRESS).await? else {
            return Ok(());
        };
        let frame = "document.querySelector('iframe.wp-embedded-content')";
        let sandboxed: String = browser
            .js(
                &format!("return {frame}?.getAttribute('sandbox') ?? document.body.innerHTML;"))
            .await?;
        ensure!(sandboxed == "allow-scripts", "the post shows {sandboxed}");
        // WordPress hides it until it has seen that the page around it can show it.
        let shown = format!("getComputedStyle({frame}).position === 'static'");
        browser
            .wait("the frame to be shown", &shown)
            .await?;
        browser.driver.enter_frame(0).await?;
        works(browser).await?;
        let high: f64 = browser
            .js("return kl().getBoundingClientRect().height;")
            .await?;
        browser.driver.enter_default_frame().await?;
        // WordPress makes a frame 200 to 1000 px high.
        let fits = format!(
            "Math.abs({frame}.offsetHeight - Math.min(1000, Math.max(200, arguments[0]))) < 24
            && !document.querySelector('blockquote.wp-embedded-content')?.offsetHeight"
        );
        let what = "the frame, and it alone, to be as high as the tip";
        browser.wait_with(what, &fits, json!([high])).await
    })
    .await
}

#[tokio::test]
async fn an_administrator_s_frame_shows_the_widget() -> Result<()> {
    browse(async |browser| {
        let Some(()) = open_post(browser, FRAME).await? else {
            return Ok(());
        };
        browser.driver.enter_frame(0).await?;
        works(browser).await
    })
    .await
}

#[tokio::test]
async fn an_administrator_s_element_is_the_widget() -> Result<()> {
    browse(async |browser| match open_post(browser, ELEMENT).await? {
        Some(()) => works(browser).await,
        None => Ok(()),
    })
    .await
}

#[tokio::test]
async fn what_wordpress_leaves_of_an_author_s_element_is_a_link() -> Result<()> {
    browse(async |browser| {
        let Some(()) = open_post(browser, ELEMENT_BY_AUTHOR).await? else {
            return Ok(());
        };
        let left: (bool, bool) = browser
            .js(
                "return [place() === undefined,
                    [...document.querySelectorAll('a')].some((each) =>
                        each.href.endsWith('/nl/vertaling/') && each.offsetHeight > 0)];")
            .await?;
        ensure!(
            left == (true, true),
            "without the element, with a link: {left:?}"
        );
        Ok(())
    })
    .await
}
