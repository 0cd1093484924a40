//! Isolation: the widget doesn't change the host page, and the host page doesn't change the widget.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::server::Plan;
use harness::{Page, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// The state of the host page outside the element, as far as a script could change it.
const PAGE_STATE: &str = include_str!("scripts/isolation_page_state.js");

const MARKUP: &str = "<style>a { color: red } * { font: 40px monospace }</style>
<p>Voor</p><kennis-lemniscaat><a href=\"/elders/\">De kennislemniscaat</a></kennis-lemniscaat><p>Na</p>";

/// The state of a page, with one placeholder for the address of the site that serves the script.
async fn page_state(page: &Page) -> Result<Value> {
    let mut state: Value = page.js(PAGE_STATE).await?;
    if let Some(html) = state["html"].as_str() {
        let html = html.replace(&page.site().url(""), "https://widget.invalid");
        state["html"] = html.into();
    }
    Ok(state)
}

/// The new items of a list, or the whole new value of any other type.
fn added(before: &Value, after: &Value) -> Value {
    match (before, after) {
        (Value::Array(before), Value::Array(after)) => {
            let added = after.iter().filter(|item| !before.contains(item));
            added.cloned().collect()
        }
        _ => after.clone(),
    }
}

#[apply(every_engine)]
#[tokio::test]
async fn nothing_outside_the_element_changes(#[case] engine: Engine) -> Result<()> {
    let no_files = Plan::default().breaking(|_| true, 404);
    let visit = embedded(MARKUP).site(no_files).prerendered();
    let page = visit.engine(engine).await?;
    let before = page_state(&page).await?;
    drop(page);
    let page = embedded(MARKUP).engine(engine).await?;
    let after = page_state(&page).await?;
    for (kind, value) in before.as_object().into_iter().flatten() {
        let added = added(value, &after[kind]);
        ensure!(
            *value == after[kind],
            "the widget changes {kind} of the page: {added:#}"
        );
    }
    page.js::<()>("$('.kl-phase-1 a').click();").await?;
    page.wait("a view of a phase", "heading().startsWith('Fase 1')")
        .await?;
    let navigated = page_state(&page).await?;
    for kind in ["globals", "html", "address"] {
        ensure!(
            navigated[kind] == before[kind],
            "a click changes {kind} of the page"
        );
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn host_styles_do_not_reach_into_the_widget(#[case] engine: Engine) -> Result<()> {
    let computed = include_str!("scripts/isolation_computed_styles.js");
    let style = "<style>
        html, body, kennis-lemniscaat { font: italic 30px/3 serif; color: red; text-align: right;
          letter-spacing: 5px; text-transform: uppercase; word-spacing: 9px; text-indent: 4em; }
        html { font-size: 10px }
        a, p, svg, h2 { color: lime !important; display: none !important; font-size: 3px !important; }
        </style>";
    let element = "<kennis-lemniscaat></kennis-lemniscaat>";
    let page = embedded(element).engine(engine).await?;
    let plain: Vec<String> = page.js(computed).await?;
    drop(page);
    let markup = format!("{style}{element}");
    let page = embedded(&markup).engine(engine).await?;
    let styled: Vec<String> = page.js(computed).await?;
    let pairs = plain.iter().zip(&styled);
    let changed: Vec<_> = pairs.filter(|(plain, styled)| plain != styled).collect();
    ensure!(
        changed.is_empty() && plain.len() == styled.len(),
        "the host page's styles change the widget: {changed:#?}"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn positioned_content_of_the_host_covers_the_widget(#[case] engine: Engine) -> Result<()> {
    // A dropdown menu below a header.
    let markup =
        "<div style=\"position: relative\"><div id=\"menu\" style=\"position: absolute; z-index: 1;
        left: 0; width: 100%; height: 600px; background: white\">Menu</div></div>
        <kennis-lemniscaat></kennis-lemniscaat>";
    let page = embedded(markup).engine(engine).await?;
    let topmost = include_str!("scripts/isolation_topmost.js");
    let covered = [
        ".kl-title",
        ".kl-phase-1 .kl-label",
        ".kl-phase-1 .kl-station",
        ".kl-phase-3 .kl-station",
    ];
    let topmost: Vec<Option<String>> = page.js_with(topmost, json!([covered])).await?;
    ensure!(
        topmost == vec![Some("menu".to_owned()); covered.len()],
        "topmost at the widget's title, a label and two numbers: {topmost:?}; expected the menu"
    );
    Ok(())
}
