//! The reader's preferences: text spacing, zoom, text size, motion, contrast, transparency.

use anyhow::{Result, ensure};
use harness::contrast::measure;
use harness::interactive::{INTERACTIVE, hover};
use harness::layout::TOO_WIDE;
use harness::preferences::{LARGE_TEXT, check_large_text, large_text};
use harness::reflow::{OUTSIDE, misfits};
use harness::screen::COLORS;
use harness::viewports::{
    SizedView, THEMES, at_each_width, at_width, check_each, check_each_preferring, every_view,
    prefer,
};
use harness::views::{KINDS, each_kind};
use harness::{Page, blank};
use rstest::rstest;

/// Checks that each kind of view fits in windows of some sizes. `wide` is a script that returns the
/// elements that are too wide; the script `change` runs first in each view.
async fn fits(page: &Page, sizes: &[(u32, u32)], wide: &str, change: &str) -> Result<()> {
    let change = format!("{INTERACTIVE}{change} return drawn();");
    let views = at_width(each_kind(), 1280);
    let problems = check_each(page, page.site(), views, async |_| {
        let mut problems = Vec::new();
        for &(width, height) in sizes {
            page.size(width, height).await?;
            page.js::<()>(&change).await?;
            let misfits = misfits(page, wide).await?.into_iter();
            problems.extend(misfits.map(|misfit| format!("{width} x {height} px: {misfit}")));
        }
        Ok(problems)
    })
    .await?;
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// The spacing of <https://www.w3.org/TR/WCAG22/#text-spacing>, as a reader's own style.
const TEXT_SPACING: &str = include_str!("scripts/preferences_text_spacing.js");

#[tokio::test]
async fn text_with_wider_spacing_fits() -> Result<()> {
    let sizes = [(320, 900), (768, 900), (1280, 900)];
    fits(&blank().await?, &sizes, OUTSIDE, TEXT_SPACING).await
}

/// A window of 1280 x 1024 px at 400 and 200 %, and a phone in portrait and landscape.
#[tokio::test]
async fn zoomed_windows_and_phones_in_either_orientation_need_no_horizontal_scrolling() -> Result<()>
{
    let sizes = [(320, 256), (640, 512), (375, 667), (667, 375)];
    fits(&blank().await?, &sizes, TOO_WIDE, "").await
}

#[tokio::test]
async fn text_of_twice_the_size_fits_at_every_width() -> Result<()> {
    let page = large_text().await?;
    fits(&page, &LARGE_TEXT, TOO_WIDE, "").await?;
    check_large_text(&page).await
}

/// Animations and transitions that run, at rest or with the focus, and those that styles declare.
const MOVING: &str = include_str!("scripts/preferences_moving.js");

/// The problems of hovering: the mouse on some parts of a view must start no motion.
async fn hover_motion(page: &Page) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for hovered in ["$('.kl-phase-4 .kl-label')", "$('.kl-main .kl-button')"] {
        hover(page, hovered).await?;
        let count: u32 = page.js("return document.getAnimations().length;").await?;
        if count > 0 {
            problems.push(format!("the mouse on {hovered} starts a motion"));
        }
    }
    Ok(problems)
}

#[tokio::test]
async fn reduced_motion_stops_every_animation() -> Result<()> {
    let reduced = [("prefers-reduced-motion", "reduce")];
    let moving = format!("{INTERACTIVE}{MOVING}");
    let page = blank().await?;
    prefer(&page, &reduced, "light").await?;
    let problems = check_each(&page, page.site(), every_view(), async |view| {
        let mut problems = Vec::new();
        for theme in THEMES {
            prefer(&page, &reduced, theme).await?;
            problems.extend(page.js::<Vec<String>>(&moving).await?);
            // Styles under the mouse differ by kind of view.
            if KINDS.contains(&view.path) {
                problems.extend(hover_motion(&page).await?);
            }
        }
        Ok(problems)
    })
    .await?;
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// Guards against [`MOVING`] finding nothing because it doesn't work.
#[tokio::test]
async fn something_moves_without_reduced_motion() -> Result<()> {
    let page = blank().await?;
    for theme in THEMES {
        let no_preference = [("prefers-reduced-motion", "no-preference")];
        prefer(&page, &no_preference, theme).await?;
        page.open_interactive(&page.site().url("/nl/")).await?;
        let moving: Vec<String> = page.js(&format!("{INTERACTIVE}{MOVING}")).await?;
        ensure!(!moving.is_empty(), "nothing moves in {theme}");
    }
    Ok(())
}

/// Lines and shapes whose contrast with the surface is less than 3:1.
const FAINT_LINES: &str = include_str!("scripts/preferences_faint_lines.js");

#[rstest]
#[tokio::test]
async fn more_contrast_applies_to_texts_and_lines(
    #[values("light", "dark")] theme: &'static str,
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = blank().await?;
    prefer(&page, &[("prefers-contrast", "more")], theme).await?;
    let faint_lines = format!("{INTERACTIVE}{COLORS}{FAINT_LINES}");
    let views = at_width(each_kind(), width);
    let problems = check_each(&page, page.site(), views, async |view: SizedView| {
        let faint: Vec<String> = page.js(&faint_lines).await?;
        Ok([faint, measure(&page, view.width).await?.problems].concat())
    })
    .await?;
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// Elements that let something behind them show through.
const TRANSLUCENT: &str = include_str!("scripts/preferences_translucent.js");

#[tokio::test]
async fn reduced_transparency_makes_everything_opaque() -> Result<()> {
    let reduced = [("prefers-reduced-transparency", "reduce")];
    let page = blank().await?;
    for theme in THEMES {
        let views = at_each_width(each_kind());
        let site = page.site();
        let problems =
            check_each_preferring(&page, site, &reduced, theme, views, TRANSLUCENT).await?;
        ensure!(problems.is_empty(), "{theme}: {problems:#?}");
    }
    Ok(())
}
