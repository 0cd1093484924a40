//! The visibility of the keyboard focus.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use harness::blank;
use harness::focus::check;
use harness::viewports::{at_width, check_each};
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
    let views = at_width(examined(), width);
    let problems = check_each(&page, page.site(), views, async |_| {
        check(&page, &mut looks).await
    })
    .await?;
    let count = looks.len();
    println!("{count} looks");
    ensure!(
        count > 20,
        "{count} looks were checked, expected more than 20"
    );
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}
