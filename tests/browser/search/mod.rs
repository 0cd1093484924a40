//! The search: on our pages, in host pages, and where something is missing.

mod embedded;
mod failures;
mod policies;
mod standalone;

use anyhow::Result;
use harness::Page;
use serde_json::json;

/// Waits until a page has results whose number is announced.
async fn announced(page: &Page, text: &str) -> Result<()> {
    let status = "$('.kl-find [role=status]')?.textContent === arguments[0]";
    page.wait_with(&format!("“{text}” in the status"), status, json!([text]))
        .await
}

/// Waits for a number of results, and for the address after the origin.
async fn shows(page: &Page, count: usize, address: &str) -> Result<()> {
    let shown = "kl().querySelectorAll('.kl-result').length === arguments[0]
        && location.pathname + location.search + location.hash === arguments[1]";
    let what = format!("{count} results at {address}");
    page.wait_with(&what, shown, json!([count, address])).await
}

/// Types into the search field, which gets the focus by the keyboard.
async fn type_text(page: &Page, text: &str) -> Result<()> {
    page.wait("the search field", "$('.kl-find [type=search]')")
        .await?;
    page.js::<()>("$('.kl-find [type=search]').focus();")
        .await?;
    let keys = page.driver.action_chain().send_keys(text);
    Ok(keys.perform().await?)
}
