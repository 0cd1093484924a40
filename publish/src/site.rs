//! The whole site: files by hash, the loader that knows them, a page for every view.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use kennislemniscaat::publication::Publication;
use kennislemniscaat::route::Route;
use serde_json::{Map, json};

use crate::address::Address;
use crate::assets::{Assets, copy_folder, read};
use crate::card::{self, Cards};
use crate::cards::draw;
use crate::content_file;
use crate::drawing::{Colours, Drawing};
use crate::icon;
use crate::page::{Page, Pages, canonical};

/// The language of readers and hosts that ask for none.
const DEFAULT_LANG: &str = "nl";
/// Where the loader's list of files goes.
const FILES: &str = "'__FILES__'";

/// Turns what Trunk built, in `staging`, into the finished site.
///
/// # Errors
/// When something is wrong with the content, or a file can't be read or written.
pub fn publish(root: &Path, staging: &Path, address: Option<&Address>) -> Result<()> {
    let publications = publications(root)?;
    let assets = Assets::new(root, staging)?;
    write_loader(root, staging, &assets, &publications)?;
    copy_folder(
        &root.join("tests/hosts/voorbeeld"),
        &staging.join("voorbeeld"),
    )?;

    let template = String::from_utf8(read(&staging.join("index.html"))?)?;
    let tokens = String::from_utf8(read(&root.join("styles/tokens.css"))?)?;
    let colours = Colours::new(&tokens)?;
    let cards = Cards::new(colours.clone())?;
    let svgs = tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?
        .block_on(async {
            let first = publications.first().context("a publication")?;
            let shapes = first.shapes.clone();
            let icon = icon::svg(Drawing { shapes, colours }).await;
            let icon = assets.write("icon", "svg", icon.as_bytes())?;
            let pages = Pages::new(&template, assets.style("page")?, icon)?;
            write_pages(staging, &pages, &publications, address).await?;
            anyhow::Ok(card_svgs(staging, &cards, &publications).await)
        })?;
    draw(&cards, &root.join("target/cards"), &svgs)?;
    write_robots(staging, &publications, address)
}

/// Where each card goes, and its SVG.
async fn card_svgs(
    staging: &Path,
    cards: &Cards,
    publications: &[Rc<Publication>],
) -> Vec<(PathBuf, String)> {
    let mut svgs = Vec::new();
    for publication in publications {
        let content = &publication.content;
        for route in Route::all(content) {
            let folder = staging.join(&content.lang).join(route.path(content));
            svgs.push((folder.join(card::FILE), cards.svg(publication, route).await));
        }
    }
    svgs
}

/// What crawlers may visit and, where the address is known, every page worth keeping.
fn write_robots(
    staging: &Path,
    publications: &[Rc<Publication>],
    address: Option<&Address>,
) -> Result<()> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(address) = address {
        robots += &format!("Sitemap: {}sitemap.xml\n", address.root());
        let mut urls = String::new();
        for publication in publications {
            let content = &publication.content;
            let kept = Route::all(content).into_iter();
            for route in kept.filter(|route| canonical(*route) == *route) {
                // Paths are made of slugs, so there is nothing to escape.
                urls += &format!("  <url><loc>{}</loc></url>\n", address.of(content, route));
            }
        }
        let sitemap = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
        );
        write(&staging.join("sitemap.xml"), sitemap)?;
    }
    write(&staging.join("robots.txt"), robots)
}

/// All publications, that of the default language first.
fn publications(root: &Path) -> Result<Vec<Rc<Publication>>> {
    let mut publications = Vec::new();
    for file in content_file::all(&root.join("content"))? {
        let content = content_file::read(&file)?;
        publications.push(Rc::new(Publication::new(content)));
    }
    publications.sort_by_key(|each| each.content.lang != DEFAULT_LANG);
    Ok(publications)
}

fn write_loader(
    root: &Path,
    staging: &Path,
    assets: &Assets,
    publications: &[Rc<Publication>],
) -> Result<()> {
    let mut contents = Map::new();
    for publication in publications {
        let lang = &publication.content.lang;
        let file = assets.write(lang, "postcard", &publication.to_bytes()?)?;
        contents.insert(lang.clone(), file.into());
    }
    let files = json!({
        "glue": assets.take("kennislemniscaat.js")?,
        "wasm": assets.take("kennislemniscaat_bg.wasm")?,
        "style": assets.style("widget")?,
        "content": contents,
    });
    let source = String::from_utf8(read(&root.join("embed/embed.js"))?)?;
    source
        .find(FILES)
        .with_context(|| format!("embed/embed.js lacks {FILES}"))?;
    let loader = staging.join("embed.js");
    write(&loader, source.replacen(FILES, &files.to_string(), 1))?;
    write(&loader, assets.small(&loader, &[])?)
}

async fn write_pages(
    staging: &Path,
    pages: &Pages,
    publications: &[Rc<Publication>],
    address: Option<&Address>,
) -> Result<()> {
    for publication in publications {
        let content = &publication.content;
        for route in Route::all(content) {
            let path = format!("{}/{}", content.lang, route.path(content));
            let page = Page {
                publication: Rc::clone(publication),
                route,
                // Relative, so that the site may lie in any folder.
                base: "../".repeat(path.matches('/').count()).into(),
                stands_in: false,
                address: address.cloned(),
            };
            write(
                &staging.join(path).join("index.html"),
                pages.html(&page).await,
            )?;
        }
    }
    let publication = publications.first().context("a publication")?;
    // These answer at other addresses than their own, so their links start at the root.
    for (file, stands_in) in [("index.html", false), ("404.html", true)] {
        let page = Page {
            publication: Rc::clone(publication),
            route: Route::Overview,
            base: "/".into(),
            stands_in,
            address: address.cloned(),
        };
        write(&staging.join(file), pages.html(&page).await)?;
    }
    Ok(())
}

fn write(file: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}
