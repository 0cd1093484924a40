//! The strictest Content-Security-Policy that allows WebAssembly is enough.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::paths::KINDS;
use crate::site::Plan;

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Keeps what the policy forbade, in `violations`.
pub const WATCH: &str = "
window.violations = [];
addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
}, true);";

#[tokio::test]
async fn our_pages_live_under_a_strict_policy() -> Result<()> {
    let site = Plan::default().policy(STRICT).serve().await?;
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for path in KINDS.into_iter().chain(["/nl/niets/"]) {
            browser.open_live(&site.url(path)).await?;
            browser.click("$('.kl-phase-4 .kl-label')").await?;
            let shown = "heading().startsWith('Fase 4')";
            browser
                .wait(&format!("the way on from {path}"), shown, json!([]))
                .await?;
            no_violation(browser, path).await?;
        }
        Ok(())
    })
    .await
}

/// Checks that the page asked for nothing that its policy forbids; [`WATCH`] was told to watch.
pub async fn no_violation(browser: &Browser, path: &str) -> Result<()> {
    let violations: Value = browser.js("return violations;", json!([])).await?;
    ensure!(
        violations == json!([]),
        "{path} wants more than it may: {violations:#}"
    );
    Ok(())
}
