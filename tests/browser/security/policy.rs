//! The strictest Content-Security-Policy that allows WebAssembly is enough.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::paths::KINDS;
use crate::site::Plan;

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

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
                .wait(&format!("the way on from {path}"), shown)
                .await?;
            no_violation(browser, path).await?;
        }
        Ok(())
    })
    .await
}
