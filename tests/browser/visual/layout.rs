//! Everything fits and can be hit, from the smallest screen up.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::paths::KINDS;
use crate::site::Site;

#[tokio::test]
async fn no_view_scrolls_sideways() -> Result<()> {
    let site = Site::whole().await?;
    // Text has least room just where there is room for the figure beside it.
    let widths = [&WIDTHS[..], &[928, 960]].concat();
    browse(async |browser| everywhere(browser, &site, &widths, TOO_WIDE).await).await
}

#[tokio::test]
async fn no_name_in_the_figure_is_cut_off() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| everywhere(browser, &site, &WIDTHS, CUT_OFF).await).await
}

#[tokio::test]
async fn no_two_names_in_the_figure_stand_over_each_other() -> Result<()> {
    let site = Site::whole().await?;
    // 280 px: a column in a page of someone else.
    let widths = [280, 320, 400, 600, 768, 1280];
    browse(async |browser| everywhere(browser, &site, &widths, OVERLAPPING).await).await
}

/// Which phases are hard to hit with a finger: by their name or around their number.
const HARD_TO_HIT: &str = include_str!("scripts/layout_hard_to_hit.js");

#[tokio::test]
async fn a_finger_hits_every_phase_on_a_small_screen() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| everywhere(browser, &site, &[320], HARD_TO_HIT).await).await
}

/// Which short names lie over each other or over a number on its arc.
const OVERLAPS: &str = include_str!("scripts/layout_overlaps.js");

#[tokio::test]
async fn the_short_names_are_all_to_be_read_on_a_small_screen() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| everywhere(browser, &site, &[320], OVERLAPS).await).await
}

#[tokio::test]
async fn the_short_names_of_the_small_figure_are_all_to_be_read() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let small = format!("if (kl().classList.contains('kl-overview')) return []; {OVERLAPS}");
        everywhere(browser, &site, &[768, 1280], &small).await
    })
    .await
}
