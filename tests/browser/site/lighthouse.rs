//! Lighthouse scores of pages on nginx with the settings that we publish.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use harness::published::url;
use harness::setup::{exhaustive, setup};
use serde::Deserialize;
use tokio::process::Command;

/// Categories that must score 100. Performance is only reported, because it differs between
/// machines.
const CATEGORIES: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// The flags of the browser, as in the other tests.
const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// Lighthouse's report: <https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md>.
#[derive(Deserialize)]
struct Report {
    categories: BTreeMap<String, Category>,
    audits: BTreeMap<String, Audit>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Category {
    score: Option<f64>,
    audit_refs: Vec<AuditRef>,
}

#[derive(Deserialize)]
struct AuditRef {
    id: String,
    weight: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Audit {
    title: String,
    score: Option<f64>,
    score_display_mode: String,
    error_message: Option<String>,
    display_value: Option<String>,
}

impl Report {
    /// The report of a first visit to an address.
    async fn of(url: &str) -> Result<Self> {
        let cli = setup().path("node-modules");
        let cli = cli.join("lighthouse/cli/index.js");
        let mut lighthouse = Command::new("node");
        lighthouse
            .arg(cli)
            .args([url, "--output=json", "--quiet"])
            .arg("--no-enable-error-reporting")
            .arg(format!("--chrome-flags={FLAGS}"))
            .env("CHROME_PATH", setup().path("chromium"));
        let output = lighthouse.output().await.context("starting node")?;
        let errors = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.success(),
            "Lighthouse failed at {url}: {errors}"
        );
        serde_json::from_slice(&output.stdout).with_context(|| format!("the report of {url}"))
    }

    fn percent(&self, category: &str) -> Option<u32> {
        let score = self.categories.get(category)?.score?;
        Some((score * 100.0).round() as u32)
    }

    /// Each audit that lowers the score of a category, and each that failed to run.
    fn failures(&self, category: &str) -> Vec<String> {
        let category_refs = self.categories.get(category);
        let refs = category_refs.map(|category| &category.audit_refs);
        let counted = refs
            .into_iter()
            .flatten()
            .filter(|audit| audit.weight > 0.0);
        let audits = counted.filter_map(|audit| Some((&audit.id, self.audits.get(&audit.id)?)));
        let failed = audits.filter(|(_, audit)| match audit.score {
            Some(score) => score < 1.0,
            None => audit.score_display_mode == "error",
        });
        let describe = |(id, audit): (&String, &Audit)| {
            let error = audit.error_message.as_ref();
            let detail = error.or(audit.display_value.as_ref());
            let detail = detail.map(String::as_str).unwrap_or_default();
            format!("{category}: {id}: {} {detail}", audit.title)
        };
        failed.map(describe).collect()
    }
}

/// The examined pages: the first, or all with `--exhaustive`.
const PAGES: [&str; 3] = ["/nl/vertaling/", "/nl/", "/nl/vertaling/ervaringen/"];

#[tokio::test]
async fn lighthouse_scores_are_perfect() -> Result<()> {
    let count = if exhaustive() { PAGES.len() } else { 1 };
    for path in &PAGES[..count] {
        scores_are_perfect(path).await?;
    }
    Ok(())
}

async fn scores_are_perfect(path: &str) -> Result<()> {
    let report = Report::of(&url(path)).await?;
    if let Some(percent) = report.percent("performance") {
        println!("{path}: performance {percent} of 100, as on a slow phone");
    }
    let mut failures = Vec::new();
    for category in CATEGORIES {
        let percent = report.percent(category);
        if percent != Some(100) {
            failures.push(format!("{category}: {percent:?} of 100"));
            failures.extend(report.failures(category));
        }
    }
    ensure!(failures.is_empty(), "{path}:\n  {}", failures.join("\n  "));
    Ok(())
}
