//! The npm package `kennislemniscaat`: the interface for applications, and the files of the site that a widget needs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::archive::files;
use super::facts::{Facts, NAME, VERSION, read};
use super::licences::Licences;
use crate::command::{output, run};

/// The sources of the package.
const SOURCES: &str = "packages/npm";
/// The version in the sources, which the package has in its place.
const NO_VERSION: &str = "0.0.0";
/// Files of the repository that the package has as they are, with their places in it.
const COPIES: [(&str, &str); 4] = [
    ("embed/embed.d.ts", "embed.d.ts"),
    ("embed/custom-elements.json", "custom-elements.json"),
    ("LICENSES/Apache-2.0.txt", "LICENSES/Apache-2.0.txt"),
    ("LICENSES/MIT.txt", "LICENSES/MIT.txt"),
];

/// Makes the package of a built site in a folder; returns its path.
///
/// # Errors
/// If a file can't be read or written, or npm fails.
pub fn package(site: &Path, facts: &Facts, licences: &Licences, folder: &Path) -> Result<PathBuf> {
    let staging = tempfile::tempdir().context("making a folder for the npm package")?;
    stage(staging.path())?;
    let element = format!("export const ELEMENT = '{}';", facts.element);
    ensure!(
        read(&staging.path().join("index.js"))?.contains(&element),
        "{SOURCES}/index.js lacks `{element}`, the name of the element in the site"
    );
    let publications = further_publications(site)?;
    for (path, file) in files(site)? {
        let has_figure = file.with_file_name("figuur.png").exists();
        if is_packed(&path, &publications, has_figure) {
            copy(&file, &staging.path().join("dist").join(path))?;
        }
    }
    let notice = staging.path().join("THIRD-PARTY-LICENCES.txt");
    fs::write(&notice, &licences.widget)
        .with_context(|| format!("writing {}", notice.display()))?;
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", "--ignore-scripts", "--pack-destination"])
        .arg(folder)
        .current_dir(staging.path());
    output(&mut npm)?;
    Ok(folder.join(format!("{NAME}-{VERSION}.tgz")))
}

/// Writes the package into a folder, without the files of a site.
///
/// # Errors
/// If a file can't be read or written.
pub fn stage(folder: &Path) -> Result<()> {
    let root = crate::root()?;
    for (path, file) in files(&root.join(SOURCES))? {
        let text = read(&file)?;
        let text = match path.as_str() {
            "package.json" | "index.js" => {
                let marked = text.matches(NO_VERSION).count();
                ensure!(
                    marked == 1,
                    "{SOURCES}/{path} has the version {NO_VERSION} {marked} times; expected it once"
                );
                text.replace(NO_VERSION, VERSION)
            }
            _ => text,
        };
        write(&folder.join(path), &text)?;
    }
    for (source, path) in COPIES {
        copy(&root.join(source), &folder.join(path))?;
    }
    Ok(())
}

/// Unpacks a package to `node_modules/kennislemniscaat` in a folder; returns the path.
///
/// # Errors
/// If it can't be unpacked.
pub fn unpack(package: &Path, folder: &Path) -> Result<PathBuf> {
    let target = folder.join("node_modules").join(NAME);
    fs::create_dir_all(&target).with_context(|| format!("making {}", target.display()))?;
    let mut tar = Command::new("tar");
    tar.arg("-xzf").arg(package).arg("-C").arg(&target);
    // All paths in a package begin with `package/`.
    run(tar.arg("--strip-components=1"))?;
    Ok(target)
}

/// Whether a file of the site is in the package; `has_figure` says whether the figure is a file beside it. Applications
/// compress files themselves; crawlers and services get share cards, maps and answers from the public site; each
/// release is a package of its own. A page links to the cards of views that also have the figure as a file.
fn is_packed(path: &str, publications: &[String], has_figure: bool) -> bool {
    let (first, rest) = path.split_once('/').unwrap_or(("", path));
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_compressed = name.ends_with(".br") || name.ends_with(".gz");
    let is_for_servers = name.starts_with(['.', '_']) || name == "web.config";
    let is_for_services = name == "robots.txt" || name == "sitemap.xml";
    let is_card = name == "kaart.png" && !has_figure;
    let is_release = rest == "embed.js" || rest == "version.json";
    !(is_compressed
        || is_for_servers
        || is_for_services
        || is_card
        || (!first.is_empty() && is_release)
        || first.starts_with('.')
        || first == "oembed"
        || first == "kader"
        || publications.iter().any(|publication| publication == first))
}

/// The folders of further publications, which are sites of their own, with elements of their own.
fn further_publications(site: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(site).with_context(|| format!("reading {}", site.display()))?;
    let mut folders = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.path().join("files").is_dir() {
            folders.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(folders)
}

fn copy(source: &Path, target: &Path) -> Result<()> {
    make_folder_of(target)?;
    fs::copy(source, target)
        .with_context(|| format!("copying {} to {}", source.display(), target.display()))?;
    Ok(())
}

fn write(file: &Path, text: &str) -> Result<()> {
    make_folder_of(file)?;
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}

fn make_folder_of(file: &Path) -> Result<()> {
    match file.parent() {
        Some(folder) => {
            fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_package_has_what_pages_and_the_loader_request() {
        let publications = ["kennis-naar-actie".to_owned()];
        for path in [
            "embed.js",
            "version.json",
            "files/kennislemniscaat_bg-0123456789.wasm",
            "files/nl-0123456789/vertaling/index.html",
            "nl/vertaling/index.html",
            "nl/vertaling/figuur.png",
            "voorbeeld/alles/index.html",
        ] {
            assert!(is_packed(path, &publications, false), "{path}");
        }
        for path in [
            "_headers",
            ".htaccess",
            ".well-known/security.txt",
            "web.config",
            "embed.js.br",
            "v1/embed.js",
            "v1.0.0/version.json",
            "nl/vertaling/kaart.png",
            "oembed/nl/index.json",
            "sitemap.xml",
            "kennis-naar-actie/embed.js",
            "kennis-naar-actie/nl/index.html",
        ] {
            assert!(!is_packed(path, &publications, false), "{path}");
        }
        assert!(is_packed("nl/kaart.png", &publications, true));
        let of_another = "kennis-naar-actie/nl/kaart.png";
        assert!(!is_packed(of_another, &publications, true));
    }

    #[test]
    fn every_entry_of_the_package_is_a_file_of_it() -> Result<()> {
        let folder = tempfile::tempdir()?;
        stage(folder.path())?;
        let package: Value = serde_json::from_str(&read(&folder.path().join("package.json"))?)?;
        ensure!(package["version"] == VERSION, "{package:#}");
        let mut entries = vec![
            &package["bin"],
            &package["customElements"],
            &package["types"],
        ];
        for export in package["exports"].as_object().context("exports")?.values() {
            match export {
                Value::Object(conditions) => entries.extend(conditions.values()),
                path => entries.push(path),
            }
        }
        ensure!(entries.len() > 10, "{entries:?}");
        for entry in entries {
            let path = entry.as_str().context("a path")?;
            // Files of the site come with the build.
            if !path.starts_with("./dist/") {
                ensure!(folder.path().join(path).is_file(), "{path} is missing");
            }
        }
        Ok(())
    }
}
