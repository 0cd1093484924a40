//! Texts in the content are never interpreted as markup or script, in prerendered and interactive
//! views.
//!
//! Every visible field holds a text of the list. Each rotation puts other texts into the fields,
//! until every text was shown in every kind of view. The native tests put each text into all fields.

use std::collections::BTreeSet;
use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use harness::engine::Engine;
use harness::host_page::{LISTEN, host};
use harness::injection::{no_harm, texts};
use harness::published::EDITION;
use harness::server::{Plan, wasm};
use harness::setup::setup;
use harness::views::{KINDS, view};
use harness::{Page, blank};
use kennislemniscaat::bundle::Bundle;
use publisher::assets::{integrity, read};
use publisher::pages::page::{PageAssets, Pages};
use rstest_reuse::apply;
use serde_json::{Value, json};
use test_support::injection::replace_texts;

use crate::engines::every_engine;

/// Stores the text that the widget copies in `copied`, instead of writing it to the clipboard.
const COPY: &str = "
Object.defineProperty(navigator, 'clipboard', {
  value: { writeText: async (text) => { window.copied = text; } },
});";

/// Defines `words()`, which removes the one character that HTML can't contain, U+0000, and its
/// replacement, U+FFFD: browsers drop or replace U+0000.
const WORDS: &str = "const words = (text) => text.replace(/[\\0\\ufffd]/g, '');";

/// The texts that the view shows unchanged. The longest texts are searched first, because some texts
/// are part of others.
const TEXTS_SHOWN: &str = include_str!("scripts/content_xss_texts_shown.js");

/// The elements of the copied code in a parsed page, and whether its link has the view's title.
const COPIED: &str = "
const {body} = new DOMParser().parseFromString(`<body>${copied}`, 'text/html');
return [[...body.querySelectorAll('*')].map((element) => element.localName).join(' '),
  words(body.querySelector('a').textContent) === words(widgetEvents.at(-1).title)];";

/// The texts that were shown in each of [`KINDS`].
type ShownTexts = Vec<BTreeSet<String>>;

/// A site whose content consists of the texts, in order from the index `first`.
async fn altered(first: usize) -> Result<Plan> {
    let texts = texts();
    let mut all = texts.iter().cycle().skip(first);
    let mut bundle = serde_json::to_value(&EDITION.bundle)?;
    replace_texts(&mut bundle, &mut || all.next().unwrap_or(&""));
    let publication: Rc<Bundle> = Rc::new(serde_json::from_value(bundle)?);

    // The loader names the runtime and the folder of the prerendered views, the runtime names the content
    // by path and hash.
    let script = |file: &str| anyhow::Ok(String::from_utf8(read(&setup().site.join(file))?)?);
    let loader = script("embed.js")?;
    let mut strings = loader.split('"');
    let runtime_file = strings
        .clone()
        .find(|text| text.starts_with("files/runtime-"))
        .context("the loader names no runtime")?;
    let views = strings
        .find(|text| text.starts_with("files/nl-"))
        .context("the loader names no prerendered views")?;
    let runtime = script(runtime_file)?;
    let mut strings = runtime.split('"');
    let file = strings
        .find(|text| text.ends_with(".postcard"))
        .context("the runtime names no content")?;
    let hash = strings.nth(1).context("the runtime names no hash")?;
    let bytes = publication.to_bytes()?;
    let altered_runtime = runtime.replace(hash, &integrity(&bytes));
    let mut plan = Plan::default()
        .holding(wasm)
        .file(
            &format!("/{runtime_file}"),
            "text/javascript",
            altered_runtime,
        )
        .file(&format!("/{file}"), "application/octet-stream", bytes);

    let pages = Pages::new(include_str!("../../../index.html"), PageAssets::default())?;
    let views_of = &publication.content.views;
    for route in views_of.routes() {
        let path = views_of.path(route);
        if KINDS.contains(&&*format!("/nl/{path}")) {
            let fragment = pages.fragment(&publication, route, [].into()).await;
            plan = plan.page(&format!("/{views}/{path}"), fragment);
        }
    }
    Ok(plan)
}

/// Shows a view of each kind, and adds its texts to `shown`.
async fn show_each_kind(page: &Page, shown: &mut ShownTexts) -> Result<()> {
    for (path, shown) in KINDS.iter().zip(shown) {
        let view = view(path);
        let navigate = "widgetEvents.length = 0; place().setAttribute('view', arguments[0]);";
        page.js_with::<()>(navigate, json!([view])).await?;
        let navigated =
            "widgetEvents.at(-1)?.what === 'navigate' && widgetEvents.at(-1).view === arguments[0]";
        page.wait_with(path, navigated, json!([view])).await?;
        no_harm(page, path).await?;
        let script = format!("{WORDS}{TEXTS_SHOWN}");
        let texts: Vec<String> = page.js_with(&script, json!([texts()])).await?;
        shown.extend(texts);
        if page.js("return isInteractive();").await? {
            copied_code_is_safe(page, path).await?;
        }
    }
    Ok(())
}

/// Checks the code to copy that the share controls give for a view.
async fn copied_code_is_safe(page: &Page, path: &str) -> Result<()> {
    let open = "window.copied = ''; $('.kl-share').open = true;";
    page.js::<()>(open).await?;
    page.wait("the share controls", "$('[name=code]')").await?;
    page.js::<()>("$('[name=code]').click();").await?;
    page.wait("the code to copy", "copied").await?;
    let copied: Value = page.js(&format!("{WORDS}{COPIED}")).await?;
    ensure!(
        copied == json!(["kennis-lemniscaat a script", true]),
        "{path} gives the code {copied}"
    );
    Ok(())
}

/// The texts that were not yet shown, each with the kind of view.
fn missing(shown: &ShownTexts) -> Vec<String> {
    let texts = texts();
    let of_kind = |(kind, shown): (&&str, &BTreeSet<String>)| {
        let missing = texts.iter().filter(|text| !shown.contains(**text));
        let lines = missing.map(|text| format!("{kind}: {text}"));
        lines.collect::<Vec<_>>()
    };
    KINDS.iter().zip(shown).flat_map(of_kind).collect()
}

#[apply(every_engine)]
#[tokio::test]
async fn texts_are_shown_as_text_in_every_kind_of_view(#[case] engine: Engine) -> Result<()> {
    let visit = blank().engine(engine).before_load(LISTEN);
    let page = visit.before_load(COPY).await?;
    let count = texts().len();
    let mut prerendered: ShownTexts = vec![BTreeSet::new(); KINDS.len()];
    let mut interactive = prerendered.clone();
    let mut rotations = 0;
    while rotations < count {
        // A large step, so that views with few texts soon have shown every text.
        let site = altered(rotations * 29 % count).await?.serve().await?;
        rotations += 1;
        let markup = "<kennis-lemniscaat view=\"achtergrond\"></kennis-lemniscaat>";
        let host = Plan::default().page("/gast/", host(&site, markup));
        let host = host.serve().await?;
        page.open(&host.url("/gast/")).await?;
        page.wait("the prerendered view", "heading()").await?;
        show_each_kind(&page, &mut prerendered).await?;
        site.release();
        page.wait("the interactive widget", "isInteractive()")
            .await?;
        let navigate = "place().setAttribute('view', 'vertaling');";
        page.js::<()>(navigate).await?;
        page.wait(
            "an interactive view",
            "widgetEvents.at(-1)?.view === 'vertaling'",
        )
        .await?;
        show_each_kind(&page, &mut interactive).await?;
        if missing(&prerendered).is_empty() && missing(&interactive).is_empty() {
            break;
        }
    }
    println!("every text was shown in every kind of view after {rotations} rotations");
    let prerendered = missing(&prerendered);
    ensure!(
        prerendered.is_empty(),
        "never shown unchanged in prerendered views: {prerendered:#?}"
    );
    let interactive = missing(&interactive);
    ensure!(
        interactive.is_empty(),
        "never shown unchanged in interactive views: {interactive:#?}"
    );
    Ok(())
}
