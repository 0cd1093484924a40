//! What readers ask of their browser is done: colours, motion, spacing, size.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse, browse_with};
use crate::circumstances::{Sight, THEMES, each, each_preferring, every_kind, every_view, prefer};
use crate::contrast::measure;
use crate::interactive::{INTERACTIVE, hover, open_all};
use crate::layout::{CUT_OFF, TOO_WIDE};
use crate::paths::KINDS;
use crate::site::Site;

/// Where each kind of view is on our own site.
fn our_pages(site: &Site) -> Vec<String> {
    KINDS.map(|path| site.url(path)).into()
}

/// The spacing of <https://www.w3.org/TR/WCAG22/#text-spacing>, as a reader's own style.
const SPACED: &str = include_str!("scripts/preferences_spaced.js");

#[tokio::test]
async fn wider_spaced_text_fits() -> Result<()> {
    let site = Site::whole().await?;
    let sizes = [(320, 900), (768, 900), (1280, 900)];
    browse(async |browser| fits(browser, &our_pages(&site), &sizes, SPACED).await).await
}

#[tokio::test]
async fn a_desk_zoomed_in_to_400_percent_needs_no_scrolling_sideways() -> Result<()> {
    let site = Site::whole().await?;
    // 1280 x 1024 px at 400 and 200 %.
    let sizes = [(320, 256), (640, 512)];
    browse(async |browser| fits(browser, &our_pages(&site), &sizes, "").await).await
}

#[tokio::test]
async fn a_phone_may_be_held_either_way() -> Result<()> {
    let site = Site::whole().await?;
    let sizes = [(375, 667), (667, 375)];
    browse(async |browser| fits(browser, &our_pages(&site), &sizes, "").await).await
}

#[tokio::test]
async fn text_of_twice_the_size_fits_in_every_width() -> Result<()> {
    let site = Site::whole().await?;
    with_large_text(async |browser| fits(browser, &our_pages(&site), &LARGE_TEXT, "").await).await
}

/// What moves, at rest or with the focus, and what would.
const MOVING: &str = include_str!("scripts/preferences_moving.js");

async fn still_in(theme: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let moving = format!("{INTERACTIVE}{MOVING}");
        prefer(browser, &[("prefers-reduced-motion", "reduce")], theme).await?;
        let wrong = each(browser, &site, every_view(), async |sight| {
            let mut wrong: Vec<String> = browser.js(&moving).await?;
            // Styles under the mouse differ by kind of view.
            let kind = KINDS.contains(&sight.path);
            let under_mouse = ["$('.kl-phase-4 .kl-label')", "$('.kl-main .kl-button')"];
            for hovered in under_mouse.into_iter().filter(|_| kind) {
                hover(browser, hovered).await?;
                let moves = "return document.getAnimations().length;";
                let moves: u32 = browser.js(moves).await?;
                if moves > 0 {
                    wrong.push(format!("the mouse on {hovered} starts a motion"));
                }
            }
            Ok(wrong)
        });
        let wrong = wrong.await?;
        ensure!(wrong.is_empty(), "{theme}: {wrong:#?}");
        // Where motion is welcome, there is some: else this test shows nothing.
        let welcome = [("prefers-reduced-motion", "no-preference")];
        prefer(browser, &welcome, theme).await?;
        browser.open_live(&site.url("/nl/")).await?;
        let moves: Vec<String> = browser.js(&moving).await?;
        ensure!(!moves.is_empty(), "nothing ever moves");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_moves_in_light_for_who_asks_for_less_motion() -> Result<()> {
    still_in("light").await
}

#[tokio::test]
async fn nothing_moves_in_dark_for_who_asks_for_less_motion() -> Result<()> {
    still_in("dark").await
}

#[tokio::test]
async fn who_asks_for_more_contrast_gets_no_less() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        for theme in THEMES {
            prefer(browser, &[("prefers-contrast", "more")], theme).await?;
            let look = async |sight: Sight| Ok(measure(browser, sight.width).await?.wrong);
            let wrong = each(browser, &site, every_kind(), look).await?;
            ensure!(wrong.is_empty(), "{theme}: {wrong:#?}");
        }
        Ok(())
    })
    .await
}

/// Lines and shapes that are faint against the surface.
const FAINT: &str = include_str!("scripts/preferences_faint.js");

#[tokio::test]
async fn who_asks_for_more_contrast_sees_every_line() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let more = [("prefers-contrast", "more")];
        for theme in THEMES {
            let faint = each_preferring(browser, &site, &more, theme, every_kind(), FAINT).await?;
            ensure!(faint.is_empty(), "{theme}: {faint:#?}");
        }
        Ok(())
    })
    .await
}

/// What lets something else through.
const SHEER: &str = include_str!("scripts/preferences_sheer.js");

#[tokio::test]
async fn nothing_shows_through_for_who_asks_for_less_transparency() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let reduced = [("prefers-reduced-transparency", "reduce")];
        for theme in THEMES {
            let sheer =
                each_preferring(browser, &site, &reduced, theme, every_kind(), SHEER).await?;
            ensure!(sheer.is_empty(), "{theme}: {sheer:#?}");
        }
        Ok(())
    })
    .await
}
