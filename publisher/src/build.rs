//! Builds the site: hashed files, the loader that knows their paths, and a page for every view.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use kennislemniscaat::route::Route;

use crate::assets::loader::{Loader, Names};
use crate::assets::release::fill_headers;
use crate::assets::{Assets, FOLDER, compress, write};
use crate::edition::{Edition, ExtraPage};
use crate::images::figure_svg::{Colors, FigureSvg};
use crate::images::icon;
use crate::images::share_card::CardRenderer;
use crate::pages::base_url::BaseUrl;
use crate::pages::frame;
use crate::pages::page::{FragmentStyles, Page, PageAssets, PageKind, Pages};
use crate::pages::sitemap;
use crate::pages::views::{Summary, Views};
use crate::permalinks::Permalinks;
use crate::publication::Publication;
use crate::styles::Computed;
use crate::template::Template;

/// Parts of a site besides its pages.
pub struct Options<'a> {
    /// The folder with the share cards that were drawn before; without one the site has no cards.
    pub card_cache: Option<PathBuf>,
    /// Whether text files have compressed copies beside them.
    pub is_compressed: bool,
    /// Whether the site has sample host pages, which show the product's own publication.
    pub has_examples: bool,
    /// The public address of the site.
    pub base_url: Option<&'a BaseUrl>,
}

/// Writes the site of a publication into a folder.
///
/// # Errors
/// If a file can't be written.
pub fn publish(
    template: &Template,
    publication: &mut Publication,
    site: &Path,
    options: &Options,
) -> Result<Summary> {
    let Options {
        card_cache,
        is_compressed,
        has_examples,
        base_url,
    } = options;
    let base_url = *base_url;
    let editions = publication.editions()?;
    let first = editions
        .first()
        .context("missing languages; expected at least one")?;
    let phase_colors = publication.colors();
    let assets = Assets::new(site, *is_compressed)?;
    let tokens = template.text("styles/tokens.css")?;
    let colors = Colors::new(tokens, &phase_colors)?;
    let drawing = FigureSvg {
        shapes: first.bundle.shapes.clone(),
        colors: colors.clone(),
    };
    let icons = icon::publish(&assets, first.content(), &drawing)?;
    let computed = Computed::new(
        template,
        editions.iter().map(|edition| &edition.bundle),
        &phase_colors,
    )?;
    let names = Names {
        element: publication.element(),
        publication: publication.identifier(base_url),
    };
    let loader = Loader::new(template, &assets, &editions, names)?;
    let page_assets = PageAssets {
        style: assets.style(template, "page", &computed.page())?,
        fragment_styles: FragmentStyles {
            overview: template.text("styles/overview.css")?.to_owned(),
            charts: template.text("styles/charts.css")?.to_owned(),
        },
        script: loader.page()?,
        checklist: assets.write("checklist", "js", &template.script("checklist", &[])?)?,
        configurator: [
            assets.write("configurator", "js", &template.script("configurator", &[])?)?,
            assets.style(template, "configurator", "")?,
        ],
        element: publication.element(),
        icons,
        has_examples: *has_examples,
        has_png: card_cache.is_some(),
    };
    let pages = Pages::new(template.text("index.html")?, page_assets)?;
    let views = Views {
        staging: site,
        pages: &pages,
        cards: &CardRenderer::new(colors)?,
        cache: card_cache.as_deref(),
        base_url,
    };
    let summary = views.publish(&editions)?;
    write_others(site, &pages, &editions, base_url)?;
    write_gone(site, &pages, &editions, &publication.permalinks)?;
    loader.publish(site, &summary.fragments, &computed)?;
    sitemap::publish(site, &editions, base_url)?;
    if *has_examples {
        for (name, bytes) in template.folder("examples") {
            write(&site.join("voorbeeld").join(name), bytes)?;
        }
    }
    let headers = template.text("hosting/_headers")?;
    let languages = editions.iter().map(|edition| &*edition.content().lang);
    write(&site.join("_headers"), fill_headers(headers, languages))?;
    let redirects = template.text("hosting/_redirects")?;
    let redirects = redirects.replace("{lang}", &first.content().lang);
    write(&site.join("_redirects"), redirects)?;
    if *is_compressed {
        compress(&site.join(FOLDER))?;
    }
    Ok(summary)
}

/// Writes the pages that belong to no single view: the page in the site's root, the page for missing addresses,
/// and the pages of each language that are not views.
fn write_others(
    staging: &Path,
    pages: &Pages,
    editions: &[Edition],
    base_url: Option<&BaseUrl>,
) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?;
    let write = |edition: &Edition, file: &str, base: &str, kind: PageKind| {
        let page = Page {
            bundle: Rc::new(edition.bundle.clone()),
            edition,
            kind,
            base: base.into(),
            base_url: base_url.cloned(),
            languages: match kind {
                PageKind::Extra(page) => languages(edition, page, base_url),
                _ => vec![],
            },
            requested_path: (kind == PageKind::Missing).then(|| "".into()),
        };
        write(&staging.join(file), runtime.block_on(pages.html(&page)))
    };
    for edition in editions {
        let lang = &edition.content().lang;
        for page in ExtraPage::ALL {
            if let Some(path) = edition.extra_path(page) {
                let file = format!("{lang}/{path}/index.html");
                write(edition, &file, "../../", PageKind::Extra(page))?;
            }
        }
    }
    let first = editions
        .first()
        .context("missing languages; expected at least one")?;
    write(first, "index.html", "", PageKind::View(Route::OVERVIEW))?;
    // This page appears at any address, so its links start at the root of the host.
    let root = base_url.map_or("/", BaseUrl::path);
    write(first, "404.html", root, PageKind::Missing)?;
    write_missing_in_frames(staging, pages, first, root)
}

/// Writes the page for missing addresses in the folder for frames, which shows there at any address as well.
fn write_missing_in_frames(
    site: &Path,
    pages: &Pages,
    edition: &Edition,
    root: &str,
) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?;
    let page = Page {
        bundle: Rc::new(edition.bundle.clone()),
        edition,
        kind: PageKind::Missing,
        base: format!("{root}{}/", frame::FOLDER).into(),
        base_url: None,
        languages: vec![],
        requested_path: Some("".into()),
    };
    let html = runtime.block_on(pages.frame_html(&page));
    write(&site.join(frame::FOLDER).join("404.html"), html)
}

/// Language and URL of a page that is not a view in each language that has the page; empty if there is only one
/// language, or if the base URL isn't known.
fn languages(
    edition: &Edition,
    page: ExtraPage,
    base_url: Option<&BaseUrl>,
) -> Vec<(String, String)> {
    let Some(base_url) = base_url else {
        return vec![];
    };
    let paths = edition.extra_paths(page);
    let urls: Vec<_> = paths
        .map(|(lang, path)| (lang.to_owned(), base_url.page_url(lang, path)))
        .collect();
    if urls.len() > 1 { urls } else { vec![] }
}

/// Writes a page at each address whose piece is gone: the nearest view, with a notice.
fn write_gone(
    site: &Path,
    pages: &Pages,
    editions: &[Edition],
    permalinks: &Permalinks,
) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?;
    for edition in editions {
        let content = edition.content();
        let bundle = Rc::new(edition.bundle.clone());
        for permalink in permalinks.gone(&content.lang, &edition.keys()) {
            let path = format!("{}/{}/", content.lang, permalink.path);
            let page = Page {
                bundle: Rc::clone(&bundle),
                edition,
                kind: PageKind::Gone(content.views.resolve(&permalink.path).route),
                base: "../".repeat(path.matches('/').count()).into(),
                base_url: None,
                languages: vec![],
                requested_path: Some(permalink.path.as_str().into()),
            };
            let file = site.join(&path).join("index.html");
            // A newer piece may have the address.
            if !file.exists() {
                write(&file, runtime.block_on(pages.html(&page)))?;
                let file = site.join(frame::FOLDER).join(&path).join("index.html");
                write(&file, runtime.block_on(pages.frame_html(&page)))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_page_that_is_not_a_view_leads_to_itself_in_every_language() {
        let base_url = BaseUrl::new("https://a.example").expect("a URL");
        let [dutch, _] = fixture::editions();
        let urls = languages(&dutch, ExtraPage::StepByStep, Some(&base_url));
        let expected = [
            ("nl".into(), "https://a.example/nl/stappenplan/".into()),
            ("en".into(), "https://a.example/en/step-by-step/".into()),
        ];
        assert_eq!(urls, expected);
        assert!(languages(&dutch, ExtraPage::StepByStep, None).is_empty());
    }
}
