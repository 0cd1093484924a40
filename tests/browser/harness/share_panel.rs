//! The panel to share a view.

use anyhow::Result;

use crate::page::Page;

/// An expression for the text of the panel's status region.
pub const STATUS_TEXT: &str = "$('.kl-share [role=status]').textContent";

/// Keeps what is copied, shared and opened, instead of doing it.
pub const KEEP: &str = include_str!("scripts/share_panel_keep.js");

/// A browser that doesn't allow copying, and has nothing to share with.
pub const FORBID: &str = include_str!("scripts/share_panel_forbid.js");

/// Opens the panel.
pub async fn open(page: &Page) -> Result<()> {
    page.click("$('.kl-share summary')").await
}
