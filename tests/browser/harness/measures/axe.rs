//! axe: what it finds wrong, and what it leaves to a person, against what one looked at already.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;
use crate::setup::setup;

/// Elements that a person looked at because axe couldn't decide: the rule, axe's reason, the elements
/// and why they are fine.
const REVIEWED: &str = include_str!("axe_reviewed.json");

/// Examines the page as it is now, with everything open that can be opened. Returns the violations
/// and the elements that nobody has looked at.
const EXAMINE: &str = include_str!("../scripts/axe_examine.js");

/// The findings of axe on all examined pages.
#[derive(Default, Deserialize)]
pub struct Findings {
    wrong: Vec<String>,
    unseen: Vec<String>,
}

impl Findings {
    /// Brings axe into the page, which keeps it until another is loaded.
    pub async fn ready(page: &Page) -> Result<()> {
        let path = setup().path("axe");
        let axe =
            fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        page.js(&format!("{axe};")).await
    }

    /// Adds what axe finds in the page as it is now.
    pub async fn add(&mut self, page: &Page, place: &str) -> Result<()> {
        let reviewed: Value = serde_json::from_str(REVIEWED).context("axe_reviewed.json")?;
        let found: Self = page.js_with(EXAMINE, json!([reviewed])).await?;
        let at = |each: String| format!("{place}: {each}");
        self.wrong.extend(found.wrong.into_iter().map(at));
        self.unseen.extend(found.unseen.into_iter().map(at));
        Ok(())
    }

    /// Adds something wrong that axe doesn't look for.
    pub fn complain(&mut self, complaint: String) {
        self.wrong.push(complaint);
    }

    /// Fails if anything was found.
    pub fn none(&self) -> Result<()> {
        ensure!(
            self.wrong.is_empty(),
            "{} complaints:\n  {}",
            self.wrong.len(),
            self.wrong.join("\n  ")
        );
        ensure!(
            self.unseen.is_empty(),
            "{} things that axe can't decide and nobody has looked at. Look at each in a page, \
            in light and dark; what is wrong is to be mended, what is fine goes into \
            tests/browser/harness/measures/axe_reviewed.json, with the rule, the reason (in brackets here), a selector \
            and why it is fine:\n  {}",
            self.unseen.len(),
            self.unseen.join("\n  ")
        );
        Ok(())
    }
}
