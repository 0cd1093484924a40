//! Controls of the sample page: every custom property and every part has a control with a visible effect.

use anyhow::{Result, ensure};
use harness::examples::open;
use harness::published::url;
use harness::{Page, blank};
use serde_json::{Value, json};
use thirtyfour::Key;

/// The names in a list of the element's manifest.
fn manifest_names(list: &str) -> Vec<String> {
    let manifest = include_str!("../../../embed/custom-elements.json");
    let manifest: Value = serde_json::from_str(manifest).expect("the manifest's form");
    let entries = manifest["modules"][0]["declarations"][0][list].as_array();
    let entries = entries.expect("a list in the manifest").iter();
    entries
        .map(|entry| entry["name"].as_str().expect("a name").to_owned())
        .collect()
}

/// Defines `look()`: all styles of the example that properties can change, as one text.
const LOOK: &str = include_str!("scripts/example_controls_look.js");

/// Changes the property named in the first argument: to another color, the greatest length, or
/// another option.
const CHANGE: &str = include_str!("scripts/example_controls_change.js");

/// Focuses a button in the example, after a key press, so that the focus is visible.
async fn focus(page: &Page) -> Result<()> {
    page.press(Key::Tab).await?;
    let focus = "document.querySelector('#properties kennis-lemniscaat').shadowRoot.querySelector('.kl-button').focus();";
    page.js(focus).await
}

/// Changes one property, checks that the change is visible, and resets it.
async fn change_property(page: &Page, name: &str) -> Result<()> {
    page.js_with::<()>(CHANGE, json!([name])).await?;
    let changed = "look() !== first
        && document.querySelector('#properties pre').textContent.includes(`  ${arguments[0]}: `)";
    let description = format!("{name} to change the example and its code");
    page.wait_with(&description, changed, json!([name])).await?;
    page.js::<()>("document.querySelector('[type=reset]').click();")
        .await?;
    let description = format!("the example without the change of {name}");
    page.wait(&description, "look() === first").await
}

#[tokio::test]
async fn every_property_has_a_control_with_a_visible_effect() -> Result<()> {
    let page = blank().await?;
    open(&page).await?;
    page.js::<()>(LOOK).await?;
    // Some colors are visible only in the open panel.
    let panel = "(() => {
        const panel = document.querySelector('#properties kennis-lemniscaat').shadowRoot.querySelector('.kl-share');
        panel.open = true;
        return panel.querySelector('button');
    })()";
    page.wait("the open panel", panel).await?;
    let names = manifest_names("cssProperties");
    ensure!(!names.is_empty(), "the manifest names no property");
    // Two properties are visible only in views of their own.
    let views = [
        ("vertaling", ".kl-tips", "--kl-figure-size"),
        ("zoeken?q=beleid", "mark", "--kl-mark"),
    ];
    let others = names.iter().map(String::as_str);
    let others = others.filter(|name| !views.iter().any(|(.., own)| own == name));
    let others = ("", ".kl-overview", others.collect());
    let views = views.map(|(view, part, name)| (view, part, vec![name]));
    for (view, part, names) in [others].into_iter().chain(views) {
        let show = "document.querySelector('#properties kennis-lemniscaat').setAttribute('view', arguments[0]);";
        page.js_with::<()>(show, json!([view])).await?;
        let shown = "document.querySelector('#properties kennis-lemniscaat').shadowRoot.querySelector(arguments[0])";
        page.wait_with("the example's view", shown, json!([part]))
            .await?;
        focus(&page).await?;
        page.js::<()>("return drawn().then(() => { window.first = look(); });")
            .await?;
        for name in names {
            change_property(&page, name).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_host_theme_of_several_colors_can_be_tried_at_once() -> Result<()> {
    let page = blank().await?;
    open(&page).await?;
    page.js::<()>("document.querySelector('[data-host-theme]').click();")
        .await?;
    let themed = "(() => {
        const root = document.querySelector('#properties kennis-lemniscaat').shadowRoot;
        const {backgroundColor, color} = getComputedStyle(root.querySelector('.kl'));
        return backgroundColor === 'rgb(18, 52, 59)' && color.startsWith('oklch(0.9');
    })()";
    page.wait("a dark background with light text", themed).await
}

#[tokio::test]
async fn every_part_has_a_switch_that_outlines_it() -> Result<()> {
    let page = blank().await?;
    open(&page).await?;
    let parts = manifest_names("cssParts");
    ensure!(!parts.is_empty(), "the manifest names no part");
    for name in parts {
        let outlines = "[...document.querySelector('#parts kennis-lemniscaat').shadowRoot
            .querySelectorAll(`[part=${arguments[0]}]`)].map((element) => getComputedStyle(element).outlineStyle)";
        let switch_on = "const input = document.querySelector(`#part-${arguments[0]} input`);
            if (input.checked) input.click();
            input.click();";
        page.js_with::<()>(switch_on, json!([name])).await?;
        let outlined = format!(
            "{outlines}.length > 0 && {outlines}.every((style) => style === 'solid')
            && document.querySelector('#parts pre').textContent.includes(`::part(${{arguments[0]}})`)"
        );
        page.wait_with(&format!("an outline of {name}"), &outlined, json!([name]))
            .await?;
        let switch_off = "document.querySelector(`#part-${arguments[0]} input`).click();";
        page.js_with::<()>(switch_off, json!([name])).await?;
        let plain = format!("{outlines}.every((style) => style === 'none')");
        page.wait_with(&format!("{name} without outline"), &plain, json!([name]))
            .await?;
    }
    Ok(())
}

/// Follows a link to a control from the top of the page, with all `details` elements closed.
const FOLLOW: &str = "
for (const details of document.querySelectorAll('details')) details.open = false;
scrollTo({top: 0, behavior: 'instant'});
location.hash = arguments[0];";

#[tokio::test]
async fn documentation_links_lead_to_each_control() -> Result<()> {
    let page = blank().await?;
    let properties = manifest_names("cssProperties");
    let parts = manifest_names("cssParts").into_iter();
    let parts: Vec<_> = parts.map(|name| format!("part-{name}")).collect();
    // The page is opened at the first control; links lead to the others.
    for ids in [properties, parts] {
        page.open(&url("/voorbeeld/")).await?;
        page.open(&url(&format!("/voorbeeld/alles/#{}", ids[0])))
            .await?;
        for (index, id) in ids.iter().enumerate() {
            if index > 0 {
                page.js_with::<()>(FOLLOW, json!([id])).await?;
            }
            let visible = "(([id]) => {
                const control = document.getElementById(id);
                if (!control?.checkVisibility()) return false;
                const {top, bottom} = control.getBoundingClientRect();
                return top < innerHeight && bottom > 0;
            })(arguments)";
            page.wait_with(&format!("the control at #{id}"), visible, json!([id]))
                .await?;
        }
    }
    Ok(())
}
