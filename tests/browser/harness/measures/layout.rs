//! Text that is cut off, overlaps or makes a page scroll sideways.

use anyhow::{Result, ensure};

use crate::page::Page;
use crate::server::Site;
use crate::views::KINDS;

/// Elements outside the width of the page, if the page can be scrolled sideways.
pub const TOO_WIDE: &str = include_str!("../scripts/layout_too_wide.js");

/// Words in the figure that are cut off, outside their label or outside the window.
pub const CUT_OFF: &str = include_str!("../scripts/layout_cut_off.js");

/// Words of two labels in the figure that overlap.
pub const OVERLAPPING: &str = include_str!("../scripts/layout_overlapping.js");

/// Collects what a script finds wrong with each kind of view at each width.
pub async fn everywhere(page: &Page, site: &Site, widths: &[u32], script: &str) -> Result<()> {
    let mut wrong = Vec::new();
    for width in widths {
        page.width(*width).await?;
        for path in KINDS {
            page.open_interactive(&site.url(path)).await?;
            let found: Vec<String> = page.js(script).await?;
            wrong.extend(
                found
                    .iter()
                    .map(|each| format!("{path} at {width} px: {each}")),
            );
        }
    }
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// One script that collects what several scripts find wrong.
pub fn all_of(scripts: &[impl AsRef<str>]) -> String {
    let calls = scripts.iter().map(|script| {
        let script = script.as_ref();
        format!("...(() => {{ {script}\n}})()")
    });
    format!("return [{}];", calls.collect::<Vec<_>>().join(", "))
}
