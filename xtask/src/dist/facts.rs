//! The names and the address in texts that are handed out, in the place of placeholders such as `{host}`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// The version of everything that is handed out.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The name of the packages.
pub const NAME: &str = "kennislemniscaat";

/// The folder of the product's own publication.
const PUBLICATION: &str = "publications/kennislemniscaat/publication.toml";

/// The values of placeholders.
pub struct Facts {
    /// The address of the site, which ends in a slash.
    pub host: Option<String>,
    /// The name of the element.
    pub element: String,
    /// The title of the publication.
    pub title: String,
    /// The default language.
    pub lang: String,
    /// The hash of the script of this release, as browsers compare it.
    pub integrity: String,
}

#[derive(Deserialize)]
struct Settings {
    element: String,
    languages: Vec<String>,
}

#[derive(Deserialize)]
struct Manifest {
    name: String,
}

#[derive(Deserialize)]
struct Release {
    integrity: String,
}

impl Facts {
    /// The facts of a built site.
    ///
    /// # Errors
    /// If a file is missing, also where the site has another version than this command.
    pub fn of(site: &Path, base_url: Option<&str>) -> Result<Self> {
        let settings: Settings = toml::from_str(&read(&crate::root()?.join(PUBLICATION))?)
            .with_context(|| format!("reading {PUBLICATION}"))?;
        let manifest: Manifest = serde_json::from_str(&read(&site.join("site.webmanifest"))?)
            .context("reading site.webmanifest of the site")?;
        let version = format!("v{VERSION}/version.json");
        let release: Release = serde_json::from_str(&read(&site.join(&version))?)
            .with_context(|| format!("reading {version} of the site"))?;
        let lang = settings.languages.into_iter().next();
        Ok(Self {
            host: base_url.map(|url| format!("{}/", url.trim_end_matches('/'))),
            element: settings.element,
            title: manifest.name,
            lang: lang.with_context(|| format!("missing language in {PUBLICATION}"))?,
            integrity: release.integrity,
        })
    }

    /// Fills in a text; `host` takes the place of the site's address where there is none.
    pub fn fill(&self, text: &str, host: &str, escape: fn(&str) -> String) -> String {
        let host = self.host.as_deref().unwrap_or(host);
        let major = VERSION.split('.').next().unwrap_or(VERSION);
        let facts = [
            ("{host}", host),
            ("{element}", &self.element),
            ("{title}", &self.title),
            ("{name}", NAME),
            ("{version}", VERSION),
            ("{major}", major),
            ("{lang}", &self.lang),
            ("{integrity}", &self.integrity),
        ];
        facts
            .into_iter()
            .fold(text.to_owned(), |text, (placeholder, value)| {
                text.replace(placeholder, &escape(value))
            })
    }
}

#[cfg(test)]
impl Facts {
    /// The facts of a site that isn't there.
    pub fn invented(host: Option<&str>) -> Self {
        Self {
            host: host.map(Into::into),
            element: "kennis-lemniscaat".into(),
            title: "Figuur & <tekst>".into(),
            lang: "nl".into(),
            integrity: "sha256-abc".into(),
        }
    }
}

/// Reads a text; an error names the file.
pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))
}
