//! The visibility of the keyboard focus.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use harness::blank;
use harness::focus::check;
use harness::viewports::{at_width, each};
use harness::views::examined;
use rstest::rstest;

#[rstest]
#[tokio::test]
async fn focus_indicators_are_large_and_have_contrast(
    #[values("light", "dark")] theme: &'static str,
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = blank().theme(theme).await?;
    let mut looks = HashSet::new();
    let sights = at_width(examined(), width);
    let problems = each(&page, page.site(), sights, async |_| {
        check(&page, &mut looks).await
    })
    .await?;
    let count = looks.len();
    println!("{count} looks");
    ensure!(count > 20, "only {count} looks were compared");
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}
