//! Sizes of targets: large enough for unsteady fingers.

use anyhow::{Result, ensure};
use harness::blank;
use harness::interactive::INTERACTIVE;
use harness::viewports::{check_each, every_view};
use serde_json::json;

/// Targets that need only be 24 px high and wide, as
/// <https://www.w3.org/TR/WCAG22/#target-size-minimum> asks at level AA: the bars of charts. Rows
/// of 44 px would pull the bars of a chart too far apart.
const SMALLER: [&str; 1] = [".kl-chart a"];

/// Targets that are smaller than 44 by 44 px, or 24 by 24 px where that is enough.
const SMALL: &str = include_str!("scripts/target_size_small.js");

/// In the light theme alone: the dark theme has the same sizes and positions, as [`super::themes`]
/// shows.
#[tokio::test]
async fn targets_are_large_enough() -> Result<()> {
    let page = blank().await?;
    let script = format!("{INTERACTIVE}{SMALL}");
    let problems = check_each(&page, page.site(), every_view(), async |_| {
        page.js_with(&script, json!([SMALLER])).await
    })
    .await?;
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}
