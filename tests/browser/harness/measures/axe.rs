//! Findings of axe: violations, and undecided elements that aren't in the list of reviewed ones.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;
use crate::setup::setup;

/// Undecided elements that a person has reviewed: the rule, axe's reason, the selector and why the
/// elements are fine.
const REVIEWED: &str = include_str!("axe_reviewed.json");

/// Opens every `details` element and examines the page in its current state. Returns the violations
/// and the undecided elements that haven't been reviewed.
const EXAMINE: &str = include_str!("scripts/axe_examine.js");

/// The findings on all examined pages.
#[derive(Default, Deserialize)]
pub struct Findings {
    violations: Vec<String>,
    unreviewed: Vec<String>,
}

impl Findings {
    /// Loads axe into the page; it stays there until another page is loaded.
    pub async fn load_axe(page: &Page) -> Result<()> {
        let path = setup().path("axe");
        let axe =
            fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        page.js(&format!("{axe};")).await
    }

    /// Adds the findings of axe in the current state of the page.
    pub async fn add(&mut self, page: &Page, place: &str) -> Result<()> {
        let reviewed: Value = serde_json::from_str(REVIEWED).context("axe_reviewed.json")?;
        let findings: Self = page.js_with(EXAMINE, json!([reviewed])).await?;
        let at_place = |finding: String| format!("{place}: {finding}");
        let violations = findings.violations.into_iter().map(at_place);
        self.violations.extend(violations);
        let unreviewed = findings.unreviewed.into_iter().map(at_place);
        self.unreviewed.extend(unreviewed);
        Ok(())
    }

    /// Adds a problem that axe has no rule for.
    pub fn add_problem(&mut self, problem: String) {
        self.violations.push(problem);
    }

    /// Fails if there is any finding.
    pub fn check_none(&self) -> Result<()> {
        ensure!(
            self.violations.is_empty(),
            "{} violations:\n  {}",
            self.violations.len(),
            self.violations.join("\n  ")
        );
        ensure!(
            self.unreviewed.is_empty(),
            "{} elements that axe can't decide on and that haven't been reviewed. Look at each in a \
            page, in light and dark. Fix it if it has a problem; else add it to \
            tests/browser/harness/measures/axe_reviewed.json, with the rule, the reason (in brackets \
            here), a selector and why it is fine:\n  {}",
            self.unreviewed.len(),
            self.unreviewed.join("\n  ")
        );
        Ok(())
    }
}
