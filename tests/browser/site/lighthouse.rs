//! What Lighthouse makes of pages on the server that we publish settings for.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use tokio::process::Command;

use crate::browser::setting;
use crate::hosted::url;

/// What must be perfect. Speed is only reported: it differs from machine to machine.
const PERFECT: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// The same browser as in the other tests.
const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// As in <https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md>.
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
    /// Of an address that nobody has been at before.
    async fn of(url: &str) -> Result<Self> {
        let cli = format!("{}/lighthouse/cli/index.js", setting("NODE_MODULES"));
        let flags = format!("--chrome-flags={FLAGS}");
        let mut lighthouse = Command::new("node");
        lighthouse
            .args([&cli, url, &flags, "--output=json", "--quiet"])
            .arg("--no-enable-error-reporting")
            .env("CHROME_PATH", setting("CHROMIUM"));
        let output = lighthouse.output().await.context("starting node")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.success(),
            "Lighthouse failed at {url}: {said}"
        );
        serde_json::from_slice(&output.stdout).with_context(|| format!("the report of {url}"))
    }

    fn percent(&self, category: &str) -> Option<u32> {
        let score = self.categories.get(category)?.score?;
        Some((score * 100.0).round() as u32)
    }

    /// Each audit that costs a category points, and each that could not be made.
    fn failing(&self, category: &str) -> Vec<String> {
        let refs = self.categories.get(category).map(|each| &each.audit_refs);
        let counted = refs.into_iter().flatten().filter(|each| each.weight > 0.0);
        let audits = counted.filter_map(|each| Some((&each.id, self.audits.get(&each.id)?)));
        audits
            .filter(|(_, audit)| match audit.score {
                Some(score) => score < 1.0,
                None => audit.score_display_mode == "error",
            })
            .map(|(id, audit)| {
                let more = audit
                    .error_message
                    .as_ref()
                    .or(audit.display_value.as_ref());
                let more = more.map(String::as_str).unwrap_or_default();
                format!("{category}: {id}: {} {more}", audit.title)
            })
            .collect()
    }
}

/// Fails with every audit that isn't passed.
async fn perfect(path: &str) -> Result<()> {
    let report = Report::of(&url(path)).await?;
    if let Some(percent) = report.percent("performance") {
        println!("{path}: speed {percent} of 100 as a slow phone would have it");
    }
    let mut wrong = Vec::new();
    for category in PERFECT {
        let percent = report.percent(category);
        if percent != Some(100) {
            wrong.push(format!("{category}: {percent:?} of 100"));
            wrong.extend(report.failing(category));
        }
    }
    ensure!(wrong.is_empty(), "{path}:\n  {}", wrong.join("\n  "));
    Ok(())
}

#[tokio::test]
async fn the_overview_is_perfect() -> Result<()> {
    perfect("/nl/").await
}

#[tokio::test]
async fn a_phase_is_perfect() -> Result<()> {
    perfect("/nl/vertaling/").await
}

#[tokio::test]
async fn experiences_are_perfect() -> Result<()> {
    perfect("/nl/vertaling/ervaringen/").await
}
