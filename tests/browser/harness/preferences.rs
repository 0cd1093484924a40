//! The reader's preferences: color scheme and text size.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::page::Page;
use crate::visit::{Visit, blank};

/// Sets a color scheme and reduced motion, so that no color is measured during a transition.
pub async fn scheme(page: &Page, scheme: &str) -> Result<()> {
    let features = [
        ("prefers-color-scheme", scheme),
        ("prefers-reduced-motion", "reduce"),
    ];
    page.prefer(&features).await
}

/// No page yet, in a browser whose preferences set text of twice the default size.
pub fn large_text() -> Visit {
    blank().browser_preferences(json!({"webkit.webprefs.default_font_size": 32}))
}

/// Checks that text has the size that [`large_text`] sets; without it the test shows nothing.
pub async fn check_large_text(page: &Page) -> Result<()> {
    let size: String = page.js("return getComputedStyle(kl()).fontSize;").await?;
    ensure!(
        size == "32px",
        "the text size is {size}, expected 32px as in the browser's preferences"
    );
    Ok(())
}

/// Sizes of windows for text of twice the size, in px. With such text, the first is as narrow as
/// 160 px with text of the default size.
pub const LARGE_TEXT: [(u32, u32); 4] = [(320, 900), (640, 900), (768, 900), (1280, 900)];
