//! The tab order: Tab reaches every control, in reading order and visibly focused.

use anyhow::{Result, ensure};
use harness::blank;
use harness::interactive::open_all;
use harness::tab_order::walk;
use harness::viewports::{check_each, every_view};
use harness::views::KINDS;
use rstest::rstest;

/// In the light theme alone: the dark theme has the same sizes, positions and order, as the tests
/// of themes show.
#[rstest]
#[tokio::test]
async fn tab_reaches_every_control_in_reading_order(
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = blank().await?;
    let mut views = every_view();
    views.retain(|view| view.width == width);
    ensure!(!views.is_empty(), "no view is examined at {width} px");
    let problems = check_each(&page, page.site(), views, async |_| walk(&page).await).await?;
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

#[rstest]
#[case::at_400_percent(320, 256)]
#[case::on_a_phone_in_landscape(667, 375)]
#[tokio::test]
async fn tab_reaches_every_control_in_reading_order_in_a_low_window(
    #[case] width: u32,
    #[case] height: u32,
) -> Result<()> {
    let page = blank().size(width, height).await?;
    let mut problems = Vec::new();
    for path in KINDS {
        page.open_interactive(&page.site().url(path)).await?;
        open_all(&page).await?;
        let view_problems = walk(&page).await?.into_iter();
        problems.extend(view_problems.map(|problem| format!("{path}: {problem}")));
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}
