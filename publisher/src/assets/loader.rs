//! Publishes the scripts of the loader, with the paths of the files that they may request.

use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::assets::release::{VERSION, major};
use crate::assets::{Assets, integrity, write};
use crate::edition::Edition;
use crate::styles::Computed;
use crate::template::Template;

/// The element of the product's own publication, whose name stands in the description of the interface and in the
/// mapping of tokens.
const PRODUCT: &str = "kennis-lemniscaat";

/// The scripts of the loader, and the files that they request.
pub struct Loader<'a> {
    template: &'a Template,
    assets: &'a Assets<'a>,
    /// The path of each file below the site's root, with its hash if the loader checks the file's integrity.
    files: Map<String, Value>,
    /// The values of `ELEMENT` and `PUBLICATION` in the scripts.
    names: Names,
}

/// The names by which scripts of publications on one host page know each other.
#[derive(Debug, Clone)]
pub struct Names {
    /// The name of the element.
    pub element: String,
    /// An identifier of the publication, the same in all its versions.
    pub publication: String,
}

impl Names {
    fn constants(&self) -> [(&'static str, Value); 2] {
        [
            ("ELEMENT", self.element.as_str().into()),
            ("PUBLICATION", self.publication.as_str().into()),
        ]
    }
}

impl<'a> Loader<'a> {
    /// Publishes the files that the scripts request.
    ///
    /// # Errors
    /// If a file of the template is missing, or a file can't be written.
    pub fn new(
        template: &'a Template,
        assets: &'a Assets<'a>,
        editions: &[Edition],
        names: Names,
    ) -> Result<Self> {
        let (mut bundle_files, mut searches, mut labels) = (Map::new(), Map::new(), Map::new());
        for edition in editions {
            let mut bundle = edition.bundle.clone();
            let controls = bundle.content.labels.keep_views();
            let bytes = bundle.to_bytes()?;
            let lang = bundle.content.lang;
            let file = assets.write(&lang, "postcard", &bytes)?;
            bundle_files.insert(lang.clone(), json!([file, integrity(&bytes)]));
            let search = serde_json::to_vec(&edition.search)?;
            let file = assets.write(&format!("search-{lang}"), "json", &search)?;
            searches.insert(lang.clone(), json!([file, integrity(&search)]));
            labels.insert(lang, json!(controls));
        }
        let wasm = template.file("widget.wasm")?;
        let wasm_file = assets.write("kennislemniscaat_bg", "wasm", wasm)?;
        let bindings = template.file("bindings.js")?;
        let search_style = template.file("styles/search.css")?;
        let search_style_file = assets.write("search", "css", search_style)?;
        let runtime_files = json!({
            "bindings": assets.write("kennislemniscaat", "js", bindings)?,
            "wasm": [wasm_file, integrity(wasm)],
            "bundles": bundle_files,
            "search": assets.write("search", "js", template.file("search.js")?)?,
            "searchStyle": [search_style_file, integrity(search_style)],
            "searches": searches,
        });
        let [element, publication] = names.constants();
        let constants = [
            ("RUNTIME_FILES", runtime_files),
            ("LABELS", labels.into()),
            element,
            publication,
        ];
        let runtime = template.script("runtime", &constants)?;
        let mut files = Map::new();
        let runtime = assets.write("runtime", "js", &runtime)?;
        files.insert("runtime".into(), runtime.into());
        Ok(Self {
            template,
            assets,
            files,
            names,
        })
    }

    /// A script with the values of its constants; `style` is the stylesheet in it.
    fn script(
        &self,
        name: &str,
        files: &Map<String, Value>,
        style: &str,
        root: &str,
    ) -> Result<Vec<u8>> {
        let [element, publication] = self.names.constants();
        let constants = [
            ("FILES", files.clone().into()),
            ("STYLE", style.into()),
            ("ROOT", root.into()),
            element,
            publication,
        ];
        self.template.script(name, &constants)
    }

    /// Publishes the script of standalone pages; returns its path below the site's root.
    pub fn page(&self) -> Result<String> {
        let script = self.script("page", &self.files, "", "..")?;
        self.assets.write("page", "js", &script)
    }

    /// Publishes `embed.js`, its compressed copies and its hash, in the site's root and under its versions.
    /// `fragments` holds each language and the folder of its fragments, below the site's root; the default language is the
    /// first one.
    /// `computed` holds rules for the stylesheets.
    pub fn publish(
        &self,
        staging: &Path,
        fragments: &[(String, String)],
        computed: &Computed,
    ) -> Result<()> {
        let folders = fragments.iter();
        let folders = folders.map(|(lang, folder)| (lang.clone(), folder.as_str().into()));
        let mut files = self.files.clone();
        let style = self.template.text("styles/first-view.css")?;
        let style = [style, &computed.first_view].concat();
        let deferred = self
            .assets
            .style(self.template, "deferred", &computed.deferred)?;
        files.insert("deferred".into(), deferred.into());
        files.insert("fragments".into(), folders.collect::<Map<_, _>>().into());
        for (folder, root) in [
            (String::new(), "."),
            (format!("v{}", major()), ".."),
            (format!("v{VERSION}"), ".."),
        ] {
            let folder = staging.join(folder);
            let script = self.script("embed", &files, &style, root)?;
            // Hash and folders of views are published for as long as the release is.
            let release = json!({
                "version": VERSION,
                "integrity": integrity(&script),
                "views": files["fragments"],
            });
            let file = folder.join("embed.js");
            write(&file, &script)?;
            self.assets.compress(&file)?;
            write(&folder.join("version.json"), release.to_string())?;
        }
        for (folder, file) in [
            ("embed", "embed.d.ts"),
            ("embed", "custom-elements.json"),
            ("styles", "nl-design-system.css"),
        ] {
            let text = self.template.text(&format!("{folder}/{file}"))?;
            write(
                &staging.join(file),
                text.replace(PRODUCT, &self.names.element),
            )?;
        }
        Ok(())
    }
}
