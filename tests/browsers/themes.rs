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
const KEEP: &str = "
(window.layouts ??= {})[arguments[0]] = deep(document.body).filter((each) => each.checkVisibility()).map((each) => {
  const {left, top, width, height} = each.getBoundingClientRect();
  const {display, visibility, position, zIndex, pointerEvents, clipPath, fontSize, lineHeight} = getComputedStyle(each);
  const placed = [display, visibility, position, zIndex, pointerEvents, clipPath, fontSize, lineHeight];
  return `${called(each)} ${[left, top, width, height, ...placed]}`;
});";

async fn keep(browser: &Browser, theme: &str) -> Result<()> {
    scheme(browser, theme).await?;
    browser.js::<()>("return drawn();", json!([])).await?;
    let keep = format!("{INTERACTIVE}{KEEP}");
    browser.js(&keep, json!([theme])).await
}

/// What differs, and how many things are alike.
const DIFFERENT: &str = "
const [light, dark] = [...arguments].map((theme) => layouts[theme]);
if (light.length !== dark.length) return [0, [`${light.length} things in light, ${dark.length} in dark`]];
const wrong = light.flatMap((each, at) => each === dark[at] ? [] : [[each, dark[at] ?? 'nothing']]);
return [light.length, wrong.map(([light, dark]) => {
  const from = [...light].findIndex((letter, at) => letter !== dark[at]);
  return `${light.slice(0, 50)}: ${light.slice(from - 20, from + 40)} becomes ${dark.slice(from - 20, from + 40)}`;
})];";

#[tokio::test]
async fn what_is_dark_has_the_size_place_and_order_of_what_is_light() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let mut count = 0;
        let wrong = each(browser, &site, every_view(), async |_| {
            for theme in THEMES {
                keep(browser, theme).await?;
            }
            let (things, wrong): (u32, Vec<String>) = browser.js(DIFFERENT, json!(THEMES)).await?;
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
            grounds.push(browser.js::<String>(ground, json!([])).await?);
        }
        ensure!(grounds[0] != grounds[1], "dark is as light as light");
        Ok(())
    })
    .await
}
