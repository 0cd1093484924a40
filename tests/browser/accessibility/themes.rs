//! A theme changes colours, and nothing else: what is measured in light of sizes, places and order
//! holds in dark.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::accessibility::scheme;
use crate::browser::{Browser, browse};
use crate::circumstances::{THEMES, each, every_view};
use crate::interactive::INTERACTIVE;
use crate::site::Site;

/// Keeps all that is on the page in a theme: each thing with its box and how it is placed.
const KEEP: &str = include_str!("scripts/themes_keep.js");

async fn keep(browser: &Browser, theme: &str) -> Result<()> {
    scheme(browser, theme).await?;
    browser.drawn().await?;
    let keep = format!("{INTERACTIVE}{KEEP}");
    browser.js_with(&keep, json!([theme])).await
}

/// What differs, and how many things are alike.
const DIFFERENT: &str = include_str!("scripts/themes_different.js");

#[tokio::test]
async fn what_is_dark_has_the_size_place_and_order_of_what_is_light() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let mut count = 0;
        let wrong = each(browser, &site, every_view(), async |_| {
            for theme in THEMES {
                keep(browser, theme).await?;
            }
            let (things, wrong): (u32, Vec<String>) = browser.js_with(DIFFERENT, json!(THEMES)).await?;
            count += things;
            Ok(wrong)
        });
        let wrong = wrong.await?;
        ensure!(count > 10_000, "only {count} things were compared");
        ensure!(wrong.is_empty(), "{wrong:#?}");
        // The themes do differ: else this test shows nothing.
        let ground = "return getComputedStyle(kl()).backgroundColor;";
        let mut grounds = Vec::new();
        for theme in THEMES {
            scheme(browser, theme).await?;
            grounds.push(browser.js::<String>(ground).await?);
        }
        ensure!(grounds[0] != grounds[1], "dark is as light as light");
        Ok(())
    })
    .await
}
