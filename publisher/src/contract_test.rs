//! The contract with host pages is complete and the same everywhere: in the manifest, the types, the handbook
//! (`docs/embedding.md`), the example page and the code.

use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::path::Path;

use serde_json::Value;
use walkdir::WalkDir;

use crate::colors::css;
use crate::fixture::publication;

/// The members of the element of one kind, as the manifest describes them.
fn members(kind: &str) -> Vec<Value> {
    let manifest = include_str!("../../embed/custom-elements.json");
    let manifest: Value = serde_json::from_str(manifest).unwrap();
    let element = &manifest["modules"][0]["declarations"][0];
    element[kind].as_array().unwrap().clone()
}

/// The names of the members of one kind in the manifest.
fn names(kind: &str) -> Vec<String> {
    let name = |member: &Value| member["name"].as_str().unwrap().to_owned();
    members(kind).iter().map(name).collect()
}

/// The text of all scripts of the loader, including scripts that are added later.
fn scripts() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../embed");
    let files = WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.unwrap().into_path());
    let scripts = files.filter(|file| file.extension().is_some_and(|kind| kind == "js"));
    scripts.map(|file| read_to_string(file).unwrap()).collect()
}

#[test]
fn manifest_types_and_handbook_name_the_same_attributes_and_events() {
    let types = include_str!("../../embed/embed.d.ts");
    let handbook = include_str!("../../docs/embedding.md");
    for name in [names("attributes"), names("events")].concat() {
        let forms = [format!("'{name}'"), format!("  {name}?:")];
        assert!(
            forms.iter().any(|form| types.contains(form)),
            "types: {name}"
        );
        assert!(
            handbook.contains(&format!("| `{name}` |")),
            "handbook: {name}"
        );
    }
    let element = include_str!("../../embed/element.js");
    for name in names("attributes") {
        assert!(element.contains(&format!("'{name}'")), "element.js: {name}");
    }
}

#[test]
fn types_and_handbook_name_exactly_the_error_reasons_of_the_loader() {
    let scripts = scripts();
    // Thrown by the loader, and dispatched on elements of others.
    let starts = ["loaderError('", "reason: '"];
    let parts = starts.iter().flat_map(|start| scripts.split(start).skip(1));
    let thrown = parts.filter_map(|rest| rest.split('\'').next());
    // The reason of all other errors.
    assert!(scripts.contains("error.reason ?? 'internal'"));
    let thrown: BTreeSet<_> = thrown.chain(["internal"]).collect();
    let types = include_str!("../../embed/embed.d.ts");
    let (_, reasons) = types.split_once("  reason: ").unwrap();
    let reasons = reasons.split(';').next().unwrap().split(" | ");
    let typed: BTreeSet<_> = reasons.map(|reason| reason.trim_matches('\'')).collect();
    assert_eq!(thrown, typed);
    let handbook = include_str!("../../docs/embedding.md");
    let (_, reasons) = handbook.split_once("Reasons are ").unwrap();
    let reasons = reasons.split("\n\n").next().unwrap();
    let documented: BTreeSet<_> = reasons.split('`').skip(1).step_by(2).collect();
    assert_eq!(thrown, documented);
}

/// The rules that use properties of the host page: those of the widget, and the colors of the phases.
fn rules() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../styles");
    let files = WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.unwrap().into_path());
    let files = files.filter(|file| file.extension().is_some_and(|kind| kind == "css"));
    let rules: String = files.map(|file| read_to_string(file).unwrap()).collect();
    rules + &css(&publication().colors())
}

#[test]
fn manifest_and_handbook_name_exactly_the_custom_properties_of_the_styles() {
    let rules = rules();
    let handbook = include_str!("../../docs/embedding.md");
    let names = names("cssProperties");
    for name in &names {
        assert!(handbook.contains(&format!("`{name}`")), "handbook: {name}");
    }
    let used = rules.split("var(--kl-").skip(1);
    let used = used.filter_map(|rest| rest.split([',', ')']).next());
    let used: BTreeSet<_> = used.map(|name| format!("--kl-{name}")).collect();
    assert_eq!(used, names.into_iter().collect());
}

/// Properties without a default.
const NO_DEFAULT: [&str; 4] = [
    "--kl-on-phase",
    "--kl-heading",
    "--kl-font-heading",
    "--kl-button",
];

#[test]
fn defaults_in_the_manifest_are_those_of_the_styles() {
    let rules = rules();
    for property in members("cssProperties") {
        let name = property["name"].as_str().unwrap();
        assert!(property["syntax"].is_string(), "no syntax: {name}");
        // These follow the color behind them, or the text around them.
        let Some(default) = property["default"].as_str() else {
            assert!(NO_DEFAULT.contains(&name), "no default: {name}");
            continue;
        };
        let rules = rules.split(';');
        let mut rules = rules.filter(|rule| rule.contains(&format!("var({name},")));
        let default = default.replace("--kl-", "--_").replace(", ", ",");
        assert!(
            rules.any(|rule| rule.replace(", ", ",").contains(&format!(",{default})"))),
            "the default of {name} isn't {default}"
        );
    }
}
