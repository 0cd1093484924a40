//! The whole site: files by hash, the loader that knows them, a page for every view.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result};
use kennislemniscaat::publication::Publication;
use kennislemniscaat::route::Route;
use serde_json::{Map, json};

use crate::assets::{Assets, copy_folder, read};
use crate::content_file;
use crate::page::{Page, Pages};

/// The language of readers and hosts that ask for none.
const DEFAULT_LANG: &str = "nl";
/// Where the loader's list of files goes.
const FILES: &str = "'__FILES__'";

/// Turns what Trunk built, in `staging`, into the finished site.
///
/// # Errors
/// When something is wrong with the content, or a file can't be read or written.
pub fn publish(root: &Path, staging: &Path) -> Result<()> {
    let publications = publications(root)?;
    let assets = Assets::new(root, staging)?;
    write_loader(root, staging, &assets, &publications)?;
    copy_folder(
        &root.join("tests/hosts/voorbeeld"),
        &staging.join("voorbeeld"),
    )?;

    let template = String::from_utf8(read(&staging.join("index.html"))?)?;
    let pages = Pages::new(&template, assets.style("page")?)?;
    tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?
        .block_on(write_pages(staging, &pages, &publications))
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
