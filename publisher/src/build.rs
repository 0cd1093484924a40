//! The whole site: files by hash, the loader that knows them, a page for every view.

use std::path::Path;
use std::rc::Rc;
use std::thread;

use anyhow::{Context, Result};
use kennislemniscaat::figure::stream::keyframes;
use kennislemniscaat::publication::Publication;
use kennislemniscaat::route::Route;

use crate::assets::loader::Loader;
use crate::assets::release::fill_headers;
use crate::assets::{Assets, FOLDER, compress, copy_folder, read, write};
use crate::charts::charts;
use crate::content::content_file;
use crate::images::figure_svg::{Colours, Drawing};
use crate::images::icon;
use crate::images::share_card::Cards;
use crate::pages::base_url::Address;
use crate::pages::page::{Own, Page, Pages, Shows};
use crate::pages::sitemap;
use crate::pages::views::Views;

/// The language of readers and hosts that ask for none.
const DEFAULT_LANG: &str = "nl";

/// Turns what Trunk built, in `staging`, into the finished site.
///
/// # Errors
/// When something is wrong with the content, or a file can't be read or written.
pub fn publish(root: &Path, staging: &Path, address: Option<&Address>) -> Result<()> {
    let publications = publications(root)?;
    let first = publications
        .first()
        .context("content/ has no publication")?;
    let assets = Assets::new(root, staging)?;
    let template = String::from_utf8(read(&staging.join("index.html"))?)?;
    let tokens = String::from_utf8(read(&root.join("styles/tokens.css"))?)?;
    let colours = Colours::new(&tokens)?;
    let drawing = Drawing {
        shapes: first.shapes.clone(),
        colours: colours.clone(),
    };
    let icons = icon::publish(&assets, &first.content, &drawing)?;
    let loader = Loader::new(root, &assets, &publications)?;
    let own = Own {
        style: assets.style("page", &keyframes())?,
        script: loader.page()?,
        icons,
    };
    let pages = Pages::new(&template, own)?;
    let views = Views {
        staging,
        pages: &pages,
        cards: &Cards::new(colours)?,
        cache: &root.join("target/cards"),
        address,
        workers: thread::available_parallelism().map_or(1, usize::from),
    };
    let tally = views.publish(&publications)?;
    write_others(staging, &pages, &publications, address)?;
    loader.publish(staging, &publications, &tally.fragments)?;
    sitemap::publish(staging, &publications, address)?;
    copy_folder(&root.join("examples"), &staging.join("voorbeeld"))?;
    let headers = String::from_utf8(read(&root.join("hosting/_headers"))?)?;
    write(&staging.join("_headers"), fill_headers(&headers))?;
    write(
        &staging.join("_redirects"),
        read(&root.join("hosting/_redirects"))?,
    )?;
    compress(&staging.join(FOLDER))?;
    println!(
        "   {} pages with a card each, {} of them drawn anew",
        tally.pages, tally.drawn
    );
    Ok(())
}

/// All publications, that of the default language first.
fn publications(root: &Path) -> Result<Vec<Publication>> {
    let mut publications = Vec::new();
    for file in content_file::all(&root.join("content"))? {
        let content = content_file::read(&file)?;
        let charts = charts(&content)?;
        publications.push(Publication::new(content, charts));
    }
    publications.sort_by_key(|each| each.content.lang != DEFAULT_LANG);
    Ok(publications)
}

/// Writes the pages that are no view's own: the site's root, the one for whatever isn't
/// there and, of each publication, the one that holds everything.
fn write_others(
    staging: &Path,
    pages: &Pages,
    publications: &[Publication],
    address: Option<&Address>,
) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?;
    let write = |publication: &Publication, file: &str, base: &str, shows: Shows| {
        let page = Page {
            publication: Rc::new(publication.clone()),
            shows,
            base: base.into(),
            address: address.cloned(),
            languages: vec![],
        };
        write(&staging.join(file), runtime.block_on(pages.html(&page)))
    };
    for publication in publications {
        let content = &publication.content;
        let file = format!("{}/{}/index.html", content.lang, content.paths.print);
        write(publication, &file, "../../", Shows::Everything)?;
    }
    let first = publications
        .first()
        .context("content/ has no publication")?;
    write(first, "index.html", "", Shows::View(Route::Overview))?;
    // It answers at any address, so its links start at the root of the host.
    let root = address.map_or("/", Address::path);
    write(first, "404.html", root, Shows::Missing)
}
