//! What partners are told of the element is the same everywhere, and true: in its manifest, its types,
//! the handbook and the page of examples.

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string};
use std::path::Path;

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

/// All scripts of the loader, so that one that comes later is looked at as well.
fn scripts() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../embed");
    let files = read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let scripts = files.filter(|file| file.extension().is_some_and(|kind| kind == "js"));
    scripts.map(|file| read_to_string(file).unwrap()).collect()
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
    let scripts = scripts();
    let given = scripts
        .split("loaderError('")
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
    let page = include_str!("../../examples/alles/index.html");
    let script = include_str!("../../examples/alles/alles.js");
    let look = include_str!("../../examples/alles/uiterlijk.js");
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
