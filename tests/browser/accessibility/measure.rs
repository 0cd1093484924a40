//! Lines of text are neither too short nor too long to be read with ease.

use anyhow::Result;

use crate::browser::browse;
use crate::layout::everywhere;
use crate::site::Site;

/// Texts whose full lines have fewer than 45 characters or more than 75 on average.
const UNEASY: &str = include_str!("scripts/measure_uneasy.js");

#[tokio::test]
async fn lines_have_45_to_75_characters() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| everywhere(browser, &site, &[768, 1280], UNEASY).await).await
}
