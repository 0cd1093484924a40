//! Measured contrast: the color of each text against the pixels behind it.

use anyhow::{Result, ensure};
use harness::contrast::measure;
use harness::screen::COLORS;
use harness::viewports::{THEMES, at_each_width, at_width, check_each};
use harness::views::examined;
use harness::{blank, preferences};
use rstest::rstest;
use serde_json::json;

#[rstest]
#[tokio::test]
async fn texts_have_enhanced_contrast(
    #[values("light", "dark")] theme: &'static str,
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = blank().theme(theme).await?;
    let mut paths = examined();
    // A view that doesn't exist: it has a notice.
    paths.push("/nl/niets/");
    let least_count = 15 * paths.len();
    let (mut count, mut normal, mut large) = (0, 21.0_f64, 21.0_f64);
    let views = at_width(paths, width);
    let problems = check_each(&page, page.site(), views, async |view| {
        let measured = measure(&page, view.width).await?;
        count += measured.count;
        normal = normal.min(measured.normal);
        large = large.min(measured.large);
        Ok(measured.problems)
    })
    .await?;
    println!("{count} texts, at least {normal:.2}:1, large ones {large:.2}:1");
    ensure!(
        count > least_count,
        "{count} texts were measured, expected more than {least_count}"
    );
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// Shapes and lines with a meaning: the path, the selector, the property with their color.
const PARTS: [(&str, &str, &str); 9] = [
    ("/nl/", ".kl-ribbon", "fill"),
    ("/nl/", ".kl-arrows", "stroke"),
    ("/nl/", ".kl-station circle:first-child", "stroke"),
    ("/nl/vertaling/", ".kl-arrows", "stroke"),
    ("/nl/vertaling/", "[aria-current] .kl-ribbon", "fill"),
    (
        "/nl/vertaling/",
        ".kl-phase-link:not([aria-current]) circle:first-child",
        "stroke",
    ),
    ("/nl/vertaling/", ".kl-main .kl-button", "border-top-color"),
    (
        "/nl/vertaling/",
        ".kl-share :is(button, input)",
        "border-top-color",
    ),
    ("/nl/achtergrond/", ".kl-chart rect", "fill"),
];

/// The contrast of parts with their background: arrows are on their arc, other parts on the
/// surface.
const PART: &str = include_str!("scripts/contrast_part.js");

#[tokio::test]
async fn meaningful_shapes_have_a_contrast_of_3_to_1() -> Result<()> {
    let page = blank().theme("light").await?;
    let script = format!("{COLORS}{PART}");
    let mut measured = 0;
    let views = at_each_width(["/nl/", "/nl/vertaling/", "/nl/achtergrond/"]);
    let problems = check_each(&page, page.site(), views, async |view| {
        let mut problems = Vec::new();
        for theme in THEMES {
            preferences::scheme(&page, theme).await?;
            for (_, selector, property) in PARTS.iter().filter(|(path, ..)| *path == view.path) {
                measured += 1;
                let ratios: Vec<f64> = page.js_with(&script, json!([selector, property])).await?;
                // A missing part has no contrast.
                let lowest = ratios.iter().copied().reduce(f64::min).unwrap_or_default();
                if lowest < 3.0 {
                    problems.push(format!("{theme}: {selector}: {ratios:?}"));
                }
            }
        }
        Ok(problems)
    })
    .await?;
    ensure!(problems.is_empty(), "{problems:#?}");
    ensure!(
        measured == PARTS.len() * 6,
        "{measured} parts were measured, expected {}",
        PARTS.len() * 6
    );
    Ok(())
}
