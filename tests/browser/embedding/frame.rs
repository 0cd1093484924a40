//! Our pages in a frame, where a script isn't allowed.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::site::{Plan, Site};

/// A page with a frame of ours that grows with it, as a partner would write it.
fn partner(site: &Site, attributes: &str) -> String {
    let frame = site.url("/nl/vertaling/?embed");
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Partner</title>
        <iframe src=\"{frame}#?secret=abc\" width=\"600\" height=\"200\" title=\"Vertaling\" {attributes}></iframe>
        <script>
        window.told = [];
        addEventListener('message', ({{data, source}}) => {{
          const [frame] = document.getElementsByTagName('iframe');
          if (source !== frame.contentWindow) return;
          told.push(data);
          if (data.type === 'kennislemniscaat:height') frame.height = data.height;
        }});
        </script>"
    )
}

/// Waits until the frame is as high as what is in it, and returns how high that is.
async fn grown(browser: &Browser) -> Result<u64> {
    let told = "told.some((each) => each.height > 300)";
    browser.wait("a frame that grows", told).await?;
    let last = "return told.findLast((each) => each.height).height;";
    browser.js(last).await
}

#[tokio::test]
async fn a_frame_grows_with_its_view_also_in_a_sandbox() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        for attributes in ["", "sandbox=\"allow-scripts\""] {
            let page = Plan::default().page("/gast/", partner(&site, attributes));
            let host = page.serve().await?;
            browser.open(&host.url("/gast/")).await?;
            let high = grown(browser).await?;
            let ask = "told.length = 0;
                document.getElementsByTagName('iframe')[0].contentWindow.postMessage({message: 'ready'}, '*');";
            browser.js::<()>(ask).await?;
            let what = "the height, told again to who listens late";
            browser.wait(what, "told.length >= 2").await?;
            let wordpress = "return told.some((each) => each.message === 'height'
                && each.secret === 'abc' && each.value > 300);";
            let wordpress: bool = browser.js(wordpress).await?;
            ensure!(wordpress, "WordPress hears nothing ({attributes})");
            browser.driver.enter_frame(0).await?;
            browser
                .wait("the page in the frame to come alive", "live()")
                .await?;
            let seen = "return [...document.querySelectorAll('.page-footer, .page-skip')]
                .filter((each) => each.getClientRects().length).length;";
            let seen: u32 = browser.js(seen).await?;
            ensure!(
                seen == 0,
                "the frame shows what is around the view ({attributes})"
            );
            browser.click("$('.kl-tip')").await?;
            let tip = "heading().startsWith('Tip 1') && location.search === '?embed'";
            browser.wait("a tip in the frame", tip).await?;
            browser.driver.enter_default_frame().await?;
            let shrinks = "told.findLast((each) => each.height).height !== arguments[0]";
            let what = "a frame that follows its view";
            browser.wait_with(what, shrinks, json!([high])).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_a_frame_that_stays_as_it_is_all_of_the_view_can_be_reached() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        // As WebKit's driver clicks only on what a window can hold.
        browser.size(1280, 1150).await?;
        for height in [200, 1000] {
            let frame = site.url("/nl/vertaling/?embed#?secret=abc");
            let page = format!(
                "<!doctype html><title>Partner</title>
                <iframe src=\"{frame}\" width=\"600\" height=\"{height}\" sandbox=\"allow-scripts\"
                    title=\"Vertaling\"></iframe>"
            );
            let host = Plan::default().page("/gast/", page).serve().await?;
            browser.open(&host.url("/gast/")).await?;
            browser.driver.enter_frame(0).await?;
            browser
                .wait("the widget in the frame", "live()")
                .await?;
            let last = "$('.kl-share summary')";
            browser.click(last).await?;
            let open = format!(
                "{last}.parentElement.open && document.documentElement.scrollWidth <= innerWidth"
            );
            let what = format!("the end of the view in a frame of {height} px");
            browser.wait(&what, &open).await?;
            browser.click("$('.kl-next')").await?;
            let next = "heading().startsWith('Fase 4')
                && $('[data-title]').getBoundingClientRect().top >= 0
                && $('[data-title]').getBoundingClientRect().top < innerHeight";
            browser
                .wait("the title of the next view", next)
                .await?;
            browser.driver.enter_default_frame().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn only_the_page_that_frames_ours_hears_how_high_it_is() -> Result<()> {
    browse(async |browser| {
        // Of the same origin, so that what is said to whom can be seen.
        let watch = "
            if (parent !== window) {
              const post = parent.postMessage.bind(parent);
              parent.targets = [];
              parent.postMessage = (message, target) => {
                parent.targets.push(target);
                post(message, target);
              };
            }";
        browser.before_load(watch).await?;
        let page = "<!doctype html><title>Gast</title><iframe src=\"/nl/vertaling/?embed\" title=\"Fase\"></iframe>";
        let site = Plan::default().page("/gast/", page).serve().await?;
        browser.open(&site.url("/gast/")).await?;
        let told = "window.targets?.length > 0";
        browser.wait("word of the height", told).await?;
        let targets: Vec<String> = browser.js("return targets;").await?;
        let ours = site.url("");
        ensure!(
            targets.iter().all(|target| *target == ours),
            "{ours} frames the page, which tells {targets:?}"
        );
        Ok(())
    })
    .await
}
