//! The loader's scripts, with the paths of the files that they may request.

use std::path::Path;

use anyhow::Result;
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::figure::flow::keyframes;
use serde_json::{Map, Value, json};

use crate::assets::release::{VERSION, major};
use crate::assets::wasm_imports;
use crate::assets::{Assets, compress_file, integrity, read, write};

/// Properties that only the loader's scripts use, among themselves; short names stand for them when published.
/// Names of the browser, of the WebAssembly, of hosts and of other versions of the loader must not be here.
const INTERNAL_PROPERTIES: [&str; 20] = [
    "byReader",
    "enableSharing",
    "giveBack",
    "holder",
    "isInteractive",
    "loadFactory",
    "mountId",
    "onBeforeNavigate",
    "onFirstView",
    "onInteractive",
    "onNavigate",
    "onRendered",
    "onRuntimeLoaded",
    "requestedView",
    "showPrerendered",
    "stylesheetLoaded",
    "takeApp",
    "usesFragments",
    "whenIdle",
    "wrapper",
];

/// The file that tells esbuild the short names, while the site is made.
const SHORT_NAMES: &str = "short-names.json";

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
    pub fn new(root: &'a Path, assets: &'a Assets<'a>, bundles: &[Bundle]) -> Result<Self> {
        let bindings = String::from_utf8(assets.take("kennislemniscaat.js")?)?;
        let wasm = assets.take("kennislemniscaat_bg.wasm")?;
        let (wasm, bindings) = wasm_imports::shorten(&wasm, &bindings)?;
        let (mut contents, mut labels) = (Map::new(), Map::new());
        for mut bundle in bundles.iter().cloned() {
            let controls = bundle.content.labels.take_controls();
            let bytes = bundle.to_bytes()?;
            let lang = bundle.content.lang;
            let file = assets.write(&lang, "postcard", &bytes)?;
            contents.insert(lang.clone(), json!([file, integrity(&bytes)]));
            labels.insert(lang, json!(controls));
        }
        let wasm_file = assets.write("kennislemniscaat_bg", "wasm", &wasm)?;
        let mut files = Map::new();
        assets.write_as(SHORT_NAMES, short_names().to_string().as_bytes())?;
        let bindings = assets.script("kennislemniscaat", &bindings)?;
        let constants = [("BINDINGS", bindings.into()), ("LABELS", labels.into())];
        let runtime = bundle(assets, "runtime", "esm", &constants)?;
        files.insert(
            "runtime".into(),
            assets.write("runtime", "js", &runtime)?.into(),
        );
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
        let constants = [("FILES", self.files.clone().into()), ("ROOT", "..".into())];
        let script = bundle(self.assets, "page", "iife", &constants)?;
        self.assets.write("page", "js", &script)
    }

    /// Publishes `embed.js`, also compressed, and its hash, also under its version; `fragments`
    /// are the folders of the publications' fragments.
    ///
    /// # Errors
    /// When it has an error or can't be written.
    pub fn publish(&self, staging: &Path, bundles: &[Bundle], fragments: &[String]) -> Result<()> {
        let langs = bundles.iter().map(|each| each.content.lang.clone());
        let folders = langs.zip(fragments.iter().map(|folder| folder.as_str().into()));
        let mut files = self.files.clone();
        for (name, style, computed) in [
            ("style", "widget", ""),
            ("charts", "charts", ""),
            ("deferred", "deferred", &keyframes()),
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
        self.assets.take(SHORT_NAMES)?;
        Ok(())
    }
}

/// A script of `embed/` with all that it imports, in a format of esbuild's, with the values of its constants.
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
    let define = |(name, value): &(&str, Value)| format!("--define:{name}={value}");
    options.extend(constants.iter().map(define));
    assets.small(&assets.source(&format!("embed/{name}.js")), &options)
}

/// The short name of each internal property: the same in all scripts of a site.
fn short_names() -> Value {
    let letters = ('a'..='z').map(|letter| Value::from(letter.to_string()));
    let names = INTERNAL_PROPERTIES.iter().map(ToString::to_string);
    Value::Object(names.zip(letters).collect())
}
