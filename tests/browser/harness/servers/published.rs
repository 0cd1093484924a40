//! The site on nginx with the published configuration, and its content.

use std::sync::LazyLock;

use anyhow::{Context, Result};
use kennislemniscaat::content::Content;
use publisher::edition::Edition;
use publisher::publication::Publication;
use reqwest::header::ACCEPT_ENCODING;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};

use crate::nginx;
use crate::setup::{root, setup};

/// The publication of the site in its default language.
pub static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let edition = publication().and_then(|mut publication| {
        let editions = publication.editions()?.into_iter();
        editions.into_iter().next().context("missing languages")
    });
    edition.expect("a publication without problems")
});

/// The content of the site in its default language.
pub static CONTENT: LazyLock<Content> = LazyLock::new(|| EDITION.content().clone());

/// The publication of the site.
///
/// # Errors
/// If it has problems.
pub fn publication() -> Result<Publication> {
    Ok(Publication::read(
        &root().join("publications/kennislemniscaat"),
    )?)
}

/// The address of a path that starts with a slash.
pub fn url(path: &str) -> String {
    nginx::serve();
    format!("{}{path}", setup().base_url.trim_end_matches('/'))
}

/// Requests a path; doesn't follow redirects and doesn't decompress the body.
pub async fn get(path: &str, encodings: &str) -> Result<Response> {
    let client = Client::builder().redirect(Policy::none()).build()?;
    let request = client.get(url(path)).header(ACCEPT_ENCODING, encodings);
    let response = request.send().await;
    response.with_context(|| format!("requesting {path}"))
}

/// The text of a page.
pub async fn page(path: &str) -> Result<String> {
    let response = get(path, "identity").await?.error_for_status()?;
    Ok(response.text().await?)
}
