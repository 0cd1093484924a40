//! Builds the template from the sources of the product and Trunk's build.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use walkdir::WalkDir;

use super::css_spaces::remove_spaces;
use super::{Template, placeholder};
use crate::assets::esbuild::{Esbuild, own_globals};
use crate::assets::read;
use crate::assets::wasm::{self, Optimizer};

/// Properties that only the scripts of the loader use, among themselves; published scripts have short names
/// for them. The list must not hold names of the browser, the WebAssembly, hosts or other versions of the loader,
/// nor names that are also written as text, as those of transitions are.
const INTERNAL_PROPERTIES: [&str; 30] = [
    "byReader",
    "currentView",
    "checkElements",
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
    "onBeforeFragment",
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

/// Scripts of the loader and of pages with the output format of esbuild.
const SCRIPTS: [(&str, &str); 6] = [
    ("runtime", "esm"),
    ("search", "esm"),
    ("page", "iife"),
    ("embed", "iife"),
    ("checklist", "iife"),
    ("configurator", "iife"),
];
/// Constants of scripts whose values depend on the publication.
const CONSTANTS: [&str; 7] = [
    "ELEMENT",
    "FILES",
    "LABELS",
    "PUBLICATION",
    "ROOT",
    "RUNTIME_FILES",
    "STYLE",
];
/// Stylesheets that are import lists, and parts that the publisher puts into rules.
const STYLES: [&str; 9] = [
    "page",
    "first-view",
    "charts",
    "overview",
    "deferred",
    "search",
    "configurator",
    "view/names",
    "view/names-beside",
];
/// Files that are published as they are.
const COPIES: [&str; 6] = [
    "styles/tokens.css",
    "styles/nl-design-system.css",
    "embed/embed.d.ts",
    "embed/custom-elements.json",
    "hosting/_headers",
    "hosting/_redirects",
];
/// Folders that are published as they are.
const FOLDERS: [&str; 1] = ["examples"];

impl Template {
    /// Builds the template of the product in `root` from Trunk's build in `staging`, whose files it removes.
    ///
    /// # Errors
    /// If a file is missing, or a script or a stylesheet has an error.
    pub fn build(
        root: &Path,
        staging: &Path,
        esbuild: &Esbuild,
        optimizer: &Optimizer,
    ) -> Result<Self> {
        let take = |name: &str| {
            let file = staging.join(name);
            let bytes = read(&file)?;
            fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
            anyhow::Ok(bytes)
        };
        let bindings = String::from_utf8(take("kennislemniscaat.js")?)?;
        let wasm = take("kennislemniscaat_bg.wasm")?;
        let (wasm, bindings) = wasm::shrink(&wasm, &bindings, optimizer)?;
        let mut files = BTreeMap::from([
            ("index.html".to_owned(), read(&staging.join("index.html"))?),
            ("widget.wasm".to_owned(), wasm),
        ]);
        let work = tempfile::tempdir().context("making a folder for short names")?;
        let bindings_file = work.path().join("bindings.js");
        fs::write(&bindings_file, bindings)?;
        let options = ["--format=esm", "--tree-shaking=true"].map(str::to_owned);
        let options = [options.to_vec(), own_globals()].concat();
        files.insert(
            "bindings.js".into(),
            esbuild.minify(&bindings_file, &options)?,
        );
        // The same short names in all scripts.
        let short_names_file = work.path().join("short-names.json");
        fs::write(&short_names_file, short_names().to_string())?;
        for (name, format) in SCRIPTS {
            let mut options = vec![
                "--bundle".into(),
                format!("--format={format}"),
                format!("--mangle-props=^({})$", INTERNAL_PROPERTIES.join("|")),
                format!("--mangle-cache={}", short_names_file.display()),
            ];
            options.extend(own_globals());
            let define = |constant| format!("--define:{constant}={}", placeholder(constant));
            options.extend(CONSTANTS.map(define));
            let script = esbuild.minify(Path::new(&format!("embed/{name}.js")), &options)?;
            files.insert(format!("{name}.js"), script);
        }
        files.extend(styles(esbuild)?.files);
        for name in COPIES {
            files.insert(name.into(), read(&root.join(name))?);
        }
        for folder in FOLDERS {
            for entry in WalkDir::new(root.join(folder)) {
                let entry = entry?;
                if entry.file_type().is_file() {
                    let name = entry.path().strip_prefix(root)?;
                    // Names of files have slashes, also on Windows.
                    let parts = name.iter().map(|part| part.to_string_lossy());
                    let name = parts.collect::<Vec<_>>().join("/");
                    files.insert(name, read(entry.path())?);
                }
            }
        }
        Ok(Self { files })
    }

    /// The stylesheets alone, for pages without scripts.
    ///
    /// # Errors
    /// If a stylesheet has an error.
    pub fn of_styles(esbuild: &Esbuild) -> Result<Self> {
        styles(esbuild)
    }
}

fn styles(esbuild: &Esbuild) -> Result<Template> {
    let style = |name: &str| {
        let file = format!("styles/{name}.css");
        let css = esbuild.minify(Path::new(&file), &["--bundle"])?;
        let css = remove_spaces(str::from_utf8(css.trim_ascii_end())?);
        anyhow::Ok((file, css.into_bytes()))
    };
    let files = STYLES.into_iter().map(style).collect::<Result<_>>()?;
    Ok(Template { files })
}

/// The short name of each internal property, the same in all scripts of a site.
fn short_names() -> Value {
    let letters = ('a'..='z').chain('A'..='Z');
    let letters = letters.map(|letter| Value::from(letter.to_string()));
    let names = INTERNAL_PROPERTIES.iter().map(ToString::to_string);
    Value::Object(names.zip(letters).collect())
}
