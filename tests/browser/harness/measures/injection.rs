//! Traces of texts that were interpreted as markup or script.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::setup::exhaustive;

/// Returns traces of injection: scripts that ran, and elements, handlers and links from a text.
pub const HARM: &str = include_str!("scripts/injection_harm.js");

/// Whether the value that [`HARM`] returned has no trace.
pub fn harmless(value: &Value) -> bool {
    *value == json!({"ran": 0, "elements": [], "handlers": [], "links": []})
}

/// Checks that no text was interpreted as markup or script on a page in some state.
pub async fn no_harm(page: &Page, state: &str) -> Result<()> {
    let harm: Value = page.js(HARM).await?;
    ensure!(harmless(&harm), "{state}: {harm:#}");
    Ok(())
}

/// Texts that run a script if they are interpreted as markup or as an address: every third of them,
/// or all with `--exhaustive`.
pub fn texts() -> Vec<&'static str> {
    let all = test_support::injection::texts();
    let step = if exhaustive() { 1 } else { 3 };
    all.into_iter().step_by(step).collect()
}
