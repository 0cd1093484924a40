//! The site on servers with the published settings, and its content.

use std::sync::LazyLock;

use anyhow::{Context, Result};
use kennislemniscaat::content::Content;
use publisher::edition::Edition;
use publisher::publication::Publication;
use reqwest::header::{ACCEPT_ENCODING, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};

use crate::setup::{root, setup};
use crate::{apache, nginx};

/// The site's own publication in its default language.
pub static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let editions = editions("kennislemniscaat").expect("a publication without problems");
    editions.into_iter().next().expect("a language")
});

/// The content of the site's own publication in its default language.
pub static CONTENT: LazyLock<Content> = LazyLock::new(|| EDITION.content().clone());

/// A publication of the site in each language, by the name of its folder.
///
/// # Errors
/// If it has problems.
pub fn editions(name: &str) -> Result<Vec<Edition>> {
    Publication::read(&root().join("publications").join(name))?.editions()
}

/// The content of each publication of the site in each language, as [`all_editions`] returns them.
///
/// # Errors
/// If one has problems.
pub fn contents() -> Result<Vec<(String, Content)>> {
    let editions = all_editions()?.into_iter();
    Ok(editions
        .map(|(path, edition)| (path, edition.bundle.content))
        .collect())
}

/// Each publication of the site in each language, with the path of its folder: the site's own first, then further ones,
/// with the one that `cargo xtask test --publication` names.
///
/// # Errors
/// If one has problems.
pub fn all_editions() -> Result<Vec<(String, Edition)>> {
    let folder = root().join("publications");
    let mut publications = vec![
        (String::new(), folder.join("kennislemniscaat")),
        (
            "/kennis-naar-actie".into(),
            folder.join("kennis-naar-actie"),
        ),
    ];
    if let Some(folder) = setup().optional("further-publication") {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        publications.push((format!("/{name}"), folder.into()));
    }
    let mut all = Vec::new();
    for (path, folder) in publications {
        let editions = Publication::read(&folder)?.editions()?.into_iter();
        all.extend(editions.map(|edition| (path.clone(), edition)));
    }
    Ok(all)
}

/// The address of a path that starts with a slash.
pub fn url(path: &str) -> String {
    nginx::serve();
    format!("{}{path}", setup().base_url.trim_end_matches('/'))
}

/// A server with the published settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    pub name: &'static str,
    origin: String,
}

impl Server {
    fn nginx() -> Self {
        Self {
            name: "nginx",
            origin: url(""),
        }
    }

    /// Those that this machine has.
    pub fn all() -> Vec<Self> {
        let apache = apache::serve().map(|origin| Self {
            name: "Apache",
            origin,
        });
        [Self::nginx()].into_iter().chain(apache).collect()
    }

    /// Requests a path; doesn't follow redirects and doesn't decompress the body.
    pub async fn get(&self, path: &str, encodings: &str) -> Result<Response> {
        let client = Client::builder().redirect(Policy::none()).build()?;
        let request = client.get(format!("{}{path}", self.origin));
        let response = request.header(ACCEPT_ENCODING, encodings).send().await;
        response.with_context(|| format!("requesting {path} of {}", self.name))
    }

    /// The path that a response redirects to, on the same server.
    pub fn redirected<'a>(&self, response: &'a Response) -> &'a str {
        let location = response.headers().get(LOCATION);
        let location = location.and_then(|location| location.to_str().ok());
        let location = location.unwrap_or_default();
        location.strip_prefix(&self.origin).unwrap_or(location)
    }
}

/// Requests a path of nginx; doesn't follow redirects and doesn't decompress the body.
pub async fn get(path: &str, encodings: &str) -> Result<Response> {
    Server::nginx().get(path, encodings).await
}

/// The text of a page.
pub async fn page(path: &str) -> Result<String> {
    let response = get(path, "identity").await?.error_for_status()?;
    Ok(response.text().await?)
}
