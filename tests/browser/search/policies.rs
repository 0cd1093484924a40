//! The search under the strictest policies, of our pages and of host pages.

use anyhow::Result;
use harness::csp::{WATCH, no_violation};
use harness::engine::Engine;
use harness::server::Plan;
use harness::{element, standalone};
use rstest_reuse::apply;
use thirtyfour::Key;

use super::{shows, type_text};
use crate::engines::every_engine;
use crate::security::{ONLY_SCRIPT, ONLY_WASM, STRICT};

#[apply(every_engine)]
#[tokio::test]
async fn our_pages_have_a_search_under_a_strict_policy(#[case] engine: Engine) -> Result<()> {
    let visit = standalone("/nl/zoeken/").engine(engine);
    let visit = visit.site(Plan::default().policy(STRICT));
    let page = visit.before_load(WATCH).await?;
    type_text(&page, "wethouder").await?;
    // Enter submits the form, which no policy has to allow.
    page.press(Key::Enter).await?;
    shows(&page, 3, "/nl/zoeken/?q=wethouder").await?;
    no_violation(&page, "the search").await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_widget_has_a_search_under_strict_policies(
    #[case] engine: Engine,
    #[values(ONLY_WASM, ONLY_SCRIPT)] policy: &'static str,
) -> Result<()> {
    let visit = element("view=\"zoeken\" loading=\"eager\"").engine(engine);
    let visit = visit.host(Plan::default().policy(policy)).prerendered();
    let page = visit.before_load(WATCH).await?;
    type_text(&page, "wethouder").await?;
    page.press(Key::Enter).await?;
    shows(&page, 3, "/gast/").await?;
    match policy {
        // Browsers report the WebAssembly.
        ONLY_SCRIPT => Ok(()),
        _ => no_violation(&page, policy).await,
    }
}
