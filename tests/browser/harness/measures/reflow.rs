//! Content that doesn't fit in the window.

use anyhow::{Result, ensure};

use crate::interactive::{INTERACTIVE, open_all};
use crate::layout::{CUT_OFF, TOO_WIDE};
use crate::page::Page;

/// Returns elements that extend outside the page. Tables and charts are exempt where text is spaced
/// widely: they have two dimensions and can be scrolled (<https://www.w3.org/TR/WCAG22/#reflow>).
pub const OUTSIDE: &str = include_str!("scripts/reflow_outside.js");

/// Returns texts that overlap. A line of text counts as less high than its line box.
pub const TEXTS_OVERLAP: &str = include_str!("scripts/reflow_texts_overlap.js");

/// Returns elements that cut off their overflowing content.
pub const HIDDEN: &str = include_str!("scripts/reflow_hidden.js");

/// The content that does not fit in the current page.
pub async fn misfits(page: &Page, wide: &str) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for script in [wide, CUT_OFF, TEXTS_OVERLAP, HIDDEN] {
        let script = format!("{INTERACTIVE}{script}");
        problems.extend(page.js::<Vec<String>>(&script).await?);
    }
    Ok(problems)
}

/// Checks that the content of some pages fits, after a script has changed them.
pub async fn fits(page: &Page, pages: &[String], sizes: &[(u32, u32)], change: &str) -> Result<()> {
    let mut problems = Vec::new();
    for (width, height) in sizes {
        page.size(*width, *height).await?;
        for url in pages {
            page.open_interactive(url).await?;
            open_all(page).await?;
            let wide = if change.is_empty() { TOO_WIDE } else { OUTSIDE };
            let change = format!("{INTERACTIVE}{change} return drawn();");
            page.js::<()>(&change).await?;
            let misfits = misfits(page, wide).await?.into_iter();
            let place = format!("{url} at {width} x {height} px");
            problems.extend(misfits.map(|misfit| format!("{place}: {misfit}")));
        }
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}
