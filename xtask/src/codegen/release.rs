//! The promise of semantic versioning: within a major version, hosts lose nothing of the manifest of the last release.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

/// The manifest of the last release; its name contains the version.
const FOLDER: &str = "embed/released";
const START: &str = "custom-elements-";

/// The parts of a manifest that hosts depend on, each with its type or its default.
type Promises = BTreeMap<String, String>;

#[derive(Deserialize)]
struct Manifest {
    modules: Vec<Module>,
}

#[derive(Deserialize)]
struct Module {
    declarations: Vec<Declaration>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Declaration {
    tag_name: String,
    #[serde(default)]
    attributes: Vec<Member>,
    #[serde(default)]
    events: Vec<Member>,
    #[serde(default)]
    slots: Vec<Member>,
    #[serde(default)]
    css_properties: Vec<Member>,
    #[serde(default)]
    css_parts: Vec<Member>,
}

#[derive(Deserialize)]
struct Member {
    name: String,
    #[serde(rename = "type")]
    kind: Option<Type>,
    syntax: Option<String>,
    default: Option<String>,
    #[serde(default)]
    detail: Vec<Self>,
}

#[derive(Deserialize)]
struct Type {
    text: String,
}

/// Checks that the manifest in `root` keeps what the manifest of the last release promises, or that the major version is raised.
///
/// # Errors
/// When a part is gone or has changed; the message names each.
pub fn check(root: &Path) -> Result<()> {
    let (version, released) = last_release(&root.join(FOLDER))?;
    let current = promises(&read(&root.join("embed/custom-elements.json"))?)?;
    let broken = broken(&promises(&released)?, &current);
    if broken.is_empty() || major(env!("CARGO_PKG_VERSION"))? > major(&version)? {
        return Ok(());
    }
    bail!(
        "embed/interface.toml breaks what release {version} promises; expected a higher major version in Cargo.toml, or \
         these as they were:\n  {}",
        broken.join("\n  ")
    )
}

/// The version of the last release, and its manifest.
fn last_release(folder: &Path) -> Result<(String, String)> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut releases = Vec::new();
    for entry in entries {
        let path = entry
            .with_context(|| format!("reading {}", folder.display()))?
            .path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let version = name.strip_prefix(START);
        if let Some(version) = version.and_then(|rest| rest.strip_suffix(".json")) {
            releases.push((version.to_owned(), read(&path)?));
        }
    }
    ensure!(
        releases.len() == 1,
        "{FOLDER} has {} manifests; expected that of the last release alone, as {START}1.0.0.json",
        releases.len()
    );
    Ok(releases.remove(0))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

fn major(version: &str) -> Result<u32> {
    let first = version.split('.').next().unwrap_or_default();
    first
        .parse()
        .with_context(|| format!("no major version in {version}; expected one such as 1.0.0"))
}

fn promises(manifest: &str) -> Result<Promises> {
    let manifest: Manifest = serde_json::from_str(manifest).context("reading a manifest")?;
    let mut promises = Promises::new();
    for element in manifest
        .modules
        .into_iter()
        .flat_map(|module| module.declarations)
    {
        promises.insert(format!("element {}", element.tag_name), String::new());
        for attribute in element.attributes {
            let default = attribute.default.clone().unwrap_or_default();
            promises.insert(format!("default of attribute {}", attribute.name), default);
            promises.insert(format!("attribute {}", attribute.name), attribute.form());
        }
        for event in element.events {
            for field in &event.detail {
                let name = format!("field {} of event {}", field.name, event.name);
                promises.insert(name, field.form());
            }
            promises.insert(format!("event {}", event.name), event.form());
        }
        for (kind, members) in [
            ("slot", element.slots),
            ("property", element.css_properties),
            ("part", element.css_parts),
        ] {
            for member in members {
                promises.insert(format!("{kind} {}", member.name), member.form());
            }
        }
    }
    Ok(promises)
}

impl Member {
    /// The type of the member, or the syntax of a property.
    fn form(&self) -> String {
        let kind = self.kind.as_ref().map(|kind| &kind.text);
        kind.or(self.syntax.as_ref()).cloned().unwrap_or_default()
    }
}

/// The promises of a release that the current manifest doesn't keep.
fn broken(released: &Promises, current: &Promises) -> Vec<String> {
    let broken = released.iter().filter_map(|(name, before)| {
        let Some(now) = current.get(name) else {
            return Some(format!("{name} is gone"));
        };
        let is_kept = now == before || (name.starts_with("attribute ") && accepts(now, before));
        (!is_kept).then(|| format!("{name} is `{now}`; it was `{before}`"))
    });
    broken.collect()
}

/// Whether a type of an attribute has all values of an earlier one: hosts write attributes, so more values break nothing.
fn accepts(now: &str, before: &str) -> bool {
    let now: Vec<_> = now.split(" | ").collect();
    before.split(" | ").all(|value| now.contains(&value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"{"modules": [{"declarations": [{
        "tagName": "a-b",
        "attributes": [{"name": "theme", "type": {"text": "'light' | 'dark'"}, "default": "\"light\""}],
        "events": [{"name": "a:b", "type": {"text": "CustomEvent<AB>"}, "detail": [{"name": "view", "type": {"text": "string"}}]}],
        "slots": [{"name": ""}],
        "cssProperties": [{"name": "--a", "syntax": "<color>", "default": "red"}],
        "cssParts": [{"name": "title"}]
    }]}]}"#;

    /// The broken promises of [`MANIFEST`] after a replacement in it.
    fn after(from: &str, to: &str) -> String {
        assert!(MANIFEST.contains(from), "{from}");
        let current = promises(&MANIFEST.replace(from, to)).unwrap();
        broken(&promises(MANIFEST).unwrap(), &current).join("; ")
    }

    #[test]
    fn a_removal_of_any_part_is_named() {
        for (name, gone) in [
            ("\"tagName\": \"a-b\"", "element a-b is gone"),
            ("\"name\": \"theme\"", "attribute theme is gone"),
            ("\"name\": \"a:b\"", "event a:b is gone"),
            ("\"name\": \"view\"", "field view of event a:b is gone"),
            ("\"name\": \"\"", "slot  is gone"),
            ("\"name\": \"--a\"", "property --a is gone"),
            ("\"name\": \"title\"", "part title is gone"),
        ] {
            let (key, _) = name.split_once(':').unwrap();
            let text = after(name, &format!("{key}: \"other\""));
            assert!(text.contains(gone), "{text}");
        }
    }

    #[test]
    fn a_changed_type_or_default_is_named_with_both() {
        assert_eq!(
            after("CustomEvent<AB>", "CustomEvent<C>"),
            "event a:b is `CustomEvent<C>`; it was `CustomEvent<AB>`"
        );
        assert_eq!(
            after("<color>", "<length>"),
            "property --a is `<length>`; it was `<color>`"
        );
        assert_eq!(
            after("\"text\": \"string\"", "\"text\": \"number\""),
            "field view of event a:b is `number`; it was `string`"
        );
        assert_eq!(
            after("\\\"light\\\"", "\\\"dark\\\""),
            "default of attribute theme is `\"dark\"`; it was `\"light\"`"
        );
        assert_eq!(
            after("'light' | 'dark'", "'light'"),
            "attribute theme is `'light'`; it was `'light' | 'dark'`"
        );
    }

    #[test]
    fn additions_and_other_colors_break_nothing() {
        assert_eq!(after("'light' | 'dark'", "'light' | 'dark' | 'auto'"), "");
        assert_eq!(after("\"default\": \"red\"", "\"default\": \"blue\""), "");
        assert_eq!(
            after(
                "[{\"name\": \"title\"}",
                "[{\"name\": \"title\"}, {\"name\": \"new\"}"
            ),
            ""
        );
    }

    #[test]
    fn a_higher_major_version_may_break_promises() -> Result<()> {
        let root = tempfile::tempdir()?;
        let folder = root.path().join(FOLDER);
        fs::create_dir_all(&folder)?;
        let current = MANIFEST.replace("\"title\"", "\"heading\"");
        fs::write(root.path().join("embed/custom-elements.json"), current)?;
        let now = major(env!("CARGO_PKG_VERSION"))?;
        let released = |major: u32| folder.join(format!("{START}{major}.2.3.json"));
        fs::write(released(now), MANIFEST)?;
        let error = check(root.path()).unwrap_err().to_string();
        assert!(error.contains("part title is gone"), "{error}");
        assert!(error.contains(&format!("release {now}.2.3")), "{error}");
        fs::rename(released(now), released(now - 1))?;
        check(root.path())
    }

    #[test]
    fn one_release_is_the_last() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for version in ["1.0.0", "1.1.0"] {
            fs::write(folder.path().join(format!("{START}{version}.json")), "{}")?;
        }
        let error = last_release(folder.path()).unwrap_err().to_string();
        assert!(error.contains("has 2 manifests"), "{error}");
        Ok(())
    }
}
