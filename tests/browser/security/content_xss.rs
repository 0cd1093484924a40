//! Whatever stands in the content is text, in the finished views and in the live ones.
//!
//! Every field that readers see holds a text of the list; with each rotation the next one, until
//! every text has been seen in every kind of view. The native tests put each text into all fields.

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use kennislemniscaat::publication::Publication;
use kennislemniscaat::route::Route;
use publish::assets::{integrity, read};
use publish::charts::charts;
use publish::page::{Own, Pages};
use serde_json::{Value, json};

use crate::browser::{Browser, browse, setting};
use crate::embed::{LISTEN, host};
use crate::hostile::{replace_texts, texts};
use crate::paths::{KINDS, view};
use crate::security::{HARM, harmless};
use crate::site::{Plan, wasm};

/// Keeps what the widget would copy for the reader, in `copied`.
const COPY: &str = "
Object.defineProperty(navigator, 'clipboard', {
  value: { writeText: async (text) => { window.copied = text; } },
});";

/// Without the one character that HTML can't hold, and browsers leave out or replace.
const WORDS: &str = "const words = (text) => text.replace(/[\\0\\ufffd]/g, '');";

/// Which of the texts stand in the view as they are; the longest first, as some are part of others.
const SHOWN: &str = include_str!("scripts/content_xss_shown.js");

/// What the code to copy is, once it is in a page: its elements, and whether its link has the view's title.
const COPIED: &str = "
const {body} = new DOMParser().parseFromString(`<body>${copied}`, 'text/html');
return [[...body.querySelectorAll('*')].map((each) => each.localName).join(' '),
  words(body.querySelector('a').textContent) === words(heard.at(-1).title)];";

/// A site whose content holds the texts, in their order from the one that is named.
async fn altered(start: usize) -> Result<Plan> {
    let texts = texts();
    let mut all = texts.iter().cycle().skip(start);
    let mut content = serde_json::from_str(include_str!("../../content/nl.json"))?;
    replace_texts(&mut content, &mut || all.next().unwrap_or(&""));
    let content = serde_json::from_value(content)?;
    let charts = charts(&content)?;
    let publication = Rc::new(Publication::new(content, charts));

    // The loader knows the content by path and hash, and the folder of the finished views.
    let dist = setting("DIST");
    let loader = String::from_utf8(read(&Path::new(&dist).join("embed.js"))?)?;
    let words: Vec<_> = loader.split('"').collect();
    let place = words.iter().position(|word| word.ends_with(".postcard"));
    let (file, hash) = place
        .and_then(|at| Some((*words.get(at)?, *words.get(at + 2)?)))
        .context("the loader names no content")?;
    let views = words
        .iter()
        .find(|word| word.starts_with("files/nl-") && !word.contains('.'))
        .context("the loader names no finished views")?;
    let bytes = publication.to_bytes()?;
    let loader = loader.replace(hash, &integrity(&bytes));
    let mut plan = Plan::default()
        .holding(wasm)
        .file("/embed.js", "text/javascript", loader)
        .file(&format!("/{file}"), "application/octet-stream", bytes);

    let pages = Pages::new(include_str!("../../index.html"), Own::default())?;
    for route in Route::all(&publication.content) {
        let path = route.path(&publication.content);
        if KINDS.contains(&&*format!("/nl/{path}")) {
            let fragment = pages.fragment(&publication, route).await;
            plan = plan.page(&format!("/{views}/{path}"), fragment);
        }
    }
    Ok(plan)
}

/// Visits a view of each kind; adds what was seen of the texts to what was seen of each kind.
async fn visit(browser: &Browser, seen: &mut [BTreeSet<String>]) -> Result<()> {
    for (path, seen) in KINDS.iter().zip(seen) {
        let view = view(path);
        let go = "heard.length = 0; place().setAttribute('view', arguments[0]);";
        browser.js_with::<()>(go, json!([view])).await?;
        let shown = "heard.at(-1)?.what === 'navigate' && heard.at(-1).view === arguments[0]";
        browser.wait_with(path, shown, json!([view])).await?;
        let harm: Value = browser.js(HARM).await?;
        ensure!(harmless(&harm), "{path}: {harm:#}");
        let texts: Vec<String> = browser
            .js_with(&format!("{WORDS}{SHOWN}"), json!([texts()]))
            .await?;
        seen.extend(texts);
        let live: bool = browser.js("return live();").await?;
        if live {
            let open = "window.copied = ''; $('.kl-share').open = true;";
            browser.js::<()>(open).await?;
            browser
                .wait("the controls", "$('[name=code]')")
                .await?;
            browser
                .js::<()>("$('[name=code]').click();")
                .await?;
            browser
                .wait("the code to copy", "copied")
                .await?;
            let copied: Value = browser.js(&format!("{WORDS}{COPIED}")).await?;
            ensure!(
                copied == json!(["kennis-lemniscaat a script", true]),
                "{path} gives the code {copied}"
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn texts_are_text_in_every_kind_of_view_before_and_after_it_is_live() -> Result<()> {
    browse(async |browser| {
        browser.before_load(LISTEN).await?;
        browser.before_load(COPY).await?;
        let texts = texts();
        let mut finished = vec![BTreeSet::new(); KINDS.len()];
        let mut live = finished.clone();
        let missing = |seen: &[BTreeSet<String>]| -> Vec<_> {
            let of = |(kind, seen): (&&'static str, &BTreeSet<String>)| {
                let missing = texts.iter().filter(|text| !seen.contains(**text));
                missing
                    .map(|text| format!("{kind}: {text}"))
                    .collect::<Vec<_>>()
            };
            KINDS.iter().zip(seen).flat_map(of).collect()
        };
        let mut rotations = 0;
        for rotation in 0..texts.len() {
            rotations += 1;
            // Far from the last one, so that views with few texts soon have had all.
            let files = altered(rotation * 29 % texts.len()).await?.serve().await?;
            let site = Plan::default().page(
                "/gast/",
                host(
                    &files,
                    "<kennis-lemniscaat view=\"achtergrond\"></kennis-lemniscaat>",
                ),
            );
            let site = site.serve().await?;
            browser.open(&site.url("/gast/")).await?;
            browser
                .wait("the finished view", "heading()")
                .await?;
            visit(browser, &mut finished).await?;
            files.release();
            browser.wait("the live widget", "live()").await?;
            browser
                .js::<()>("place().setAttribute('view', 'vertaling');")
                .await?;
            browser
                .wait(
                    "a live view",
                    "heard.at(-1)?.view === 'vertaling'")
                .await?;
            visit(browser, &mut live).await?;
            let (finished, live) = (missing(&finished), missing(&live));
            if finished.is_empty() && live.is_empty() {
                break;
            }
        }
        println!("every text was seen in every kind of view after {rotations} contents");
        let finished = missing(&finished);
        ensure!(
            finished.is_empty(),
            "never shown as they are in finished views: {finished:#?}"
        );
        let live = missing(&live);
        ensure!(
            live.is_empty(),
            "never shown as they are in live views: {live:#?}"
        );
        Ok(())
    })
    .await
}
