//! The scripts that bring widgets to life, told where each file is that they may need.

use std::path::Path;

use anyhow::Result;
use kennislemniscaat::figure::stream::keyframes;
use kennislemniscaat::publication::Publication;
use serde_json::{Map, Value, json};

use crate::assets::{Assets, compress_file, integrity, read, write};
use crate::imports;
use crate::release::{VERSION, major};

/// The scripts and what they load.
pub struct Loader<'a> {
    root: &'a Path,
    assets: &'a Assets<'a>,
    /// Where each file is, below the site's root; with its hash where that is compared.
    files: Map<String, Value>,
}

impl<'a> Loader<'a> {
    /// Publishes what the scripts load.
    ///
    /// # Errors
    /// When a file is missing or can't be written.
    pub fn new(
        root: &'a Path,
        assets: &'a Assets<'a>,
        publications: &[Publication],
    ) -> Result<Self> {
        let glue = String::from_utf8(assets.take("kennislemniscaat.js")?)?;
        let wasm = assets.take("kennislemniscaat_bg.wasm")?;
        let (wasm, glue) = imports::shorten(&wasm, &glue)?;
        let (mut contents, mut labels) = (Map::new(), Map::new());
        for mut publication in publications.iter().cloned() {
            let controls = publication.content.labels.take_controls();
            let bytes = publication.to_bytes()?;
            let lang = publication.content.lang;
            let file = assets.write(&lang, "postcard", &bytes)?;
            contents.insert(lang.clone(), json!([file, integrity(&bytes)]));
            labels.insert(lang, json!(controls));
        }
        let wasm_file = assets.write("kennislemniscaat_bg", "wasm", &wasm)?;
        let mut files = Map::new();
        let glue = Value::from(assets.script("kennislemniscaat", &glue)?);
        let live = root.join("embed/runtime.js");
        let live = assets.small(
            &live,
            &[
                "--bundle",
                "--format=esm",
                &format!("--define:GLUE={glue}"),
                &format!("--define:LABELS={}", Value::from(labels)),
            ],
        )?;
        files.insert("live".into(), assets.write("live", "js", &live)?.into());
        files.insert("wasm".into(), json!([wasm_file, integrity(&wasm)]));
        files.insert("content".into(), contents.into());
        Ok(Self {
            root,
            assets,
            files,
        })
    }

    /// Publishes the script of our own pages; returns its path below the site's root.
    ///
    /// # Errors
    /// When it has an error or can't be written.
    pub fn page(&self) -> Result<String> {
        let script = self.bundle("page", "..", &self.files)?;
        self.assets.write("page", "js", &script)
    }

    /// Publishes `embed.js`, also compressed, and its hash, also under its version; `fragments`
    /// are the folders of the publications' fragments.
    ///
    /// # Errors
    /// When it has an error or can't be written.
    pub fn publish(
        &self,
        staging: &Path,
        publications: &[Publication],
        fragments: &[String],
    ) -> Result<()> {
        let langs = publications.iter().map(|each| each.content.lang.clone());
        let folders = langs.zip(fragments.iter().map(|folder| folder.as_str().into()));
        let mut files = self.files.clone();
        for (name, style, computed) in [
            ("style", "widget", ""),
            ("charts", "charts", ""),
            ("late", "late", &keyframes()),
        ] {
            files.insert(name.into(), self.assets.style(style, computed)?.into());
        }
        files.insert("fragments".into(), folders.collect::<Map<_, _>>().into());
        for (folder, root) in [
            (String::new(), "."),
            (format!("v{}", major()), ".."),
            (format!("v{VERSION}"), ".."),
        ] {
            let folder = staging.join(folder);
            let script = self.bundle("embed", root, &files)?;
            // The hash stays published as long as the release does.
            let release = json!({"version": VERSION, "integrity": integrity(&script)}).to_string();
            let file = folder.join("embed.js");
            write(&file, &script)?;
            compress_file(&file)?;
            write(&folder.join("version.json"), &release)?;
        }
        for file in ["embed.d.ts", "custom-elements.json"] {
            write(
                &staging.join(file),
                read(&self.root.join("embed").join(file))?,
            )?;
        }
        Ok(())
    }

    /// A script with all that it imports, for a place from which the site's root is `root`.
    fn bundle(&self, name: &str, root: &str, files: &Map<String, Value>) -> Result<Vec<u8>> {
        let files = Value::from(files.clone());
        self.assets.small(
            &self.root.join(format!("embed/{name}.js")),
            &[
                "--bundle",
                "--format=iife",
                &format!("--define:FILES={files}"),
                &format!("--define:ROOT=\"{root}\""),
            ],
        )
    }
}
