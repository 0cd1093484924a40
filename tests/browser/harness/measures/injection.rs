//! Traces of texts that were taken for markup or script.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::setup::exhaustive;

/// Traces of a script that ran, and elements, handlers and links that came from a text.
pub const HARM: &str = include_str!("../scripts/injection_harm.js");

/// Whether the value that [`HARM`] returned has no trace.
pub fn harmless(value: &Value) -> bool {
    *value == json!({"ran": 0, "elements": [], "handlers": [], "links": []})
}

/// Checks that no text was taken for markup or script on a page that is in some state.
pub async fn no_harm(page: &Page, state: &str) -> Result<()> {
    let harm: Value = page.js(HARM).await?;
    ensure!(harmless(&harm), "{state}: {harm:#}");
    Ok(())
}

/// Texts that would run a script if anything took them for markup or an address: every third of
/// them, or all with `--exhaustive`.
pub fn texts() -> Vec<&'static str> {
    let all = test_support::injection::texts();
    let step = if exhaustive() { 1 } else { 3 };
    all.into_iter().step_by(step).collect()
}
