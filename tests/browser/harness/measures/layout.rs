//! Text that is cut off, overlaps or makes a page scroll horizontally.

use anyhow::{Result, ensure};

use crate::page::Page;
use crate::server::Site;
use crate::views::KINDS;

/// Returns elements outside the width of the page, if the page can be scrolled horizontally.
pub const TOO_WIDE: &str = include_str!("scripts/layout_too_wide.js");

/// Returns texts in the figure that are cut off, outside their label or outside the window.
pub const CUT_OFF: &str = include_str!("scripts/layout_cut_off.js");

/// Returns texts of two labels in the figure that overlap.
pub const OVERLAPPING: &str = include_str!("scripts/layout_overlapping.js");

/// Checks that a script returns no problems of any kind of view at any width.
pub async fn check_each_kind(page: &Page, site: &Site, widths: &[u32], script: &str) -> Result<()> {
    let mut problems = Vec::new();
    for width in widths {
        page.width(*width).await?;
        for path in KINDS {
            page.open_interactive(&site.url(path)).await?;
            let view_problems: Vec<String> = page.js(script).await?;
            problems.extend(
                view_problems
                    .iter()
                    .map(|problem| format!("{path} at {width} px: {problem}")),
            );
        }
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// One script that collects the problems that several scripts return.
pub fn all_of(scripts: &[impl AsRef<str>]) -> String {
    let calls = scripts.iter().map(|script| {
        let script = script.as_ref();
        format!("...(() => {{ {script}\n}})()")
    });
    format!("return [{}];", calls.collect::<Vec<_>>().join(", "))
}
