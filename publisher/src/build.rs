//! Builds the site: hashed files, the loader that knows their paths, and a page for every view.

use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result};
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::route::Route;

use crate::assets::loader::Loader;
use crate::assets::release::fill_headers;
use crate::assets::{Assets, FOLDER, compress, copy_folder, read, write};
use crate::charts::charts;
use crate::colors::PhaseColor;
use crate::content::content_file;
use crate::content::hyphens::hyphenate;
use crate::content::publication_file::PublicationFile;
use crate::images::figure_svg::{Colors, FigureSvg};
use crate::images::icon;
use crate::images::share_card::CardRenderer;
use crate::pages::base_url::BaseUrl;
use crate::pages::page::{Page, PageAssets, PageKind, Pages};
use crate::pages::sitemap;
use crate::pages::views::Views;
use crate::styles::Computed;

/// The default language, for readers and hosts that request none.
const DEFAULT_LANG: &str = "nl";

/// Turns Trunk's build in `staging` into the prerendered site.
///
/// # Errors
/// If the content has problems, or a file can't be read or written.
pub fn publish(root: &Path, staging: &Path, base_url: Option<&BaseUrl>) -> Result<()> {
    let publication = PublicationFile::read(&root.join("content"))?;
    let bundles = bundles(root)?;
    let first = bundles
        .first()
        .context("missing publication in content/; expected at least one content file")?;
    let assets = Assets::new(root, staging)?;
    let template = String::from_utf8(read(&staging.join("index.html"))?)?;
    let tokens = String::from_utf8(read(&root.join("styles/tokens.css"))?)?;
    let phase_colors = phase_colors(&publication, &bundles)?;
    let colors = Colors::new(&tokens, &phase_colors)?;
    let drawing = FigureSvg {
        shapes: first.shapes.clone(),
        colors: colors.clone(),
    };
    let icons = icon::publish(&assets, &first.content, &drawing)?;
    let computed = Computed::new(&assets, &bundles, &phase_colors)?;
    let loader = Loader::new(root, &assets, &bundles)?;
    let page_assets = PageAssets {
        style: assets.style("page", &computed.page())?,
        script: loader.page()?,
        icons,
    };
    let pages = Pages::new(&template, page_assets)?;
    let views = Views {
        staging,
        pages: &pages,
        cards: &CardRenderer::new(colors)?,
        cache: &root.join("target/cards"),
        base_url,
    };
    let summary = views.publish(&bundles)?;
    write_others(staging, &pages, &bundles, base_url)?;
    loader.publish(staging, &bundles, &summary.fragments, &computed)?;
    sitemap::publish(staging, &bundles, base_url)?;
    copy_folder(&root.join("examples"), &staging.join("voorbeeld"))?;
    let headers = String::from_utf8(read(&root.join("hosting/_headers"))?)?;
    write(&staging.join("_headers"), fill_headers(&headers))?;
    write(
        &staging.join("_redirects"),
        read(&root.join("hosting/_redirects"))?,
    )?;
    compress(&staging.join(FOLDER))?;
    println!(
        "   {} pages with a share card each, {} of them newly rendered",
        summary.pages, summary.drawn
    );
    Ok(())
}

/// The colors of the phases, which must suit every language.
fn phase_colors(publication: &PublicationFile, bundles: &[Bundle]) -> Result<Vec<PhaseColor>> {
    let (mut colors, mut warnings) = (vec![], vec![]);
    for bundle in bundles {
        let loops = bundle.content.loops_of_phases();
        colors = publication.colors(&loops)?;
        warnings = publication.warnings(&loops)?;
    }
    for warning in warnings {
        eprintln!("{warning}");
    }
    Ok(colors)
}

/// All publications, the default language first.
fn bundles(root: &Path) -> Result<Vec<Bundle>> {
    let mut bundles = Vec::new();
    for file in content_file::all(&root.join("content"))? {
        let mut content = content_file::read(&file)?;
        for warning in content_file::warnings(&file, &content)? {
            eprintln!("{warning}");
        }
        hyphenate(&mut content);
        let charts = charts(&content)?;
        bundles.push(Bundle::new(content, charts));
    }
    bundles.sort_by_key(|bundle| bundle.content.lang != DEFAULT_LANG);
    Ok(bundles)
}

/// Writes the pages that belong to no single view: the page in the site's root, the page for missing addresses,
/// and the print page of each publication.
fn write_others(
    staging: &Path,
    pages: &Pages,
    bundles: &[Bundle],
    base_url: Option<&BaseUrl>,
) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?;
    let write = |bundle: &Bundle, file: &str, base: &str, kind: PageKind| {
        let page = Page {
            bundle: Rc::new(bundle.clone()),
            kind,
            base: base.into(),
            base_url: base_url.cloned(),
            languages: vec![],
        };
        write(&staging.join(file), runtime.block_on(pages.html(&page)))
    };
    for bundle in bundles {
        let content = &bundle.content;
        let file = format!("{}/{}/index.html", content.lang, content.paths.print);
        write(bundle, &file, "../../", PageKind::Everything)?;
    }
    let first = bundles
        .first()
        .context("missing publication in content/; expected at least one content file")?;
    write(first, "index.html", "", PageKind::View(Route::Overview))?;
    // This page appears at any address, so its links start at the root of the host.
    let root = base_url.map_or("/", BaseUrl::path);
    write(first, "404.html", root, PageKind::Missing)
}
