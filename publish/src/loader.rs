//! The loader, told where each file is that it may need.

use std::path::Path;

use anyhow::Result;
use kennislemniscaat::publication::Publication;
use serde_json::{Map, json};

use crate::assets::{Assets, integrity, write};
use crate::imports;

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
        let bytes = publication.to_bytes()?;
        let file = assets.write(lang, "postcard", &bytes)?;
        contents.insert(lang.clone(), json!([file, integrity(&bytes)]));
        folders.insert(lang.clone(), folder.as_str().into());
    }
    let glue = String::from_utf8(assets.take("kennislemniscaat.js")?)?;
    let wasm = assets.take("kennislemniscaat_bg.wasm")?;
    let (wasm, glue) = imports::shorten(&wasm, &glue)?;
    let files = json!({
        "glue": assets.script("kennislemniscaat", &glue)?,
        "wasm": [
            assets.write("kennislemniscaat_bg", "wasm", &wasm)?,
            integrity(&wasm),
        ],
        "style": assets.style("widget")?,
        "content": contents,
        "fragments": folders,
    });
    let loader = assets.small(
        &root.join("embed/embed.js"),
        &[
            "--bundle",
            "--format=iife",
            &format!("--define:FILES={files}"),
        ],
    )?;
    write(&staging.join("embed.js"), loader)
}
