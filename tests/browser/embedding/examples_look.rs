//! On the page of examples every custom property and every part has a control that shows.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::examples::open;
use crate::hosted::url;

/// What the manifest of the element names, by kind.
fn named(kind: &str) -> Vec<String> {
    let manifest = include_str!("../../embed/custom-elements.json");
    let manifest: Value = serde_json::from_str(manifest).expect("the manifest's form");
    let named = manifest["modules"][0]["declarations"][0][kind].as_array();
    let named = named.expect("a list in the manifest").iter();
    named
        .map(|each| each["name"].as_str().expect("a name").to_owned())
        .collect()
}

/// Defines `look()`: all that the properties can change of the example, as one text.
const LOOK: &str = include_str!("scripts/examples_look_look.js");

/// Puts the focus in the example, by keyboard so that it can be seen.
async fn focus(browser: &Browser) -> Result<()> {
    browser.press(thirtyfour::Key::Tab).await?;
    let focus = "document.querySelector('#properties kennis-lemniscaat').shadowRoot.querySelector('.kl-button').focus();";
    browser.js(focus).await
}

/// Changes one property, which must be seen, and changes it back.
async fn change(browser: &Browser, name: &str) -> Result<()> {
    // Another colour, the longest length, the first other choice.
    let change = "const input = document.querySelector(`[data-property='${arguments[0]}']`);
        input.value = input.type === 'color' ? (input.value === '#ff0000' ? '#00ff00' : '#ff0000')
          : input.type === 'range' ? input.max : input.options[input.options.length > 2 ? 2 : 1].value;
        input.dispatchEvent(new Event('input', {bubbles: true}));";
    browser.js_with::<()>(change, json!([name])).await?;
    let changed = "look() !== first
        && document.querySelector('#properties pre').textContent.includes(`  ${arguments[0]}: `)";
    let what = format!("{name} to change the example and its code");
    browser.wait_with(&what, changed, json!([name])).await?;
    browser
        .js::<()>("document.querySelector('[type=reset]').click();")
        .await?;
    let what = format!("the example as it was before {name}");
    browser.wait(&what, "look() === first").await?;
    Ok(())
}

#[tokio::test]
async fn every_property_has_a_control_that_changes_what_is_seen() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        browser.js::<()>(LOOK).await?;
        // Some colours are those of the open panel.
        let panel = "(() => {
            const panel = document.querySelector('#properties kennis-lemniscaat').shadowRoot.querySelector('.kl-share');
            panel.open = true;
            return panel.querySelector('button');
        })()";
        browser.wait("the open panel", panel).await?;
        let all = named("cssProperties");
        ensure!(!all.is_empty(), "the manifest names no property");
        // How large the figure is beside a text shows where there is one.
        let (beside, everywhere): (Vec<_>, Vec<_>) =
            all.iter().partition(|name| *name == "--kl-figure-size");
        for (view, properties) in [("", everywhere), ("vertaling", beside)] {
            let show = "document.querySelector('#properties kennis-lemniscaat').setAttribute('view', arguments[0]);";
            browser.js_with::<()>(show, json!([view])).await?;
            let there = "!document.querySelector('#properties kennis-lemniscaat').shadowRoot.querySelector('.kl-overview') === !!arguments[0]";
            browser.wait_with("the view to look at", there, json!([view])).await?;
            focus(browser).await?;
            browser.js::<()>("return drawn().then(() => { window.first = look(); });").await?;
            for name in properties {
                change(browser, name).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_house_of_several_colours_can_be_tried_at_once() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        browser
            .js::<()>("document.querySelector('[data-house]').click();")
            .await?;
        let house = "(() => {
            const root = document.querySelector('#properties kennis-lemniscaat').shadowRoot;
            const {backgroundColor, color} = getComputedStyle(root.querySelector('.kl'));
            return backgroundColor === 'rgb(18, 52, 59)' && color.startsWith('oklch(0.9');
        })()";
        browser
            .wait("a dark ground with light text", house)
            .await
    })
    .await
}

#[tokio::test]
async fn every_part_has_a_switch_that_shows_where_it_is() -> Result<()> {
    browse(async |browser| {
        open(browser).await?;
        let parts = named("cssParts");
        ensure!(!parts.is_empty(), "the manifest names no part");
        for name in parts {
            let outlines = "[...document.querySelector('#parts kennis-lemniscaat').shadowRoot
                .querySelectorAll(`[part=${arguments[0]}]`)].map((each) => getComputedStyle(each).outlineStyle)";
            let switch = "const input = document.querySelector(`#part-${arguments[0]} input`);
                if (input.checked) input.click();
                input.click();";
            browser.js_with::<()>(switch, json!([name])).await?;
            let on = format!(
                "{outlines}.length > 0 && {outlines}.every((each) => each === 'solid')
                && document.querySelector('#parts pre').textContent.includes(`::part(${{arguments[0]}})`)"
            );
            browser.wait_with(&format!("an outline of {name}"), &on, json!([name])).await?;
            browser
                .js_with::<()>("document.querySelector(`#part-${arguments[0]} input`).click();", json!([name]))
                .await?;
            let off = format!("{outlines}.every((each) => each === 'none')");
            browser.wait_with(&format!("{name} as it was"), &off, json!([name])).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_handbook_s_links_lead_to_each_control() -> Result<()> {
    browse(async |browser| {
        let parts = named("cssParts")
            .into_iter()
            .map(|name| format!("part-{name}"));
        for id in named("cssProperties").into_iter().chain(parts) {
            browser.open(&url("/voorbeeld/")).await?;
            browser
                .open(&url(&format!("/voorbeeld/alles/#{id}")))
                .await?;
            let there = "(() => {
                const control = document.getElementById(arguments[0]);
                if (!control?.checkVisibility()) return false;
                const {top, bottom} = control.getBoundingClientRect();
                return top < innerHeight && bottom > 0;
            })()";
            let there = there.replace("arguments[0]", &json!(id).to_string());
            browser
                .wait(&format!("the control at #{id}"), &there)
                .await?;
        }
        Ok(())
    })
    .await
}
