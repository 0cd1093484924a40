//! Turns Trunk's build into the site of the product: its own publication in the root, further ones in folders.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::assets::esbuild::Esbuild;
use crate::assets::wasm::Optimizer;
use crate::assets::write;
use crate::build::{self, Options};
use crate::pages::base_url::BaseUrl;
use crate::pages::security_txt;
use crate::pages::views::Summary;
use crate::publication::Publication;
use crate::template::Template;

/// The file with response headers, which hosts read in the root of a site alone.
const HEADERS: &str = "_headers";

/// Builds the template of the product in `root` from Trunk's build in `staging`, stores it, and writes the site of a
/// publication into `staging`, with the publications beside it, and those in `further`, in folders that are sites of
/// their own.
///
/// # Errors
/// If a publication has problems, or a file is missing or can't be written.
pub fn publish(
    root: &Path,
    publication: &mut Publication,
    further: &[PathBuf],
    staging: &Path,
    base_url: Option<&BaseUrl>,
) -> Result<Summary> {
    let esbuild = Esbuild::new(root, Path::new("esbuild"));
    let optimizer = Optimizer::new(Path::new("wasm-opt"));
    let template = Template::build(root, staging, &esbuild, &optimizer)?;
    template.store()?;
    let card_cache = root.join("target/cards");
    let mut summary = build::publish(
        &template,
        publication,
        staging,
        &options(&card_cache, true, base_url),
    )?;
    security_txt::publish(staging, publication, base_url)?;
    for folder in others(&publication.folder)?.iter().chain(further) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let base_url =
            base_url.map(|base_url| BaseUrl::new(&format!("{}{name}/", base_url.root())));
        let base_url = base_url.transpose()?;
        let mut publication = Publication::read(folder)?;
        let site = staging.join(&*name);
        let options = options(&card_cache, false, base_url.as_ref());
        let other = build::publish(&template, &mut publication, &site, &options)?;
        summary.pages += other.pages;
        summary.drawn += other.drawn;
        add_headers(staging, &site, &name)?;
    }
    Ok(summary)
}

fn options<'a>(
    card_cache: &Path,
    has_examples: bool,
    base_url: Option<&'a BaseUrl>,
) -> Options<'a> {
    Options {
        card_cache: Some(card_cache.into()),
        is_compressed: true,
        has_examples,
        base_url,
    }
}

/// The folders of the publications beside one.
fn others(folder: &Path) -> Result<Vec<PathBuf>> {
    let folder =
        fs::canonicalize(folder).with_context(|| format!("reading {}", folder.display()))?;
    let parent = folder.parent().unwrap_or(&folder);
    // Only publications that lie together in the product belong to its site.
    if parent.file_name().is_none_or(|name| name != "publications") {
        return Ok(vec![]);
    }
    let mut others = Vec::new();
    for entry in fs::read_dir(parent).with_context(|| format!("reading {}", parent.display()))? {
        let path = entry?.path();
        if path != folder && path.join("publication.toml").exists() {
            others.push(path);
        }
    }
    others.sort();
    Ok(others)
}

/// Adds the headers of a site in a folder to those of the root.
fn add_headers(root: &Path, site: &Path, name: &str) -> Result<()> {
    let file = site.join(HEADERS);
    let own = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    fs::remove_file(&file)?;
    fs::remove_file(site.join("_redirects"))?;
    let all = fs::read_to_string(root.join(HEADERS))?;
    write(&root.join(HEADERS), all + &in_folder(&own, name))
}

/// The rules for the files in a folder. The rule for all files is that of the root.
fn in_folder(headers: &str, name: &str) -> String {
    let rules = headers.split("\n\n");
    let rules = rules.filter(|rule| rule.starts_with('/') && !rule.starts_with("/*\n"));
    rules
        .map(|rule| format!("\n/{name}{}\n", rule.trim_end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::in_folder;

    #[test]
    fn rules_of_a_folder_have_its_name_before_their_path() {
        let headers = "# All\n\n/*\n  X: 1\n\n/files/*\n  Y: 2\n\n/*/kaart.png\n  Z: 3\n";
        assert_eq!(
            in_folder(headers, "map"),
            "\n/map/files/*\n  Y: 2\n\n/map/*/kaart.png\n  Z: 3\n"
        );
    }
}
