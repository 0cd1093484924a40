//! Pages that forbid a lot: as much of the widget as they allow stands and works, the page hears
//! once what is missing, and stays as it was.

use anyhow::{Result, bail, ensure};
use serde_json::json;

use crate::browser::browse;
use crate::embed::{ELEMENT, host};
use crate::hosts::leads_on;
use crate::policy::{WATCH as WATCH_POLICY, no_violation};
use crate::site::{Plan, Site};
use crate::undisturbed::{WATCH, nothing_wrong, untouched};

/// Policies under which the widget comes alive.
const ALIVE: [&str; 2] = [
    "script-src http: 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
    "default-src 'none'; script-src http: 'wasm-unsafe-eval'; style-src http:; connect-src http:; \
        img-src http:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
];

/// Policies under which the finished views stay.
const FINISHED: [&str; 3] = [
    "script-src http:",
    "script-src http:; require-trusted-types-for 'script'; trusted-types 'none'",
    "default-src 'none'; script-src http:; style-src http:; connect-src http:; \
        base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
];

/// Policies under which the element's own content stays.
const LIGHT: [&str; 2] = ["style-src 'none'", "connect-src 'self'"];

fn guest(files: &Site, policy: &'static str) -> Plan {
    Plan::default()
        .policy(policy)
        .page("/gast/", host(files, ELEMENT))
}

/// What went wrong is what the widget told the page and its console, once.
fn told_once(wrong: &[String], policy: &str) -> Result<()> {
    let [warned, told] = wrong else {
        bail!("under {policy}: {wrong:#?}");
    };
    ensure!(
        *warned == format!("kennis-lemniscaat: {told}"),
        "under {policy}: {wrong:#?}"
    );
    Ok(())
}

#[tokio::test]
async fn under_a_strict_policy_that_allows_webassembly_it_lives() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        browser.before_load(WATCH_POLICY).await?;
        for policy in ALIVE {
            let site = guest(&files, policy).serve().await?;
            browser.open_live(&site.url("/gast/")).await?;
            leads_on(browser, 0, policy).await?;
            no_violation(browser, policy).await?;
            untouched(browser, "", policy).await?;
            nothing_wrong(browser, policy).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_webassembly_the_finished_views_lead_on() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for policy in FINISHED {
            let site = guest(&files, policy).serve().await?;
            browser.open(&site.url("/gast/")).await?;
            browser
                .wait(
                    &format!("word of what is missing under {policy}"),
                    "wrong.length")
                .await?;
            leads_on(browser, 0, policy).await?;
            untouched(browser, "", policy).await?;
            let wrong: Vec<String> = browser.js("return wrong;").await?;
            told_once(&wrong, policy)?;
            ensure!(
                wrong[1].contains("'wasm-unsafe-eval'"),
                "{policy}: {wrong:?}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_our_style_or_our_files_are_forbidden_the_link_leads_on() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for policy in LIGHT {
            let site = guest(&files, policy)
                .page("/elders/", "<!doctype html><title>Elders</title>")
                .serve()
                .await?;
            browser.open(&site.url("/gast/")).await?;
            browser
                .wait(
                    &format!("word of what is missing under {policy}"),
                    "wrong.length > 1")
                .await?;
            untouched(browser, "", policy).await?;
            let wrong: Vec<String> = browser.js("return wrong;").await?;
            told_once(&wrong, policy)?;
            browser.click("place().querySelector('a')").await?;
            let there = "document.title === 'Elders'";
            browser
                .wait(
                    &format!("where the link leads under {policy}"),
                    there)
                .await?;
        }
        Ok(())
    })
    .await
}
