//! A theme changes colors, and nothing else: sizes, places and order that other tests measure in
//! light hold in dark.

use anyhow::{Result, ensure};
use harness::interactive::INTERACTIVE;
use harness::viewports::{THEMES, each, every_view};
use harness::{blank, preferences};
use serde_json::json;

/// Records every element of the page in a theme: its box and how it is positioned.
const RECORD: &str = include_str!("scripts/themes_record.js");

/// The number of elements, and those that differ between the two recorded themes.
const COMPARE: &str = include_str!("scripts/themes_compare.js");

#[tokio::test]
async fn the_dark_theme_has_the_layout_of_the_light_theme() -> Result<()> {
    let page = blank().theme("light").await?;
    let record = format!("{INTERACTIVE}{RECORD}");
    let mut count = 0;
    let sights = every_view();
    let least_count = 50 * sights.len();
    let problems = each(&page, page.site(), sights, async |_| {
        for theme in THEMES {
            preferences::scheme(&page, theme).await?;
            page.drawn().await?;
            page.js_with::<()>(&record, json!([theme])).await?;
        }
        let (elements, differing): (usize, Vec<String>) =
            page.js_with(COMPARE, json!(THEMES)).await?;
        count += elements;
        Ok(differing)
    })
    .await?;
    println!("{count} elements");
    ensure!(count > least_count, "only {count} elements were compared");
    ensure!(problems.is_empty(), "{problems:#?}");
    // Without a difference in color, this test shows nothing.
    let color = "return getComputedStyle(kl()).backgroundColor;";
    let dark: String = page.js(color).await?;
    preferences::scheme(&page, "light").await?;
    let light: String = page.js(color).await?;
    ensure!(dark != light, "dark is as light as light");
    Ok(())
}
