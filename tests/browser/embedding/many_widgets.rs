//! Many widgets on one page: each widget works, and all share the files that they load.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::isolation::{WATCH, check_no_errors, check_unchanged};
use harness::navigation::follow_phases;
use harness::server::wasm;
use harness::{Page, embedded};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// Markup of widgets that all become interactive at once, each after a paragraph.
fn widgets(count: u32) -> String {
    "<p>Ervoor</p><kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>".repeat(count as usize)
}

/// Waits until a condition holds for every `element`.
async fn wait_for_all(page: &Page, name: &str, condition: &str) -> Result<()> {
    let all = format!(
        "[...document.querySelectorAll('kennis-lemniscaat')].every((element) => {condition})"
    );
    page.wait(name, &all).await
}

/// Follows the phases in the first, middle and last widget, and checks that the host page is
/// unchanged.
async fn all_work(page: &Page, count: u32, name: &str) -> Result<()> {
    for index in [0, count / 2, count - 1] {
        follow_phases(page, index, name).await?;
    }
    check_unchanged(page, "", name).await?;
    check_no_errors(page, name).await
}

#[apply(every_engine)]
#[tokio::test]
async fn each_of_many_widgets_works_before_and_after_activation(
    #[case] engine: Engine,
    #[values(3, 100)] count: u32,
) -> Result<()> {
    let visit = embedded(&widgets(count)).holding(wasm).before_load(WATCH);
    let page = visit.engine(engine).await?;
    let name = format!("{count} prerendered views");
    wait_for_all(
        &page,
        &name,
        "element.shadowRoot?.querySelector('.kl-title')",
    )
    .await?;
    all_work(&page, count, &name).await?;
    page.release();
    let name = format!("{count} interactive widgets");
    wait_for_all(&page, &name, "activated.has(element)").await?;
    all_work(&page, count, &name).await
}

#[apply(every_engine)]
#[tokio::test]
async fn hundred_widgets_request_each_file_once(#[case] engine: Engine) -> Result<()> {
    let page = embedded(&widgets(100)).engine(engine).await?;
    let name = "a hundred interactive widgets";
    wait_for_all(&page, name, "activated.has(element)").await?;
    let requests = "return performance.getEntriesByType('resource')
        .map(({name}) => name).filter((name) => name.startsWith(arguments[0])).sort();";
    let site = json!([page.site().url("/")]);
    let requests: Vec<String> = page.js_with(requests, site).await?;
    let mut files = requests.clone();
    files.dedup();
    ensure!(
        requests == files && requests.len() == 7,
        "expected 7 files, each requested once, got {requests:#?}"
    );
    Ok(())
}
