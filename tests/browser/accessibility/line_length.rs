//! Lines of text are neither too short nor too long for easy reading.

use anyhow::Result;
use harness::blank;
use harness::layout::check_each_kind;
use rstest::rstest;

/// Texts whose full lines have fewer than 45 characters or more than 75 on average.
const OUT_OF_RANGE: &str = include_str!("scripts/line_length_outside.js");

#[rstest]
#[tokio::test]
async fn lines_have_45_to_75_characters(#[values(768, 1280)] width: u32) -> Result<()> {
    let page = blank().await?;
    check_each_kind(&page, page.site(), &[width], OUT_OF_RANGE).await
}
