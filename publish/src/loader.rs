//! The loader, told where each file is that it may need.

use std::path::Path;

use anyhow::{Context, Result};
use kennislemniscaat::publication::Publication;
use serde_json::{Map, json};

use crate::assets::{Assets, read, write};
use crate::imports;

/// Where the loader's list of files goes.
const FILES: &str = "'__FILES__'";

/// Writes `embed.js` and all that it loads; `fragments` are the folders of the
/// publications' fragments.
///
/// # Errors
/// When a file is missing or can't be written.
pub fn publish(
    root: &Path,
    staging: &Path,
    assets: &Assets,
    publications: &[Publication],
    fragments: &[String],
) -> Result<()> {
    let (mut contents, mut folders) = (Map::new(), Map::new());
    for (publication, folder) in publications.iter().zip(fragments) {
        let lang = &publication.content.lang;
        let file = assets.write(lang, "postcard", &publication.to_bytes()?)?;
        contents.insert(lang.clone(), file.into());
        folders.insert(lang.clone(), folder.as_str().into());
    }
    let glue = String::from_utf8(assets.take("kennislemniscaat.js")?)?;
    let wasm = assets.take("kennislemniscaat_bg.wasm")?;
    let (wasm, glue) = imports::shorten(&wasm, &glue)?;
    let files = json!({
        "glue": assets.script("kennislemniscaat", &glue)?,
        "wasm": assets.write("kennislemniscaat_bg", "wasm", &wasm)?,
        "style": assets.style("widget")?,
        "content": contents,
        "fragments": folders,
    });
    let source = String::from_utf8(read(&root.join("embed/embed.js"))?)?;
    source
        .find(FILES)
        .with_context(|| format!("embed/embed.js lacks {FILES}"))?;
    let loader = staging.join("embed.js");
    write(&loader, source.replacen(FILES, &files.to_string(), 1))?;
    write(&loader, assets.small(&loader, &[])?)
}
