//! The page on which people choose how to embed the publication: the preview, the contrasts and the codes follow.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use harness::csp::{WATCH, no_violation};
use harness::engine::Engine;
use harness::published::url;
use harness::server::Plan;
use harness::{Page, blank, standalone};
use rstest::rstest;
use rstest_reuse::apply;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::engines::every_engine;

const PATH: &str = "/nl/insluiten/";

/// For scripts: a control by its name, the codes of the open tab, and the widget of the preview.
const PAGE: &str = "
const form = document.querySelector('#keuzes');
const control = (name) => form.elements.namedItem(name);
const codes = () => [...document.querySelectorAll('[data-tab]:not([hidden]) [data-block]:not([hidden]) pre')]
    .map(({textContent}) => textContent);
const code = () => codes()[0];
const widget = document.querySelector('[data-host]').firstElementChild;
const root = widget.shadowRoot;
const verdict = () => document.querySelector('[data-verdict]').textContent;
const choose = (name, value) => {
    const field = control(name);
    if (field.type === 'checkbox') field.checked = value;
    else field.value = value;
    const target = field instanceof RadioNodeList ? [...field].find(({checked}) => checked) : field;
    for (const type of ['input', 'change']) target.dispatchEvent(new Event(type, {bubbles: true}));
};";

/// Opens the page, at a fragment with choices, and waits for the preview.
async fn open(page: &Page, fragment: &str) -> Result<()> {
    page.open(&url(&format!("{PATH}{fragment}"))).await?;
    shows(page, "the preview", "root?.querySelector('.kl')").await
}

/// Waits until an expression with the names of [`PAGE`] is true.
async fn shows(page: &Page, what: &str, condition: &str) -> Result<()> {
    page.wait(what, &format!("(() => {{ {PAGE} return {condition}; }})()"))
        .await
}

/// Makes a choice, as a reader does.
async fn choose(page: &Page, name: &str, value: impl Into<Value>) -> Result<()> {
    let script = format!("{PAGE} choose(...arguments);");
    page.js_with(&script, json!([name, value.into()])).await
}

/// All codes by tab.
async fn all_codes(page: &Page) -> Result<BTreeMap<String, Vec<String>>> {
    let script =
        "return Object.fromEntries([...document.querySelectorAll('[data-tab]')].map((tab) =>
        [tab.dataset.tab, [...tab.querySelectorAll('pre')].map(({textContent}) => textContent)]));";
    page.js(script).await
}

#[tokio::test]
async fn codes_without_a_script_are_those_of_no_choice() -> Result<()> {
    let page = blank().await?;
    let disable = |value: bool| json!({ "value": value });
    page.cdp("Emulation.setScriptExecutionDisabled", disable(true))
        .await?;
    page.open(&url(PATH)).await?;
    page.cdp("Emulation.setScriptExecutionDisabled", disable(false))
        .await?;
    let prerendered = all_codes(&page).await?;
    let visible = "return [...document.querySelectorAll('form, [data-copy], [role=tab]')].filter((element) => element.checkVisibility()).length
        + !document.querySelector('[data-no-script]').checkVisibility();";
    let visible: u32 = page.js(visible).await?;
    ensure!(
        visible == 0,
        "without a script the page shows controls that do nothing, or no notice"
    );
    open(&page, "").await?;
    // The height of the view is known only with the preview.
    let measured = "codes().some((text) => text.includes('min-height: min(90vh, '))";
    shows(&page, "the height of the view", measured).await?;
    let mut scripted = all_codes(&page).await?;
    for code in scripted.values_mut().flatten() {
        if let (Some(start), Some(end)) = (code.find("min(90vh, "), code.find("px)")) {
            code.replace_range(start..end + 3, "90vh");
        }
    }
    ensure!(
        prerendered == scripted,
        "prerendered are {prerendered:#?}, with the script {scripted:#?}"
    );
    ensure!(prerendered.len() == 13, "{:?}", prerendered.keys());
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn preview_and_code_follow_each_choice(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    open(&page, "").await?;
    choose(&page, "view", "vertaling/tip-5").await?;
    let tip = "root.querySelector('[data-title]')?.textContent.startsWith('Tip 5')
        && code().includes(' view=\"vertaling/tip-5\"') && code().includes('/nl/vertaling/tip-5/\"')";
    shows(&page, "the chosen view", tip).await?;
    choose(&page, "theme", "dark").await?;
    let dark = "getComputedStyle(root.querySelector('.kl')).backgroundColor === 'rgb(20, 23, 28)'
        && code().includes(' theme=\"dark\"')";
    shows(&page, "the dark theme", dark).await?;
    choose(&page, "surface", "#f4f1de").await?;
    let surface =
        "getComputedStyle(root.querySelector('.kl')).backgroundColor === 'rgb(244, 241, 222)'
        && codes().some((text) => text.includes('--kl-surface: #f4f1de;'))";
    shows(&page, "the chosen background", surface).await?;
    for (name, value, expected) in [
        ("heading-level", json!("3"), " heading-level=\\\"3\\\""),
        ("sync-url", json!(true), " sync-url"),
        (
            "share-base",
            json!("https://www.gemeente.example/kennis/"),
            " share-base=\\\"https://www.gemeente.example/kennis/\\\"",
        ),
        ("loading", json!(true), " loading=\\\"eager\\\""),
        ("version", json!("major"), "/v1/embed.js\\\""),
    ] {
        choose(&page, name, value).await?;
        let condition = format!("code().includes(\"{expected}\")");
        shows(&page, &format!("{name} in the code"), &condition).await?;
    }
    for width in ["320", "1280", "768"] {
        choose(&page, "width", width).await?;
        let as_wide = format!(
            "Math.abs(Number.parseFloat(getComputedStyle(root.querySelector('.kl')).width) - {width}) < 1"
        );
        shows(&page, &format!("a preview {width} px wide"), &as_wide).await?;
    }
    // The other engines' drivers run no script before those of a page from nginx.
    match page.is_chromium() {
        true => no_violation(&page, PATH).await,
        false => Ok(()),
    }
}

#[apply(every_engine)]
#[tokio::test]
async fn the_address_keeps_all_choices(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    open(&page, "").await?;
    for (name, value) in [
        ("view", json!("analyseren")),
        ("theme", json!("reader")),
        ("phase-2", json!("#112233")),
        ("sync-url", json!(true)),
        ("width", json!("320")),
        ("page", json!("dark")),
    ] {
        choose(&page, name, value).await?;
    }
    page.click("document.querySelector('#tab-frame')").await?;
    let script = format!("{PAGE} return [location.hash, codes().join()];");
    let [fragment, codes]: [String; 2] = page.js(&script).await?;
    let expected = "#view=analyseren&theme=reader&phase-2=%23112233&sync-url=yes&tab=frame&width=320&page=dark";
    ensure!(
        fragment == expected,
        "the address has {fragment}; expected {expected}"
    );
    // A new document, as for a colleague who got the address.
    page.open("about:blank").await?;
    open(&page, &fragment).await?;
    let restored = format!(
        "codes().join() === {} && control('phase-2').value === '#112233' && control('page').value === 'dark'
            && document.querySelector('[data-host]').dataset.page === 'dark'",
        json!(codes)
    );
    shows(&page, "the same choices", &restored).await?;
    // The other language has the same choices.
    page.click("document.querySelector('.kl-languages a')")
        .await?;
    let english = "location.pathname === '/en/embed/' && control('theme').value === 'reader'
        && code().includes('/en/analysis/')";
    shows(&page, "the choices in English", english).await?;
    page.click("document.querySelector('[type=reset]')").await?;
    let cleared =
        "location.hash === '' && control('theme').value === 'auto' && control('view').value === ''
        && document.querySelector('#tab-element').ariaSelected === 'true'";
    shows(&page, "no choice", cleared).await
}

#[rstest]
#[case::unknown_view("#view=bestaat-niet&theme=dark")]
#[case::wrong_color("#surface=rood&theme=dark")]
#[case::markup("#phase-1=%22%3E%3Cscript%3E&theme=dark")]
#[case::unknown_name("#kleur=rood&theme=dark")]
#[case::unknown_width("#width=12&theme=dark")]
#[case::unknown_tab("#tab=wix&theme=dark")]
#[tokio::test]
async fn a_damaged_address_keeps_what_is_right(#[case] fragment: &str) -> Result<()> {
    let page = blank().await?;
    open(&page, fragment).await?;
    let usual = "!document.querySelector('[data-damaged]').hidden && control('theme').value === 'dark'
        && control('view').value === '' && control('surface').value === '' && control('phase-1').value === ''
        && control('width').value === '768' && document.querySelector('#tab-element').ariaSelected === 'true'";
    shows(&page, "a notice, and the usual choices", usual).await?;
    choose(&page, "theme", "light").await?;
    let mended =
        "document.querySelector('[data-damaged]').hidden && location.hash === '#theme=light'";
    shows(&page, "no notice after a choice", mended).await
}

#[tokio::test]
async fn weak_colors_are_named() -> Result<()> {
    let page = blank().await?;
    open(&page, "").await?;
    let contrasts = "document.querySelectorAll('[data-contrasts] dd').length === 12";
    let good = format!("verdict().startsWith('Alle contrasten zijn goed') && {contrasts}");
    shows(&page, "good contrasts in both schemes", &good).await?;
    choose(&page, "theme", "light").await?;
    choose(&page, "ink", "#aaaaaa").await?;
    let low = "verdict() === 'Er is één ding dat niet iedereen goed kan zien.'
        && document.querySelector('[data-contrasts] .configurator-problem').textContent === 'licht: 2,2 : 1, te laag. Verwacht is ten minste 4,5 : 1.'";
    shows(&page, "a contrast that is too low", low).await?;
    choose(&page, "ink", "").await?;
    // Red and green, which many can't tell apart.
    choose(&page, "phase-1", "#8a3b00").await?;
    choose(&page, "phase-2", "#4d5a00").await?;
    let alike = "/Fase 1 en 2 lijken op elkaar: (prot|deuter)anopie, licht\\./.test(document.querySelector('[data-alike]').textContent)";
    shows(&page, "two phases that look alike", alike).await?;
    // A field with a mistake counts as empty, and says what it expects.
    choose(&page, "phase-1", "rood").await?;
    let hint = "control('phase-1').ariaInvalid === 'true' && document.getElementById('phase-1-hint').checkVisibility()
        && !codes().some((text) => text.includes('rood'))";
    shows(&page, "the form of a color", hint).await
}

#[tokio::test]
async fn an_exact_release_has_its_hash_and_requests_its_view_early() -> Result<()> {
    let page = blank().await?;
    open(&page, "#version=exact").await?;
    let version = env!("CARGO_PKG_VERSION");
    let pinned = format!(
        "code().includes('/v{version}/embed.js\" integrity=\"sha256-') && code().includes('\" crossorigin></script>')
            && code().includes('<link rel=\"preload\" as=\"fetch\" crossorigin href=\"') && code().includes('/files/nl-')"
    );
    shows(&page, "the hash of the release", &pinned).await
}

#[tokio::test]
async fn a_hash_that_cannot_be_loaded_is_left_out_with_a_message() -> Result<()> {
    let path = format!("{PATH}#version=exact");
    let site = Plan::default().breaking(|path| path.ends_with("/version.json"), 404);
    let page = standalone(&path).site(site).prerendered().await?;
    let told =
        "document.querySelector('[data-failure]').textContent.startsWith('Het controlegetal')
        && !code().includes('integrity') && code().includes('/v1.')";
    shows(&page, "a message", told).await
}

#[tokio::test]
async fn a_preview_that_cannot_be_loaded_leaves_the_codes() -> Result<()> {
    let site = Plan::default().breaking(
        |path| path.ends_with(".css") || path.contains("/files/nl-"),
        500,
    );
    let page = standalone(PATH).site(site).prerendered().await?;
    // The app is requested near the window.
    page.js::<()>("document.querySelector('[data-host]').scrollIntoView();")
        .await?;
    let told = "verdict().startsWith('Het voorbeeld kan niet worden geladen') && code().includes('<script async')";
    shows(&page, "a message, and the code", told).await
}

#[apply(every_engine)]
#[tokio::test]
async fn tabs_have_the_usual_keys(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    open(&page, "").await?;
    page.js::<()>("document.querySelector('#tab-element').focus();")
        .await?;
    let selected = |id: &str| {
        format!(
            "document.activeElement.id === 'tab-{id}' && document.activeElement.ariaSelected === 'true'
                && [...document.querySelectorAll('[role=tabpanel]')].filter((panel) => panel.checkVisibility()).map(({{id}}) => id).join() === 'code-{id}'
                && [...document.querySelectorAll('[role=tab]')].filter(({{tabIndex}}) => tabIndex === 0).length === 1"
        )
    };
    for (key, id) in [
        (Key::Right, "script"),
        (Key::End, "zip"),
        (Key::Right, "element"),
        (Key::Left, "zip"),
        (Key::Home, "element"),
    ] {
        page.press(key).await?;
        shows(&page, &format!("the tab {id}"), &selected(id)).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_view_that_the_preview_shows_can_be_taken_over() -> Result<()> {
    let page = blank().await?;
    open(&page, "").await?;
    let ready = "root.querySelector('.kl-phase-link')";
    shows(&page, "the figure", ready).await?;
    page.js::<()>(&format!(
        "{PAGE} root.querySelectorAll('.kl-phase-link')[2].dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true, composed: true}}));"
    ))
    .await?;
    let followed = "widget.getAttribute('view') === 'vertaling'";
    shows(&page, "the phase in the preview", followed).await?;
    page.click("document.querySelector('[data-take-over]')")
        .await?;
    let taken = "control('view').value === 'vertaling' && code().includes(' view=\"vertaling\"')";
    shows(&page, "the phase in the code", taken).await
}

#[tokio::test]
async fn a_code_can_be_copied_and_mailed() -> Result<()> {
    let page = blank().await?;
    open(&page, "#theme=dark").await?;
    page.js::<()>(
        "navigator.clipboard.writeText = async (text) => { window.copied = text; };
        document.querySelector('[data-tab]:not([hidden]) [data-copy]').click();",
    )
    .await?;
    let copied = "window.copied === code() && document.querySelector('[data-tab]:not([hidden]) [data-copied]').textContent === 'Gekopieerd.'";
    shows(&page, "a copied code", copied).await?;
    let href = format!(
        "{PAGE} return document.querySelector('[data-tab]:not([hidden]) [data-mail]').href;"
    );
    let href: String = page.js(&href).await?;
    let mail = reqwest::Url::parse(&href)?;
    let parts: BTreeMap<_, _> = mail.query_pairs().collect();
    let body = parts.get("body").context("the mail has no body")?;
    for expected in [
        "<script async src=",
        "theme=\"dark\"",
        "script-src ",
        "insluiten/#theme=dark",
    ] {
        ensure!(body.contains(expected), "the mail lacks {expected}: {body}");
    }
    Ok(())
}

/// The codes of a tab as the page has them with some choices.
async fn codes_of(page: &Page, tab: &str, choices: &str) -> Result<Vec<String>> {
    page.open("about:blank").await?;
    open(page, &format!("#tab={tab}&{choices}")).await?;
    let measured = "!codes().some((text) => text.includes('min-height: 90vh'))";
    shows(page, "the height of the view", measured).await?;
    page.js(&format!("{PAGE} return codes();")).await
}

#[apply(every_engine)]
#[tokio::test]
async fn codes_show_the_chosen_view_on_a_host_page(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    let choices = "view=vertaling/tip-5&theme=dark&phase-3=%23ffd166";
    for tab in ["element", "script", "link"] {
        let codes = codes_of(&page, tab, choices).await?;
        let (html, css): (Vec<_>, Vec<_>) = codes
            .iter()
            .filter(|code| !code.contains("script-src") && !code.contains("nl-design-system"))
            .partition(|code| code.starts_with('<'));
        let html = html.iter().map(|code| code.as_str()).collect::<String>();
        let css = css.iter().map(|code| code.as_str()).collect::<String>();
        let host = format!(
            "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Gast</title><style>{css}</style><body><h1>Gast</h1>{html}</body></html>"
        );
        let host = Plan::default().page("/gast/", host).serve().await?;
        page.open_interactive(&host.url("/gast/")).await?;
        let shown = "heading().startsWith('Tip 5')
            && getComputedStyle(kl()).backgroundColor === 'rgb(20, 23, 28)'
            && getComputedStyle(place()).getPropertyValue('--kl-phase-3') === '#ffd166'
            && document.querySelectorAll('kennis-lemniscaat').length === 1";
        page.wait(&format!("the chosen view of the tab {tab}"), shown)
            .await?;
    }
    Ok(())
}
