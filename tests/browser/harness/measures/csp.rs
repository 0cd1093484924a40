//! Violations of a Content-Security-Policy.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;

/// Records violations of the policy in `violations`.
pub const WATCH: &str = include_str!("scripts/csp_watch.js");

/// Checks that the page violated no policy; requires [`WATCH`].
pub async fn no_violation(page: &Page, path: &str) -> Result<()> {
    let violations: Value = page.js("return violations;").await?;
    ensure!(
        violations == json!([]),
        "{path} violates its policy: {violations:#}"
    );
    Ok(())
}
