//! Preferences of readers.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::page::Page;
use crate::visit::{Visit, blank};

/// Colours and nothing that moves, so that none is judged halfway a transition.
pub async fn scheme(page: &Page, scheme: &str) -> Result<()> {
    let features = [
        ("prefers-color-scheme", scheme),
        ("prefers-reduced-motion", "reduce"),
    ];
    page.prefer(&features).await
}

/// No page yet, in a browser with text of twice the size, as the reader sets it.
pub fn large_text() -> Visit {
    blank().browser_preferences(json!({"webkit.webprefs.default_font_size": 32}))
}

/// Checks that text has the size that [`large_text`] asked for, so that the test shows something.
pub async fn is_large(page: &Page) -> Result<()> {
    let size: String = page.js("return getComputedStyle(kl()).fontSize;").await?;
    ensure!(
        size == "32px",
        "a reader who asks for text of 32 px gets {size}"
    );
    Ok(())
}

/// Windows for text of twice the size, in px: the first has, with such text, the room of 160 px.
pub const LARGE_TEXT: [(u32, u32); 4] = [(320, 900), (640, 900), (768, 900), (1280, 900)];
