//! The isolation of a host page from its widgets: the page has no errors and is unchanged.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;

/// Records errors on a page, and errors and warnings in its console, in `pageErrors`.
pub const WATCH: &str = include_str!("scripts/isolation_watch.js");

/// Checks that there were no errors or warnings on a page; requires [`WATCH`].
pub async fn check_no_errors(page: &Page, name: &str) -> Result<()> {
    let errors: Value = page.js("return pageErrors;").await?;
    ensure!(errors == json!([]), "on the page {name}: {errors:#}");
    Ok(())
}

/// Returns whether the page is as it was served, except for its own changes and the element's
/// `view` attribute.
const UNCHANGED: &str = include_str!("scripts/isolation_unchanged.js");

/// Checks that the page is as it was served, except for the changes by a script of its own. The
/// script gets the document as `page` and the element as `it`.
pub async fn check_unchanged(page: &Page, own_script: &str, name: &str) -> Result<()> {
    let script = format!("const own = {};{UNCHANGED}", function(own_script));
    let unchanged: bool = page.js(&script).await?;
    ensure!(unchanged, "the widget changes the page {name}");
    Ok(())
}

/// A script of a page as a function, which can be applied both to the current page and to the page
/// as it was served.
pub fn function(own_script: &str) -> String {
    format!("(page, it) => {{ {own_script} }}")
}
