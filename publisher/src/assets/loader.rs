//! Bundles the scripts of the loader, with the paths of the files that they may request.

use std::path::Path;

use anyhow::Result;
use kennislemniscaat::bundle::Bundle;
use serde_json::{Map, Value, json};

use crate::assets::release::{VERSION, major};
use crate::assets::wasm_imports;
use crate::assets::{Assets, compress_file, integrity, own_globals, read, write};
use crate::styles::Computed;

/// Properties that only the scripts of the loader use, among themselves; published scripts have short names
/// for them. The list must not hold names of the browser, the WebAssembly, hosts or other versions of the loader,
/// nor names that are also written as text, as those of transitions are.
const INTERNAL_PROPERTIES: [&str; 28] = [
    "byReader",
    "currentView",
    "checkPlace",
    "enhance",
    "enhanceElement",
    "giveBack",
    "holder",
    "isInteractive",
    "loadFactory",
    "mountId",
    "nodes",
    "notice",
    "onBeforeNavigate",
    "onError",
    "onFirstView",
    "onInteractive",
    "onNavigate",
    "onRendered",
    "onRuntimeLoaded",
    "publicUrl",
    "requestedView",
    "showPrerendered",
    "stylesheetLoaded",
    "takeApp",
    "usesFragments",
    "whenIdle",
    "wrapper",
    "writeViewToUrl",
];

/// The file with the short names for esbuild; it exists only while the site is built.
const SHORT_NAMES: &str = "short-names.json";

/// The scripts of the loader, and the files that they request.
pub struct Loader<'a> {
    root: &'a Path,
    assets: &'a Assets<'a>,
    /// The path of each file below the site's root, with its hash if the loader checks the file's integrity.
    files: Map<String, Value>,
}

impl<'a> Loader<'a> {
    /// Publishes the files that the scripts request.
    ///
    /// # Errors
    /// If Trunk's files are missing, or a script has an error.
    pub fn new(root: &'a Path, assets: &'a Assets<'a>, bundles: &[Bundle]) -> Result<Self> {
        let bindings = String::from_utf8(assets.take("kennislemniscaat.js")?)?;
        let wasm = assets.take("kennislemniscaat_bg.wasm")?;
        let (wasm, bindings) = wasm_imports::shorten(&wasm, &bindings)?;
        let (mut bundle_files, mut labels) = (Map::new(), Map::new());
        for mut bundle in bundles.iter().cloned() {
            let controls = bundle.content.labels.take_controls();
            let bytes = bundle.to_bytes()?;
            let lang = bundle.content.lang;
            let file = assets.write(&lang, "postcard", &bytes)?;
            bundle_files.insert(lang.clone(), json!([file, integrity(&bytes)]));
            labels.insert(lang, json!(controls));
        }
        let wasm_file = assets.write("kennislemniscaat_bg", "wasm", &wasm)?;
        let runtime_files = json!({
            "bindings": assets.script("kennislemniscaat", &bindings)?,
            "wasm": [wasm_file, integrity(&wasm)],
            "bundles": bundle_files,
        });
        assets.write_as(SHORT_NAMES, short_names().to_string().as_bytes())?;
        let constants = [("RUNTIME_FILES", runtime_files), ("LABELS", labels.into())];
        let runtime = bundle(assets, "runtime", "esm", &constants)?;
        let mut files = Map::new();
        files.insert(
            "runtime".into(),
            assets.write("runtime", "js", &runtime)?.into(),
        );
        Ok(Self {
            root,
            assets,
            files,
        })
    }

    /// Publishes the script of standalone pages; returns its path below the site's root.
    pub fn page(&self) -> Result<String> {
        let constants = [("FILES", self.files.clone().into()), ("ROOT", "..".into())];
        let script = bundle(self.assets, "page", "iife", &constants)?;
        self.assets.write("page", "js", &script)
    }

    /// Publishes `embed.js`, its compressed copies and its hash, in the site's root and under its versions.
    /// `fragments` holds the folder of each publication's fragments, below the site's root.
    /// `computed` holds rules for the stylesheets.
    pub fn publish(
        &self,
        staging: &Path,
        bundles: &[Bundle],
        fragments: &[String],
        computed: &Computed,
    ) -> Result<()> {
        let langs = bundles.iter().map(|bundle| bundle.content.lang.clone());
        let folders = langs.zip(fragments.iter().map(|folder| folder.as_str().into()));
        let mut files = self.files.clone();
        for (name, style, computed) in [
            ("style", "first-view", computed.first_view.as_str()),
            ("charts", "charts", ""),
            ("deferred", "deferred", &computed.deferred),
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
            let constants = [("FILES", files.clone().into()), ("ROOT", root.into())];
            let script = bundle(self.assets, "embed", "iife", &constants)?;
            // The hash is published for as long as the release is.
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
        self.assets.take(SHORT_NAMES)?;
        Ok(())
    }
}

/// Bundles a script of `embed/` with its imports, in an output format of esbuild, with values for its constants.
fn bundle(
    assets: &Assets,
    name: &str,
    format: &str,
    constants: &[(&str, Value)],
) -> Result<Vec<u8>> {
    let mut options = vec![
        "--bundle".into(),
        format!("--format={format}"),
        format!("--mangle-props=^({})$", INTERNAL_PROPERTIES.join("|")),
        format!("--mangle-cache={}", assets.path(SHORT_NAMES).display()),
    ];
    options.extend(own_globals());
    let define = |(name, value): &(&str, Value)| format!("--define:{name}={value}");
    options.extend(constants.iter().map(define));
    assets.minify(&assets.source(&format!("embed/{name}.js")), &options)
}

/// The short name of each internal property, the same in all scripts of a site.
fn short_names() -> Value {
    let letters = ('a'..='z').chain('A'..='Z');
    let letters = letters.map(|letter| Value::from(letter.to_string()));
    let names = INTERNAL_PROPERTIES.iter().map(ToString::to_string);
    Value::Object(names.zip(letters).collect())
}
