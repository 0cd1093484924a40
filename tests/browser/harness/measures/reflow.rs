//! Content that doesn't fit into the window.

use anyhow::{Result, ensure};

use crate::interactive::{INTERACTIVE, open_all};
use crate::layout::{CUT_OFF, TOO_WIDE};
use crate::page::Page;

/// Elements that reach outside the page. Tables and charts may where text is spaced widely: they have
/// two dimensions, and can be scrolled to (<https://www.w3.org/TR/WCAG22/#reflow>).
pub const OUTSIDE: &str = include_str!("../scripts/reflow_outside.js");

/// Texts that lie over each other. A line of text is less high than the room it gets.
pub const TEXTS_OVERLAP: &str = include_str!("../scripts/reflow_texts_overlap.js");

/// Texts that are cut off by a box that hides what sticks out.
pub const HIDDEN: &str = include_str!("../scripts/reflow_hidden.js");

/// Everything that does not fit in the page as it is now.
pub async fn misfits(page: &Page, wide: &str) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for script in [wide, CUT_OFF, TEXTS_OVERLAP, HIDDEN] {
        let script = format!("{INTERACTIVE}{script}");
        wrong.extend(page.js::<Vec<String>>(&script).await?);
    }
    Ok(wrong)
}

/// Checks that what is on some pages fits after a script has changed something.
pub async fn fits(page: &Page, pages: &[String], sizes: &[(u32, u32)], change: &str) -> Result<()> {
    let mut wrong = Vec::new();
    for (width, height) in sizes {
        page.size(*width, *height).await?;
        for url in pages {
            page.open_interactive(url).await?;
            open_all(page).await?;
            let wide = if change.is_empty() { TOO_WIDE } else { OUTSIDE };
            let change = format!("{INTERACTIVE}{change} return drawn();");
            page.js::<()>(&change).await?;
            let found = misfits(page, wide).await?.into_iter();
            let place = format!("{url} at {width} x {height} px");
            wrong.extend(found.map(|each| format!("{place}: {each}")));
        }
    }
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}
