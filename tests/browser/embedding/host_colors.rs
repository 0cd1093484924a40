//! Host colors: text is readable on every background or phase color that a host chooses.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use harness::embedded;
use harness::interactive::{hover, open_all};
use harness::screen::COLORS;
use harness::viewports::THEMES;
use rstest::rstest;
use serde_json::json;
use test_support::backgrounds::BACKGROUNDS;

/// Colors that host pages may have: light, dark, medium and saturated.
const HOST_COLORS: [&str; 16] = [
    "#ffffff", "#f4f1de", "#ffd166", "#b8e0d2", "#8ecae6", "#e07a5f", "#e63946", "#808080",
    "#2a9d8f", "#3a86ff", "#7f5539", "#6a4c93", "#154273", "#12343b", "#01204e", "#000000",
];

/// Texts with too little contrast for a combination of background and phase color, and the kinds of
/// text that were measured: WCAG 2.2, criterion 1.4.3.
const UNREADABLE: &str = include_str!("scripts/host_colors_unreadable.js");

#[rstest]
#[tokio::test]
async fn text_is_readable_on_all_host_colors(#[values("light", "dark")] theme: &str) -> Result<()> {
    let mut kinds = HashSet::<String>::new();
    // Each view has a selector for the element under the mouse.
    let views = [
        ("vertaling", ".kl-button"),
        ("vertaling/tip-99", ".kl-tip"),
        ("vertaling/ervaringen/vorm/citaat-1", ".kl-more"),
        ("achtergrond", "a"),
    ];
    for (view, under_mouse) in views {
        let markup =
            format!("<kennis-lemniscaat view=\"{view}\" theme=\"{theme}\"></kennis-lemniscaat>");
        let page = embedded(&markup).await?;
        open_all(&page).await?;
        hover(&page, &format!("$('.kl-main {under_mouse}')")).await?;
        let measure = format!("{COLORS}{UNREADABLE}");
        let (unreadable, measured): (Vec<String>, Vec<String>) =
            page.js_with(&measure, json!([HOST_COLORS])).await?;
        ensure!(unreadable.is_empty(), "{view}: {unreadable:#?}");
        kinds.extend(measured);
    }
    ensure!(
        kinds.len() == 13,
        "expected 13 measured kinds of text, got {kinds:?}"
    );
    Ok(())
}

/// Arcs with a contrast below 3:1 against a background: WCAG 2.2, criterion 1.4.11.
const FAINT: &str = include_str!("scripts/host_colors_faint.js");

#[tokio::test]
async fn figure_stands_out_on_light_and_dark_backgrounds() -> Result<()> {
    let page = embedded("<kennis-lemniscaat></kennis-lemniscaat>").await?;
    for theme in THEMES {
        let set = "place().setAttribute('theme', arguments[0]);";
        page.js_with::<()>(set, json!([theme])).await?;
        let measure = format!("{COLORS}{FAINT}");
        let faint: Vec<String> = page.js_with(&measure, json!([BACKGROUNDS])).await?;
        ensure!(faint.is_empty(), "{theme}: {faint:#?}");
    }
    Ok(())
}

#[tokio::test]
async fn host_properties_take_precedence() -> Result<()> {
    let markup =
        "<style>kennis-lemniscaat { --kl-surface: #12343b; --kl-ink: #ffe8d6; --kl-link: #ffd166;
        --kl-on-phase: #000001; --kl-space: 20px; --kl-radius: 0px }</style>
        <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
    let page = embedded(markup).await?;
    let styles = "return [getComputedStyle(kl()).color, getComputedStyle($('.kl-crumb')).color,
        getComputedStyle($('.kl-number')).color, getComputedStyle($('.kl-head')).paddingTop,
        getComputedStyle($('.kl-button')).borderRadius];";
    let styles: Vec<String> = page.js(styles).await?;
    let expected = [
        "rgb(255, 232, 214)",
        "rgb(255, 209, 102)",
        "rgb(0, 0, 1)",
        "20px",
        "0px",
    ];
    ensure!(styles == expected, "{styles:?}");
    Ok(())
}
