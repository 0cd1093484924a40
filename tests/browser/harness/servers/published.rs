//! The site on nginx, with the configuration that we publish, and what must be on it.

use std::sync::LazyLock;

use anyhow::{Context, Result};
use kennislemniscaat::content::Content;
use reqwest::header::ACCEPT_ENCODING;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};

use crate::nginx;
use crate::setup::setup;

/// The real content.
pub static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../content/nl.json")).expect("the content's form")
});

/// The address of a path that starts with a slash.
pub fn url(path: &str) -> String {
    nginx::serve();
    format!("{}{path}", setup().base_url.trim_end_matches('/'))
}

/// The response to a request for a path: redirects not followed, bytes not decompressed.
pub async fn get(path: &str, encodings: &str) -> Result<Response> {
    let client = Client::builder().redirect(Policy::none()).build()?;
    let request = client.get(url(path)).header(ACCEPT_ENCODING, encodings);
    let response = request.send().await;
    response.with_context(|| format!("asking for {path}"))
}

/// The text of a page.
pub async fn page(path: &str) -> Result<String> {
    let response = get(path, "identity").await?.error_for_status()?;
    Ok(response.text().await?)
}
