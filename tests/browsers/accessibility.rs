//! What can be checked of accessibility by machine, on every view.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::addresses::go;
use crate::browser::{Browser, browse, setting};
use crate::paths::{self, KINDS};
use crate::site::Site;

/// What axe has against the page: the rule, what it asks, and where it is broken.
const AXE: &str = "
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
return axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(({violations}) =>
  violations.map(({id, help, nodes}) => [
    `${id}: ${help}`,
    ...nodes.map((node) => `${node.target.flat().join(' >>> ')}: ${node.failureSummary}`),
  ].join('\\n      ')));";

/// What is wrong with the order of the headings, or nothing.
const HEADINGS: &str = "
const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((each) => each.checkVisibility())
  .map((each) => Number(each.localName[1]));
const skipped = levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1);
const tops = levels.filter((level) => level === 1).length;
return skipped || tops !== 1 ? `heading levels ${levels}` : '';";

async fn bring_axe(browser: &Browser) -> Result<()> {
    let path = setting("AXE");
    let axe = fs::read_to_string(&path).with_context(|| format!("reading {path}"))?;
    browser.js(&format!("{axe};"), json!([])).await
}

/// Everything wrong with the page as it is now.
async fn complaints(browser: &Browser, place: &str) -> Result<Vec<String>> {
    let mut wrong: Vec<String> = browser.js(AXE, json!([])).await?;
    wrong.retain(|each| !each.is_empty());
    Ok(wrong
        .into_iter()
        .map(|each| format!("{place}: {each}"))
        .collect())
}

fn none(wrong: &[String]) -> Result<()> {
    ensure!(
        wrong.is_empty(),
        "{} complaints:\n  {}",
        wrong.len(),
        wrong.join("\n  ")
    );
    Ok(())
}

/// Colours and nothing that moves, so that none is judged halfway a transition.
async fn scheme(browser: &Browser, scheme: &str) -> Result<()> {
    let features = [
        ("prefers-color-scheme", scheme),
        ("prefers-reduced-motion", "reduce"),
    ];
    browser.prefer(&features).await
}

#[tokio::test]
async fn every_view_is_free_of_barriers() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, "light").await?;
        browser.open_live(&site.url("/nl/")).await?;
        bring_axe(browser).await?;
        let mut wrong = Vec::new();
        for path in paths::all() {
            go(browser, path).await?;
            wrong.extend(complaints(browser, path).await?);
            let headings: String = browser.js(HEADINGS, json!([])).await?;
            if !headings.is_empty() {
                wrong.push(format!("{path}: {headings}"));
            }
        }
        none(&wrong)
    })
    .await
}

async fn each_kind(name: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        let mut wrong = Vec::new();
        for width in [320, 1280] {
            browser.width(width).await?;
            browser.open_live(&site.url("/nl/")).await?;
            bring_axe(browser).await?;
            for path in KINDS {
                go(browser, path).await?;
                let place = format!("{path} {name} at {width} px");
                wrong.extend(complaints(browser, &place).await?);
            }
        }
        none(&wrong)
    })
    .await
}

#[tokio::test]
async fn each_kind_of_view_is_free_of_barriers_in_light_small_and_large() -> Result<()> {
    each_kind("light").await
}

#[tokio::test]
async fn each_kind_of_view_is_free_of_barriers_in_dark_small_and_large() -> Result<()> {
    each_kind("dark").await
}

#[tokio::test]
async fn the_sample_page_and_unknown_addresses_are_free_of_barriers() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let mut wrong = Vec::new();
        for name in ["light", "dark"] {
            scheme(browser, name).await?;
            for path in ["/voorbeeld/", "/nl/vertaling/tip-99/"] {
                browser.open_live(&site.url(path)).await?;
                // A widget comes alive once it is near.
                let all = "[...document.querySelectorAll('kennis-lemniscaat')].every((each) =>
                    (lively.has(each) || each.scrollIntoView({behavior: 'instant'}), lively.has(each)))";
                browser.wait(path, all, json!([])).await?;
                bring_axe(browser).await?;
                wrong.extend(complaints(browser, &format!("{path} {name}")).await?);
            }
        }
        none(&wrong)
    })
    .await
}

#[tokio::test]
async fn the_figure_is_seen_in_the_colours_that_a_reader_forces() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let colours = "
            const canvas = document.createElement('i');
            canvas.style.color = 'Canvas';
            document.body.append(canvas);
            const ground = getComputedStyle(canvas).color;
            canvas.remove();
            return [...kl().querySelectorAll('.kl-ribbon, .kl-station text')].map((each) => {
                const {fill, fillOpacity} = getComputedStyle(each);
                return fill === ground || fill === 'none' || Number(fillOpacity) < 0.3
                    ? `${each.getAttribute('class')} is ${fill} at ${fillOpacity} on ${ground}` : '';
            }).filter(Boolean);";
        for scheme in ["light", "dark"] {
            let features = [("forced-colors", "active"), ("prefers-color-scheme", scheme)];
            browser.prefer(&features).await?;
            for path in ["/nl/", "/nl/vertaling/"] {
                browser.open_live(&site.url(path)).await?;
                let forced: bool = browser
                    .js("return matchMedia('(forced-colors: active)').matches;", json!([]))
                    .await?;
                ensure!(forced, "the browser doesn't force colours, so this test shows nothing");
                let unseen: Vec<String> = browser.js(colours, json!([])).await?;
                ensure!(unseen.is_empty(), "{path} {scheme}: {unseen:#?}");
            }
        }
        Ok(())
    })
    .await
}
