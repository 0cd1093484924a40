//! The scripts that bring widgets to life, told where each file is that they may need.

use std::path::Path;

use anyhow::Result;
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
        let mut contents = Map::new();
        for publication in publications {
            let lang = &publication.content.lang;
            let bytes = publication.to_bytes()?;
            let file = assets.write(lang, "postcard", &bytes)?;
            contents.insert(lang.clone(), json!([file, integrity(&bytes)]));
        }
        let wasm_file = assets.write("kennislemniscaat_bg", "wasm", &wasm)?;
        let mut files = Map::new();
        let glue = Value::from(assets.script("kennislemniscaat", &glue)?);
        let live = root.join("embed/live.js");
        let live = assets.small(
            &live,
            &["--bundle", "--format=esm", &format!("--define:GLUE={glue}")],
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
        files.insert("style".into(), self.assets.style("widget")?.into());
        let late = self.root.join("styles/late.css");
        let late = self.assets.small(&late, &["--bundle"])?;
        files.insert(
            "late".into(),
            self.assets.write("late", "css", &late)?.into(),
        );
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    /// What the manifest of the element says of a kind of thing.
    fn said(kind: &str) -> Vec<Value> {
        let manifest = include_str!("../../embed/custom-elements.json");
        let manifest: Value = serde_json::from_str(manifest).unwrap();
        let element = &manifest["modules"][0]["declarations"][0];
        element[kind].as_array().unwrap().clone()
    }

    /// What the manifest of the element names, by kind.
    fn named(kind: &str) -> Vec<String> {
        let name = |each: &Value| each["name"].as_str().unwrap().to_owned();
        said(kind).iter().map(name).collect()
    }

    #[test]
    fn manifest_types_and_handbook_name_the_same_attributes_and_events() {
        let types = include_str!("../../embed/embed.d.ts");
        let handbook = include_str!("../../docs/embedding.md");
        for name in [named("attributes"), named("events")].concat() {
            let quoted = [format!("'{name}'"), format!("  {name}?:")];
            assert!(
                quoted.iter().any(|each| types.contains(each)),
                "types: {name}"
            );
            assert!(
                handbook.contains(&format!("| `{name}` |")),
                "handbook: {name}"
            );
        }
        let element = include_str!("../../embed/element.js");
        for name in named("attributes") {
            assert!(
                element.contains(&format!("'{name}'")),
                "the element: {name}"
            );
        }
    }

    #[test]
    fn types_and_handbook_name_every_reason_of_an_error_and_no_other() {
        let scripts = [
            include_str!("../../embed/element.js"),
            include_str!("../../embed/load.js"),
            include_str!("../../embed/publications.js"),
            include_str!("../../embed/widget.js"),
        ]
        .concat();
        let given = scripts
            .split("failure('")
            .skip(1)
            .filter_map(|rest| rest.split('\'').next());
        // What has no reason of its own.
        assert!(scripts.contains("error.reason ?? 'internal'"));
        let given: BTreeSet<_> = given.chain(["internal"]).collect();
        let types = include_str!("../../embed/embed.d.ts");
        let (_, reasons) = types.split_once("  reason: ").unwrap();
        let reasons = reasons.split(';').next().unwrap().split(" | ");
        let typed: BTreeSet<_> = reasons.map(|each| each.trim_matches('\'')).collect();
        assert_eq!(given, typed);
        let handbook = include_str!("../../docs/embedding.md");
        let (_, reasons) = handbook.split_once("Reasons are ").unwrap();
        let reasons = reasons.split("\n\n").next().unwrap();
        let told: BTreeSet<_> = reasons.split('`').skip(1).step_by(2).collect();
        assert_eq!(given, told);
    }

    #[test]
    fn manifest_and_handbook_name_every_property_of_the_design_and_no_other() {
        let tokens = include_str!("../../styles/tokens.css");
        let handbook = include_str!("../../docs/embedding.md");
        let named = named("cssProperties");
        for name in &named {
            assert!(handbook.contains(&format!("`{name}`")), "handbook: {name}");
        }
        let used = tokens.split("var(--kl-").skip(1);
        let used = used.filter_map(|rest| rest.split([',', ')']).next());
        let used: BTreeSet<_> = used.map(|name| format!("--kl-{name}")).collect();
        assert_eq!(used, named.into_iter().collect());
    }

    #[test]
    fn the_manifest_s_defaults_are_those_of_the_design() {
        let tokens = include_str!("../../styles/tokens.css");
        for property in said("cssProperties") {
            let name = property["name"].as_str().unwrap();
            assert!(property["syntax"].is_string(), "no syntax: {name}");
            // What has none follows what it lies on.
            let Some(default) = property["default"].as_str() else {
                assert_eq!(name, "--kl-on-phase");
                continue;
            };
            let rules = tokens.split(';');
            let mut rules = rules.filter(|rule| rule.contains(&format!("var({name},")));
            let default = default.replace("--kl-", "--_");
            assert!(
                rules.any(|rule| rule.contains(&format!(", {default})"))),
                "the design's {name} isn't {default}"
            );
        }
    }

    #[test]
    fn the_page_of_examples_shows_everything_and_the_handbook_says_where() {
        let handbook = include_str!("../../docs/embedding.md");
        let page = include_str!("../../tests/hosts/voorbeeld/alles/index.html");
        let script = include_str!("../../tests/hosts/voorbeeld/alles/alles.js");
        let look = include_str!("../../tests/hosts/voorbeeld/alles/uiterlijk.js");
        let shown = |id: &str| {
            assert!(page.contains(&format!("id=\"{id}\"")), "the page: {id}");
            assert!(handbook.contains(&format!("`#{id}`")), "handbook: {id}");
        };
        for name in named("attributes") {
            shown(&name);
            assert!(
                page.contains(&format!("data-sets=\"{name}\"")),
                "control: {name}"
            );
        }
        for name in named("events") {
            let (_, what) = name.split_once(':').unwrap();
            shown(what);
            assert!(script.contains(&format!("'{what}'")), "the page: {name}");
            assert!(
                page.contains(&format!("data-count=\"{what}\"")),
                "count: {name}"
            );
        }
        for form in [
            "element", "slot", "script", "frame", "oembed", "releases", "policy",
        ] {
            shown(form);
        }
        shown("properties");
        shown("parts");
        // The script makes a control of each, under its name; it knows what to call it.
        for name in named("cssProperties") {
            assert!(look.contains(&format!("'{name}': ")), "the page: {name}");
        }
        for name in named("cssParts") {
            assert!(look.contains(&format!("  {name}: '")), "the page: {name}");
            assert!(
                handbook.contains(&format!("| `{name}` |")),
                "handbook: {name}"
            );
            assert!(
                handbook.contains(&format!("`#part-{name}`")),
                "handbook: {name}"
            );
        }
    }
}
