//! Properties and parts of the manifest: a host page sees an effect of each.

use anyhow::{Result, ensure};
use harness::{Page, element};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

/// A property or a part in the element's manifest.
#[derive(Deserialize)]
struct Entry {
    name: String,
    #[serde(default)]
    syntax: String,
    #[serde(default)]
    default: String,
}

/// A list of the element's manifest.
fn entries(list: &str) -> Vec<Entry> {
    let manifest = include_str!("../../../embed/custom-elements.json");
    let manifest: Value = serde_json::from_str(manifest).expect("the manifest's form");
    let entries = manifest["modules"][0]["declarations"][0][list].clone();
    let entries: Vec<Entry> = serde_json::from_value(entries).expect("a list in the manifest");
    assert!(!entries.is_empty(), "the manifest names no {list}");
    entries
}

/// Defines `look()`: all styles of the widget that properties can change, as one text.
const LOOK: &str = include_str!("scripts/properties_look.js");

/// Gives a property another value: its name, its syntax and its default are the arguments.
const OTHER: &str = include_str!("scripts/properties_other.js");

/// Sets one property, checks that the change is visible, and takes it back.
async fn change(page: &Page, property: &Entry) -> Result<()> {
    let Entry {
        name,
        syntax,
        default,
    } = property;
    page.js_with::<()>(OTHER, json!([name, syntax, default]))
        .await?;
    page.wait(&format!("{name} to change the widget"), "look() !== first")
        .await?;
    page.js_with::<()>("place().style.removeProperty(arguments[0]);", json!([name]))
        .await?;
    let description = format!("the widget without the change of {name}");
    page.wait(&description, "look() === first").await
}

#[tokio::test]
async fn every_property_has_a_visible_effect() -> Result<()> {
    // Two properties are visible only in views of their own.
    let own = [
        ("vertaling", ".kl-tips", "--kl-figure-size"),
        ("zoeken?q=beleid", "mark", "--kl-mark"),
    ];
    let all = entries("cssProperties");
    let view_of = |property: &Entry| {
        let mut own = own.iter();
        let view = own.find(|(.., name)| *name == property.name);
        view.map_or(("", ".kl-overview"), |(view, part, _)| (*view, *part))
    };
    for (view, part) in [("", ".kl-overview")]
        .into_iter()
        .chain(own.map(|(view, part, _)| (view, part)))
    {
        let properties = all
            .iter()
            .filter(|property| view_of(property) == (view, part));
        let page = element(&format!("view=\"{view}\"")).width(1280).await?;
        page.wait_with(
            "the view",
            "kl().matches(arguments[0]) || $(arguments[0])",
            json!([part]),
        )
        .await?;
        page.js::<()>(LOOK).await?;
        // Some colors are visible only in the open panel, and some only around the focus.
        let panel = "($('.kl-share').open = true) && $('.kl-share button')";
        page.wait("the open panel", panel).await?;
        page.press(Key::Tab).await?;
        page.js::<()>(
            "$('.kl-button').focus(); return drawn().then(() => { window.first = look(); });",
        )
        .await?;
        for property in properties {
            change(&page, property).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_part_can_be_styled_from_outside() -> Result<()> {
    let page = element("view=\"vertaling\"").await?;
    for Entry { name, .. } in entries("cssParts") {
        let style = "const sheet = new CSSStyleSheet();
            sheet.replaceSync(`kennis-lemniscaat::part(${arguments[0]}) { outline: 3px solid #a3004f }`);
            document.adoptedStyleSheets = [sheet];
            return [...place().shadowRoot.querySelectorAll(`[part=${arguments[0]}]`)]
                .map((element) => getComputedStyle(element).outlineStyle);";
        let outlines: Vec<String> = page.js_with(style, json!([name])).await?;
        ensure!(
            !outlines.is_empty() && outlines.iter().all(|outline| outline == "solid"),
            "the part {name} has the outlines {outlines:?}; expected a solid one on each of its elements"
        );
    }
    Ok(())
}
