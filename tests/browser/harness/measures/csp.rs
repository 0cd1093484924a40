//! Violations of a Content-Security-Policy.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;

/// Keeps what the policy forbade, in `violations`.
pub const WATCH: &str = include_str!("../scripts/csp_watch.js");

/// Checks that the page asked for nothing that its policy forbids; [`WATCH`] was told to watch.
pub async fn no_violation(page: &Page, path: &str) -> Result<()> {
    let violations: Value = page.js("return violations;").await?;
    ensure!(
        violations == json!([]),
        "{path} wants more than it may: {violations:#}"
    );
    Ok(())
}
