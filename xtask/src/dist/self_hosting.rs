//! The site for a host of one's own, as one archive: settings for servers, a page that says how, and licences.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::archive::Archive;
use super::facts::{Facts, NAME, VERSION, read};
use super::licences::Licences;

/// The page that says how, with placeholders and with parts for servers.
const PAGE: &str = "packages/self-hosting/LEESMIJ.html";
/// The style of that page.
const STYLE: &str = "packages/self-hosting/LEESMIJ.css";
/// The address in the codes of an archive that is made without one.
const NO_HOST: &str = "https://UW-ADRES/";

/// The settings of servers in `hosting/`, with their places in the archive. Static hosts read theirs in the site.
const SETTINGS: [(&str, &str); 3] = [
    ("nginx.conf", "instellingen/nginx.conf"),
    ("apache.htaccess", "instellingen/apache.htaccess"),
    ("web.config", "instellingen/web.config"),
];

/// Makes the archive in a folder; returns its path.
///
/// # Errors
/// If a file can't be read or written.
pub fn package(
    site: &Path,
    facts: &Facts,
    bill: &str,
    licences: &Licences,
    folder: &Path,
) -> Result<PathBuf> {
    let root = crate::root()?;
    let mut archive = Archive::default();
    archive.add_folder("site/", site)?;
    let mut servers = Vec::new();
    for (name, place) in SETTINGS {
        let file = root.join("hosting").join(name);
        if file.exists() {
            archive.add(place, facts.fill(&read(&file)?, NO_HOST, str::to_owned));
            servers.push(name);
        }
    }
    archive.add(
        "LEESMIJ.html",
        page(&read(&root.join(PAGE))?, facts, &servers)?,
    );
    archive.add("LEESMIJ.css", read(&root.join(STYLE))?);
    archive.add("sbom.cdx.json", bill);
    archive.add("licenties/afhankelijkheden.txt", licences.all.as_str());
    for name in ["Apache-2.0.txt", "MIT.txt"] {
        let text = read(&root.join("LICENSES").join(name))?;
        archive.add(&format!("licenties/{name}"), text);
    }
    archive.add("SHA256SUMS", archive.checksums());
    let name = format!("{NAME}-{VERSION}");
    let file = folder.join(format!("{name}.zip"));
    archive.write(&name, &file)?;
    Ok(file)
}

/// The page with the codes filled in, and with the parts for the servers that the archive has settings for.
fn page(template: &str, facts: &Facts, servers: &[&str]) -> Result<String> {
    let address = match facts.host {
        Some(_) => "known-host",
        None => "no-host",
    };
    let mut text = template.to_owned();
    let parts = SETTINGS.map(|(name, _)| name);
    for name in parts.into_iter().chain(["known-host", "no-host"]) {
        let is_kept = name == address || servers.contains(&name);
        text = part(&text, name, is_kept).with_context(|| format!("{PAGE}: the part {name}"))?;
    }
    Ok(facts.fill(&text, NO_HOST, escape))
}

/// A text with or without the part between two comments with a name.
fn part(text: &str, name: &str, is_kept: bool) -> Result<String> {
    let start = format!("<!-- {name} -->\n");
    let end = format!("<!-- /{name} -->\n");
    let (before, rest) = text.split_once(&start).context("it has no start")?;
    let (part, after) = rest.split_once(&end).context("it has no end")?;
    let kept = if is_kept { part } else { "" };
    Ok([before, kept, after].concat())
}

/// A text in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use anyhow::ensure;

    use super::*;

    fn filled(host: Option<&str>, servers: &[&str]) -> Result<String> {
        let facts = Facts::invented(host);
        page(&read(&crate::root()?.join(PAGE))?, &facts, servers)
    }

    #[test]
    fn the_page_has_codes_with_the_address_of_the_site() -> Result<()> {
        let host = "https://kennis.example/figuur/";
        let text = filled(Some(host), &["nginx.conf"])?;
        for expected in [
            &format!("src=&quot;{host}embed.js&quot;") as &str,
            &format!("src=&quot;{host}v{VERSION}/embed.js&quot;"),
            "&lt;kennis-lemniscaat",
            "sha256-abc",
            "Figuur &amp; &lt;tekst&gt;",
        ] {
            ensure!(text.contains(expected), "{expected} is missing: {text}");
        }
        ensure!(!text.contains("UW-ADRES"), "{text}");
        ensure!(!text.contains(['{', '}']), "a placeholder is left: {text}");
        ensure!(!text.contains("<!--"), "a mark is left: {text}");
        Ok(())
    }

    #[test]
    fn the_page_without_an_address_says_what_to_replace() -> Result<()> {
        let text = filled(None, &[])?;
        ensure!(
            text.contains("src=&quot;https://UW-ADRES/embed.js&quot;"),
            "{text}"
        );
        ensure!(text.contains("Vervang"), "{text}");
        Ok(())
    }

    #[test]
    fn the_page_names_the_servers_with_settings_alone() -> Result<()> {
        for (name, _) in SETTINGS {
            let text = filled(None, &[name])?;
            for (other, place) in SETTINGS {
                ensure!(
                    text.contains(place) == (other == name),
                    "{name}, {other}: {text}"
                );
            }
        }
        Ok(())
    }
}
