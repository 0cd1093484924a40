//! The panel to share a view.

use anyhow::Result;

use crate::page::Page;

/// An expression for the text of the panel's status region.
pub const STATUS_TEXT: &str = "$('.kl-share [role=status]').textContent";

/// Records copied texts, shared data and opened addresses in `shareActions`, instead of copying,
/// sharing and opening. Also records share events.
pub const KEEP: &str = include_str!("scripts/share_panel_record.js");

/// Simulates a browser that rejects copying and has no Web Share API.
pub const FORBID: &str = include_str!("scripts/share_panel_forbid.js");

/// Opens the panel.
pub async fn open(page: &Page) -> Result<()> {
    page.click("$('.kl-share summary')").await
}
