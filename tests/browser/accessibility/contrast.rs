//! Contrast, measured: each text's own colour against what is on the screen behind it.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::accessibility::scheme;
use crate::browser::{Browser, browse};
use crate::circumstances::{at_each_width, each, every_view};
use crate::interactive::INTERACTIVE;
use crate::pixels::{COLOURS, shoot, whole_page};
use crate::site::Site;

async fn texts(name: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        let mut sights = every_view();
        // With a notice.
        sights.extend(at_each_width(["/nl/niets/"]));
        let (mut count, mut normal, mut large) = (0, 21.0_f64, 21.0_f64);
        let wrong = each(browser, &site, sights, async |sight| {
            let measured = measure(browser, sight.width).await?;
            count += measured.count;
            normal = normal.min(measured.normal);
            large = large.min(measured.large);
            Ok(measured.wrong)
        });
        let wrong = wrong.await?;
        println!("{name}: {count} texts, at least {normal:.2}:1, large ones {large:.2}:1");
        ensure!(count > 3000, "only {count} texts were measured");
        ensure!(wrong.is_empty(), "{name}: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_text_stands_out_in_light() -> Result<()> {
    texts("light").await
}

#[tokio::test]
async fn every_text_stands_out_in_dark() -> Result<()> {
    texts("dark").await
}

/// Shapes and lines that tell something, the property that colours them, and where.
const PARTS: [(&str, &str, &str); 9] = [
    ("/nl/", ".kl-ribbon", "fill"),
    ("/nl/", ".kl-arrows", "stroke"),
    ("/nl/vertaling/", ".kl-arrows", "stroke"),
    ("/nl/", ".kl-station circle:first-child", "stroke"),
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

/// The contrast of parts with what they stand on: arrows on their arc, all else on the surface.
const PART: &str = include_str!("scripts/contrast_part.js");

async fn parts(name: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        for (path, selector, property) in PARTS {
            let mut least = 21.0_f64;
            let sights = at_each_width([path]);
            let wrong = each(browser, &site, sights, async |_| {
                let part = format!("{COLOURS}{PART}");
                let ratios: Vec<f64> = browser.js_with(&part, json!([selector, property])).await?;
                // What isn't there doesn't stand out.
                let lowest = ratios.iter().copied().reduce(f64::min).unwrap_or_default();
                least = least.min(lowest);
                Ok((lowest < 3.0)
                    .then(|| format!("{ratios:?}"))
                    .into_iter()
                    .collect())
            });
            let wrong = wrong.await?;
            println!("{name}: {selector} in {path}: at least {least:.2}:1");
            ensure!(wrong.is_empty(), "{name}: {selector}: {wrong:#?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_shape_that_tells_something_stands_out_in_light() -> Result<()> {
    parts("light").await
}

#[tokio::test]
async fn every_shape_that_tells_something_stands_out_in_dark() -> Result<()> {
    parts("dark").await
}
