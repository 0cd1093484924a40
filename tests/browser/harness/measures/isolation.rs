//! Whether a page is undisturbed by the widgets on it: nothing goes wrong there, and it stays as it was served.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;

/// Keeps what goes wrong on a page or is warned of in its console, in `wrong`.
pub const WATCH: &str = include_str!("../scripts/isolation_watch.js");

/// Nothing went wrong on a page that [`WATCH`] looks at.
pub async fn nothing_wrong(page: &Page, name: &str) -> Result<()> {
    let wrong: Value = page.js("return wrong;").await?;
    ensure!(wrong == json!([]), "on the page {name}: {wrong:#}");
    Ok(())
}

/// Whether the page is as it was served, but for what it itself did and the view that the element names.
const UNTOUCHED: &str = include_str!("../scripts/isolation_untouched.js");

/// The page is as it was served, but for what a script of its own did to `page` and to `it`, the element.
pub async fn untouched(page: &Page, own: &str, name: &str) -> Result<()> {
    let script = format!("const own = {};{UNTOUCHED}", function(own));
    let untouched: bool = page.js(&script).await?;
    ensure!(untouched, "the widget changes the page {name}");
    Ok(())
}

/// A script of a page as a function, because it is done to the page as it is and as it was served.
pub fn function(own: &str) -> String {
    format!("(page, it) => {{ {own} }}")
}
