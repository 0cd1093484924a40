//! Layout: content fits and can be hit with a finger, from the smallest screen up.

use anyhow::Result;
use harness::blank;
use harness::layout::{CUT_OFF, OVERLAPPING, TOO_WIDE, all_of, check_each_kind};
use rstest::rstest;

use crate::visual::HARD_TO_HIT;

/// Short names that overlap each other or a number on its arc.
const OVERLAPS: &str = include_str!("scripts/layout_overlaps.js");

/// 280 px is the width of a column in a host page. Text is narrowest at 928 and 960 px, where the
/// figure just fits beside it.
#[rstest]
#[tokio::test]
async fn no_view_scrolls_sideways_and_no_name_in_the_figure_is_cut_off_or_covered(
    #[values(280, 320, 400, 600, 768, 928, 960, 1280)] width: u32,
) -> Result<()> {
    let page = blank().await?;
    let misfits = all_of(&[TOO_WIDE, CUT_OFF, OVERLAPPING]);
    check_each_kind(&page, page.site(), &[width], &misfits).await
}

#[tokio::test]
async fn a_finger_hits_every_phase_on_a_small_screen() -> Result<()> {
    let page = blank().await?;
    check_each_kind(&page, page.site(), &[320], HARD_TO_HIT).await
}

#[tokio::test]
async fn no_short_name_is_covered_on_a_small_screen() -> Result<()> {
    let page = blank().await?;
    check_each_kind(&page, page.site(), &[320], OVERLAPS).await
}

#[rstest]
#[tokio::test]
async fn no_short_name_is_covered_in_the_small_figure(
    #[values(768, 1280)] width: u32,
) -> Result<()> {
    let page = blank().await?;
    let small = format!("if (kl().classList.contains('kl-overview')) return []; {OVERLAPS}");
    check_each_kind(&page, page.site(), &[width], &small).await
}
