//! Lines of text are neither too short nor too long to be read with ease.

use anyhow::Result;
use harness::blank;
use harness::layout::everywhere;
use rstest::rstest;

/// Texts whose full lines have fewer than 45 characters or more than 75 on average.
const UNEASY: &str = include_str!("scripts/line_length_uneasy.js");

#[rstest]
#[tokio::test]
async fn lines_have_45_to_75_characters(#[values(768, 1280)] width: u32) -> Result<()> {
    let page = blank().await?;
    everywhere(&page, page.site(), &[width], UNEASY).await
}
