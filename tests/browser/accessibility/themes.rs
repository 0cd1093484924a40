//! A theme changes only colors: sizes, positions and order that other tests measure in light are
//! the same in dark.

use anyhow::{Result, ensure};
use harness::interactive::INTERACTIVE;
use harness::viewports::{THEMES, check_each, every_view};
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
    let views = every_view();
    let least_count = 50 * views.len();
    let problems = check_each(&page, page.site(), views, async |_| {
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
    ensure!(
        count > least_count,
        "{count} elements were compared, expected more than {least_count}"
    );
    ensure!(problems.is_empty(), "{problems:#?}");
    // Without a difference in color, this test shows nothing.
    let color = "return getComputedStyle(kl()).backgroundColor;";
    let dark: String = page.js(color).await?;
    preferences::scheme(&page, "light").await?;
    let light: String = page.js(color).await?;
    ensure!(dark != light, "the background is {dark} in both themes");
    Ok(())
}
