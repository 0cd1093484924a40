//! axe: what it finds wrong, and what it leaves to a person, against what one looked at already.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::{Browser, setting};

/// What a person looked at where axe couldn't decide: the rule, axe's reason, the elements
/// it holds for, and why they are fine.
const REVIEWED: &str = include_str!("incomplete.json");

/// Examines the page as it is now, with all that can be opened open. Returns what is wrong
/// and what nobody has looked at.
const EXAMINE: &str = "
const [reviewed] = arguments;
const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? roots(shadowRoot) : [])];
for (const root of roots(document)) for (const each of root.querySelectorAll('details')) each.open = true;
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const reasonOf = (check) => check.data?.messageKey ?? check.id;
const reasons = ({any, all, none}) => [...new Set([...any, ...all, ...none].map(reasonOf))];
const where = ({target}) => target.flat().join(' >>> ');
const known = (id, node) => reasons(node).every((reason) => reviewed.some((entry) =>
  entry.rule === id && entry.reason === reason && node.element.matches(entry.selector)));
return axe.run(document, {runOnly: tags, resultTypes: ['violations', 'incomplete'], elementRef: true})
  .then(({violations, incomplete}) => ({
    wrong: violations.flatMap(({id, help, nodes}) => nodes.map((node) =>
      `${id}: ${help}: ${where(node)}: ${node.failureSummary.replace(/\\s+/g, ' ')}`)),
    unseen: incomplete.flatMap(({id, help, nodes}) => nodes.filter((node) => !known(id, node)).map((node) =>
      `${id} (${reasons(node)}): ${help}: ${where(node)}: ${[...node.any, ...node.all, ...node.none]
        .map(({message}) => message).join(' ').replace(/\\s+/g, ' ')}`)),
  }));";

/// What axe says, of as many pages as were examined.
#[derive(Default, Deserialize)]
pub struct Findings {
    wrong: Vec<String>,
    unseen: Vec<String>,
}

impl Findings {
    /// Brings axe into the page, which keeps it until another is loaded.
    pub async fn ready(browser: &Browser) -> Result<()> {
        let path = setting("AXE");
        let axe = fs::read_to_string(&path).with_context(|| format!("reading {path}"))?;
        browser.js(&format!("{axe};"), json!([])).await
    }

    /// Adds what axe finds in the page as it is now.
    pub async fn add(&mut self, browser: &Browser, place: &str) -> Result<()> {
        let reviewed: Value = serde_json::from_str(REVIEWED).context("incomplete.json")?;
        let found: Self = browser.js(EXAMINE, json!([reviewed])).await?;
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
            "{} things that axe can't decide and nobody has looked at. Look at each in a browser, \
            in light and dark; what is wrong is to be mended, what is fine goes into \
            tests/browsers/incomplete.json, with the rule, the reason (in brackets here), a selector \
            and why it is fine:\n  {}",
            self.unseen.len(),
            self.unseen.join("\n  ")
        );
        Ok(())
    }
}
