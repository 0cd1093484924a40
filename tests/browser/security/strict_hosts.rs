//! Host pages with strict policies: the widget works as far as they allow, reports the problem once,
//! and leaves the page as it was served.

use anyhow::{Result, bail, ensure};
use harness::engine::Engine;
use harness::host_page::ELEMENT;
use harness::isolation::{WATCH, check_no_errors, check_unchanged};
use harness::navigation::follow_phases;
use harness::server::Plan;
use harness::{Page, Visit, csp, embedded};
use rstest_reuse::apply;

use crate::engines::every_engine;

/// Policies that allow WebAssembly.
const WASM: &str =
    "script-src http: 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'";
pub const ONLY_WASM: &str = "default-src 'none'; script-src http: 'wasm-unsafe-eval'; connect-src http:; \
    img-src http:; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Policies that allow scripts, but not WebAssembly.
const NO_WASM: &str = "script-src http:";
const NO_WASM_NO_MARKUP: &str =
    "script-src http:; require-trusted-types-for 'script'; trusted-types 'none'";
pub const ONLY_SCRIPT: &str = "default-src 'none'; script-src http:; connect-src http:; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// A policy that forbids the files of the widget.
const NO_FILES: &str = "connect-src 'self'";

/// A host page with a policy, which records problems.
fn strict(engine: Engine, policy: &'static str) -> Visit {
    let elsewhere = "<!doctype html><title>Elders</title>";
    let host = Plan::default().policy(policy).page("/elders/", elsewhere);
    embedded(ELEMENT)
        .engine(engine)
        .host(host)
        .before_load(WATCH)
}

/// Waits for the one problem that the widget reports, to the page and to its console, and returns
/// its message.
async fn reported_once(page: &Page, policy: &str) -> Result<String> {
    page.wait("the report of the failure", "pageErrors.length > 1")
        .await?;
    check_unchanged(page, "", policy).await?;
    let reports: Vec<String> = page.js("return pageErrors;").await?;
    let [warning, error] = &reports[..] else {
        bail!("{reports:#?}");
    };
    ensure!(
        *warning == format!("kennis-lemniscaat: {error}"),
        "{reports:#?}"
    );
    Ok(error.clone())
}

#[apply(every_engine)]
#[tokio::test]
async fn the_widget_is_interactive_under_a_policy_that_allows_webassembly(
    #[case] engine: Engine,
    #[values(WASM, ONLY_WASM)] policy: &'static str,
) -> Result<()> {
    let visit = strict(engine, policy).before_load(csp::WATCH);
    let page = visit.await?;
    follow_phases(&page, 0, policy).await?;
    csp::no_violation(&page, policy).await?;
    check_unchanged(&page, "", policy).await?;
    check_no_errors(&page, policy).await
}

#[apply(every_engine)]
#[tokio::test]
async fn prerendered_views_link_to_each_other_without_webassembly(
    #[case] engine: Engine,
    #[values(NO_WASM, NO_WASM_NO_MARKUP, ONLY_SCRIPT)] policy: &'static str,
) -> Result<()> {
    let page = strict(engine, policy).prerendered().await?;
    page.wait("the report of the failure", "pageErrors.length")
        .await?;
    follow_phases(&page, 0, policy).await?;
    let error = reported_once(&page, policy).await?;
    ensure!(error.contains("'wasm-unsafe-eval'"), "{error}");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn the_slotted_link_works_where_files_are_forbidden(#[case] engine: Engine) -> Result<()> {
    let page = strict(engine, NO_FILES).prerendered().await?;
    reported_once(&page, NO_FILES).await?;
    page.click("place().querySelector('a')").await?;
    page.wait("the link's target", "document.title === 'Elders'")
        .await
}
