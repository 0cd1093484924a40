//! The packages for hosts, as `cargo xtask dist` makes them: an application with the npm package, a
//! page with a script of a service for npm packages, and the site on a host of one's own.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use harness::engine::Engine;
use harness::isolation::{WATCH, check_no_errors};
use harness::nginx::Nginx;
use harness::server::{Plan, Site};
use harness::setup::setup;
use harness::{Page, blank};
use rstest::rstest;
use rstest_reuse::apply;
use scraper::{Html, Selector};
use serde_json::Value;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::engines::every_engine;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder of the unpacked npm package.
fn npm_package() -> PathBuf {
    let application = setup().path("vite-application");
    application.join("node_modules/kennislemniscaat")
}

/// All files below a folder, with their paths below it.
fn files(folder: &Path) -> Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next).with_context(|| format!("reading {}", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(folder)?.display().to_string());
            }
        }
    }
    Ok(files)
}

/// Checks that the widget shows phase 3, and leads to its first tip.
async fn widget_works(page: &Page) -> Result<()> {
    page.wait("phase 3", "heading()?.startsWith('Fase 3')")
        .await?;
    page.click("$('.kl-tip')").await?;
    page.wait("tip 1", "heading()?.startsWith('Tip 1: ')").await
}

/// Serves a page with this body, and opens it once its widget is interactive.
async fn open_host(page: &Page, body: &str) -> Result<Site> {
    let html = format!("<!doctype html><html lang=\"nl\"><title>Gast</title><body>{body}");
    let host = Plan::default().page("/gast/", html).serve().await?;
    page.open_interactive(&host.url("/gast/")).await?;
    Ok(host)
}

#[apply(every_engine)]
#[tokio::test]
async fn an_application_of_vite_shows_the_widget_of_the_npm_package(
    #[case] engine: Engine,
) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let application = setup().path("vite-application").join("dist");
    let plan = Plan::default().files("/toepassing", application.display().to_string());
    let host = plan.serve().await?;
    page.open_interactive(&host.url("/toepassing/")).await?;
    widget_works(&page).await?;
    let followed = "document.querySelector('output').textContent === 'vertaling/tip-1'";
    page.wait("the event in the application", followed).await?;
    let requests = host.requests();
    let outside: Vec<_> = requests
        .iter()
        .map(|(path, _)| path)
        .filter(|path| path.starts_with("/files/") || *path == "/embed.js")
        .collect();
    ensure!(
        outside.is_empty(),
        "the application requests files outside its folder: {outside:?}"
    );
    check_no_errors(&page, "of the application").await
}

/// A service for files of npm packages. It has no folders, and sends pages as plain text, as jsDelivr and unpkg do:
/// <https://github.com/jsdelivr/jsdelivr/issues/18027>, <https://github.com/unpkg/unpkg/issues/94>.
async fn package_service() -> Result<Site> {
    let plan = Plan::default().files("/npm", npm_package().display().to_string());
    let plan = plan.breaking(|path| path.starts_with("/npm/") && path.ends_with('/'), 404);
    let plan = plan.typing(|path| path.ends_with(".html"), "text/plain");
    plan.serve().await
}

#[rstest]
#[case::script("<script async src=\"EMBED\"></script>", "/npm/dist/embed.js")]
#[case::module("<script type=\"module\" src=\"EMBED\"></script>", "/npm/define.js")]
#[tokio::test]
async fn a_service_for_npm_packages_serves_the_interactive_widget(
    #[case] tag: &str,
    #[case] path: &str,
) -> Result<()> {
    let page = blank().before_load(WATCH).await?;
    let service = package_service().await?;
    let tag = tag.replace("EMBED", &service.url(path));
    let element = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
    let _host = open_host(&page, &format!("{element}{tag}")).await?;
    widget_works(&page).await?;
    check_no_errors(&page, path).await
}

#[test]
fn every_link_within_the_npm_package_leads_to_a_file() -> Result<()> {
    let folder = npm_package().join("dist");
    let files = files(&folder)?;
    let link = Selector::parse("[href], [src]").expect("a selector");
    let mut broken = BTreeSet::new();
    let mut count = 0;
    for path in files.iter().filter(|path| path.ends_with(".html")) {
        // The address of a page that isn't found can be any.
        if path == "404.html" {
            continue;
        }
        let from = reqwest::Url::parse(&format!("https://package.example/{path}"))?;
        let html = Html::parse_document(&fs::read_to_string(folder.join(path))?);
        for element in html.select(&link) {
            let address = element.attr("href").or(element.attr("src"));
            let to = from.join(address.context("an address")?)?;
            if to.origin() != from.origin() {
                continue;
            }
            count += 1;
            let target = to.path().trim_start_matches('/');
            let page = format!("{target}index.html");
            if !files.contains(target) && !files.contains(&page) {
                broken.insert(format!("{path}: {target}"));
            }
        }
    }
    ensure!(count > 1000, "{count} links in the package");
    ensure!(broken.is_empty(), "links to nothing: {broken:#?}");
    Ok(())
}

/// Unpacks the site for a host of one's own into a folder; returns its path.
fn unpack(folder: &Path) -> Result<PathBuf> {
    let name = format!("kennislemniscaat-{VERSION}");
    let file = setup().path("packages").join(format!("{name}.zip"));
    let archive = File::open(&file).with_context(|| format!("reading {}", file.display()))?;
    ZipArchive::new(archive)?.extract(folder)?;
    Ok(folder.join(name))
}

#[tokio::test]
async fn the_site_for_a_host_of_ones_own_works_with_its_own_settings_and_code() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let package = unpack(folder.path())?;
    let settings = package.join("instellingen/nginx.conf");
    let runtime = folder.path().join("nginx");
    let nginx = Nginx::start(&runtime, &package.join("site"), &settings)?;
    let response = reqwest::get(nginx.url("/nl/vertaling/")).await?;
    ensure!(response.status() == 200, "{}", response.status());
    let headers = response.headers();
    ensure!(
        headers.contains_key("content-security-policy"),
        "{headers:?}"
    );
    let readme = fs::read_to_string(package.join("LEESMIJ.html"))?;
    let codes = Selector::parse("pre > code").expect("a selector");
    let readme = Html::parse_document(&readme);
    let codes: Vec<String> = readme
        .select(&codes)
        .map(|code| code.text().collect())
        .collect();
    let base_url = &setup().base_url;
    // The element, a script alone, a frame, and a release by its hash.
    ensure!(codes.len() == 4, "{codes:#?}");
    for code in &codes {
        ensure!(code.contains(base_url), "{code} lacks {base_url}");
    }
    let page = blank().before_load(WATCH).await?;
    for code in [&codes[0], &codes[1], &codes[3]] {
        let body = code.replace(base_url, &nginx.url("/"));
        let _host = open_host(&page, &body).await?;
        page.click("$('.kl-phase-3 .kl-label')").await?;
        widget_works(&page).await?;
        check_no_errors(&page, &body).await?;
    }
    Ok(())
}

#[test]
fn the_site_for_a_host_of_ones_own_has_checksums_licences_and_a_bill_of_materials() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let package = unpack(folder.path())?;
    let mut files = files(&package)?;
    for file in [
        "LEESMIJ.css",
        "LEESMIJ.html",
        "instellingen/nginx.conf",
        "licenties/Apache-2.0.txt",
        "licenties/MIT.txt",
        "licenties/afhankelijkheden.txt",
        "sbom.cdx.json",
        "site/_headers",
        "site/embed.js.br",
        "site/nl/kaart.png",
    ] {
        ensure!(files.contains(file), "{file} is missing");
    }
    let bill: Value = serde_json::from_slice(&fs::read(package.join("sbom.cdx.json"))?)?;
    ensure!(bill["bomFormat"] == "CycloneDX", "{bill:#}");
    for line in fs::read_to_string(package.join("SHA256SUMS"))?.lines() {
        let (expected, path) = line.split_once("  ").context(line.to_owned())?;
        ensure!(files.remove(path), "{path} isn't in the archive");
        let hash = Sha256::digest(fs::read(package.join(path))?);
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        ensure!(hash == expected, "{path} has the hash {hash}");
    }
    ensure!(
        files == BTreeSet::from(["SHA256SUMS".to_owned()]),
        "files without checksums: {files:?}"
    );
    Ok(())
}
