//! All that can be clicked is large enough for a finger that isn't steady.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::browse;
use crate::circumstances::{each, every_view};
use crate::interactive::INTERACTIVE;
use crate::site::Site;

/// What need only be 24 px high and wide, as <https://www.w3.org/TR/WCAG22/#target-size-minimum>
/// asks at level AA: the bars of charts. Rows of 44 px would tear a chart apart.
const SMALLER: [&str; 1] = [".kl-chart a"];

/// Which targets are smaller than 44 by 44 px, or 24 by 24 px where that is enough.
const SMALL: &str = include_str!("scripts/targets_small.js");

/// In light alone: in dark all has the same size and place, as [`crate::themes`] shows.
#[tokio::test]
async fn every_target_is_large_enough() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let wrong = each(browser, &site, every_view(), async |_| {
            let small = format!("{INTERACTIVE}{SMALL}");
            browser.js_with(&small, json!([SMALLER])).await
        });
        let wrong = wrong.await?;
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}
