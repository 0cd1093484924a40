//! Standalone pages work under the strictest Content-Security-Policy that allows WebAssembly.

use anyhow::Result;
use harness::blank;
use harness::csp::{WATCH, no_violation};
use harness::engine::Engine;
use harness::server::Plan;
use harness::views::KINDS;
use rstest_reuse::apply;

use crate::engines::every_engine;

/// Forbids everything but what pages need.
pub const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

#[apply(every_engine)]
#[tokio::test]
async fn standalone_pages_work_under_a_strict_policy(#[case] engine: Engine) -> Result<()> {
    let visit = blank().engine(engine).site(Plan::default().policy(STRICT));
    let page = visit.before_load(WATCH).await?;
    for path in KINDS.into_iter().chain(["/nl/niets/"]) {
        page.open_interactive(&page.site().url(path)).await?;
        page.click("$('.kl-phase-4 .kl-label')").await?;
        let shown = "heading().startsWith('Fase 4')";
        page.wait(&format!("phase 4 from {path}"), shown).await?;
        no_violation(&page, path).await?;
    }
    Ok(())
}
