//! The whole site: files by hash, the loader that knows them, a page for every view.

use std::path::Path;
use std::rc::Rc;
use std::thread;

use anyhow::{Context, Result};
use kennislemniscaat::publication::Publication;
use kennislemniscaat::route::Route;

use crate::address::Address;
use crate::assets::{Assets, copy_folder, read, write};
use crate::card::Cards;
use crate::charts::charts;
use crate::content_file;
use crate::crawlers;
use crate::drawing::{Colours, Drawing};
use crate::icon;
use crate::loader;
use crate::page::{Page, Pages};
use crate::views::Views;

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
    let pages = Pages::new(&template, assets.style("page")?, icons)?;
    let views = Views {
        staging,
        pages: &pages,
        cards: &Cards::new(colours)?,
        cache: &root.join("target/cards"),
        address,
        workers: thread::available_parallelism().map_or(1, usize::from),
    };
    let tally = views.publish(&publications)?;
    write_entrances(staging, &pages, first, address)?;
    loader::publish(root, staging, &assets, &publications, &tally.fragments)?;
    crawlers::publish(staging, &publications, address)?;
    copy_folder(
        &root.join("tests/hosts/voorbeeld"),
        &staging.join("voorbeeld"),
    )?;
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

/// Writes the pages that are no view's own: the site's root, and the one for whatever isn't there.
fn write_entrances(
    staging: &Path,
    pages: &Pages,
    publication: &Publication,
    address: Option<&Address>,
) -> Result<()> {
    let publication = Rc::new(publication.clone());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?;
    // The latter answers at any address, so its links start at the root of the host.
    let root = address.map_or("/", Address::path);
    for (file, base, stands_in) in [("index.html", "", false), ("404.html", root, true)] {
        let page = Page {
            publication: Rc::clone(&publication),
            route: Route::Overview,
            base: base.into(),
            stands_in,
            address: address.cloned(),
            languages: vec![],
        };
        write(&staging.join(file), runtime.block_on(pages.html(&page)))?;
    }
    Ok(())
}
