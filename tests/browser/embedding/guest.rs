//! A widget is a guest: the page around it stays as it was.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::embed::host;
use crate::site::{Plan, Site};

/// All that a script could leave behind outside the element.
const TRACES: &str = include_str!("scripts/guest_traces.js");

const MARKUP: &str = "<style>a { color: red } * { font: 40px monospace }</style>
<p>Voor</p><kennis-lemniscaat><a href=\"/elders/\">De kennislemniscaat</a></kennis-lemniscaat><p>Na</p>";

/// What there is to see on the page; `files` is where its script comes from.
async fn traces(browser: &Browser, files: &Site) -> Result<Value> {
    let mut traces: Value = browser.js(TRACES).await?;
    if let Some(html) = traces["html"].as_str() {
        traces["html"] = html
            .replace(&files.url(""), "https://widget.invalid")
            .into();
    }
    Ok(traces)
}

/// What of a value is new: items of a list, or all of anything else.
fn news(before: &Value, after: &Value) -> Value {
    match (before, after) {
        (Value::Array(before), Value::Array(after)) => {
            let news = after.iter().filter(|item| !before.contains(item));
            news.cloned().collect()
        }
        _ => after.clone(),
    }
}

#[tokio::test]
async fn nothing_outside_the_element_changes() -> Result<()> {
    let (files, none) = (
        Site::whole().await?,
        Plan::default().breaking(|_| true, 404).serve().await?,
    );
    browse(async |browser| {
        let without = Plan::default()
            .page("/gast/", host(&none, MARKUP))
            .serve()
            .await?;
        browser.open(&without.url("/gast/")).await?;
        let before = traces(browser, &none).await?;
        let with = Plan::default()
            .page("/gast/", host(&files, MARKUP))
            .serve()
            .await?;
        browser.open_live(&with.url("/gast/")).await?;
        let after = traces(browser, &files).await?;
        for (what, value) in before.as_object().into_iter().flatten() {
            let now = &after[what];
            let news = news(value, now);
            ensure!(
                value == now,
                "the widget changes {what} of the page: {news:#}"
            );
        }
        browser
            .js::<()>("$('.kl-phase-1 a').click();")
            .await?;
        browser
            .wait(
                "a view of a phase",
                "heading().startsWith('Fase 1')")
            .await?;
        let walked = traces(browser, &files).await?;
        ensure!(
            walked["globals"] == before["globals"],
            "a click leaves something behind in the page"
        );
        ensure!(
            walked["html"] == before["html"],
            "a click changes the page around the widget"
        );
        ensure!(
            walked["address"] == before["address"],
            "a click changes the page's address"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_styles_of_the_page_stay_outside() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let looks = "return [...kl().querySelectorAll('*')].map((each) => {
            const {color, fontFamily, fontSize, textAlign, letterSpacing, lineHeight} = getComputedStyle(each);
            return [each.className.baseVal ?? each.className, color, fontFamily, fontSize, textAlign, letterSpacing, lineHeight].join('|');
        });";
        let mut seen = Vec::new();
        let loud = "<style>
            html, body, kennis-lemniscaat { font: italic 30px/3 serif; color: red; text-align: right;
              letter-spacing: 5px; text-transform: uppercase; word-spacing: 9px; text-indent: 4em; }
            html { font-size: 10px }
            a, p, svg, h2 { color: lime !important; display: none !important; font-size: 3px !important; }
            </style>";
        for style in ["", loud] {
            let markup = format!("{style}<kennis-lemniscaat></kennis-lemniscaat>");
            let site = Plan::default().page("/gast/", host(&files, &markup)).serve().await?;
            browser.open_live(&site.url("/gast/")).await?;
            seen.push(browser.js::<Vec<String>>(looks).await?);
        }
        let [plain, loud] = &seen[..] else { unreachable!("two pages were seen") };
        let changed: Vec<_> = plain.iter().zip(loud).filter(|(plain, loud)| plain != loud).collect();
        ensure!(
            changed.is_empty() && plain.len() == loud.len(),
            "the page's style reaches in: {changed:#?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_page_lifts_above_its_text_is_above_the_widget() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        // A menu that hangs down from a header.
        let markup = "<div style=\"position: relative\"><div id=\"menu\" style=\"position: absolute; z-index: 1;
            left: 0; width: 100%; height: 600px; background: white\">Menu</div></div>
            <kennis-lemniscaat></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open_live(&host.url("/gast/")).await?;
        let over = "return ['.kl-title', '.kl-phase-1 .kl-label', '.kl-phase-1 .kl-station', '.kl-phase-3 .kl-station'].map((each) => {
            const {left, top, width, height} = $(each).getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2)?.id;
          });";
        let over: Vec<Option<String>> = browser.js(over).await?;
        ensure!(
            over.iter().all(|each| each.as_deref() == Some("menu")),
            "over the widget's title, a name and two numbers lies {over:?}"
        );
        Ok(())
    })
    .await
}
