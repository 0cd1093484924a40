//! The fonts of the share cards in a page, so that text has the same size on every machine.

use anyhow::Result;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use publisher::images::share_card::{BOLD, REGULAR};
use serde_json::json;

use crate::page::Page;

const LOAD: &str = include_str!("scripts/fonts_load.js");

/// Loads the fonts, and uses them for the page and its widgets.
///
/// # Errors
/// If a script fails in the page.
pub async fn load_fonts(page: &Page) -> Result<()> {
    let fonts = [(400, REGULAR), (700, BOLD)];
    let fonts = fonts.map(|(weight, bytes)| (weight, BASE64_STANDARD.encode(bytes)));
    page.js_with(LOAD, json!([fonts])).await
}
