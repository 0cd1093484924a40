//! Functions that a browser lacks, or that the host page has removed.

use anyhow::{Result, ensure};
use harness::host_page::LISTEN;
use harness::isolation::{WATCH, check_no_errors};
use harness::share_panel::open;
use harness::{embedded, standalone};
use serde_json::{Value, json};

#[tokio::test]
async fn share_base_works_without_can_parse() -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"vertaling\" share-base=\"/gast/\"></kennis-lemniscaat>";
    let page = embedded(markup).before_load("delete URL.canParse;").await?;
    open(&page).await?;
    let link = page
        .js::<String>("return $('[data-share=LinkedIn]').href;")
        .await?;
    ensure!(
        link.contains("gast%2F%3Fkennislemniscaat%3Dvertaling"),
        "{link}"
    );
    Ok(())
}

#[tokio::test]
async fn the_error_names_a_browser_without_webassembly() -> Result<()> {
    let markup = "<kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>";
    let visit = embedded(markup).before_load(LISTEN);
    let page = visit
        .before_load("delete globalThis.WebAssembly;")
        .prerendered()
        .await?;
    let errors = "widgetEvents.filter(({what}) => what === 'error')";
    page.wait("the error event", &format!("{errors}.length === 1"))
        .await?;
    let error: Value = page.js(&format!("return {errors}[0];")).await?;
    ensure!(error["reason"] == json!("wasm"), "{error}");
    let message = error["message"].as_str().unwrap_or_default();
    ensure!(
        message.contains("no WebAssembly") && !message.contains("Policy"),
        "{message}"
    );
    page.click("$('.kl-phase-3 .kl-label')").await?;
    page.wait("the prerendered phase", "heading()?.startsWith('Fase 3')")
        .await
}

#[tokio::test]
async fn an_exception_at_the_start_is_reported_and_reserves_no_height() -> Result<()> {
    let markup =
        "<kennis-lemniscaat><a href=\"/elders/\">De kennislemniscaat</a></kennis-lemniscaat>";
    let fault = "document.querySelector = () => { throw new Error('a fault of the host page'); };";
    let page = embedded(markup).before_load(LISTEN).prerendered().await?;
    page.js::<()>(&format!(
        "{fault} const element = document.createElement('kennis-lemniscaat');
        element.id = 'second'; document.body.append(element);"
    ))
    .await?;
    let reported = "widgetEvents.some(({what, place}) => what === 'error' && place === 'second')
        && document.getElementById('second').offsetHeight === 0";
    page.wait("the error event of an element without height", reported)
        .await
}

#[tokio::test]
async fn a_refused_system_dialog_shows_the_link_and_is_no_share() -> Result<()> {
    let refuse = "Object.defineProperty(navigator, 'share', {
        value: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });";
    let page = standalone("/nl/vertaling/").before_load(refuse).await?;
    open(&page).await?;
    page.click("$('[name=system]')").await?;
    let selected = "focused()?.localName === 'textarea' && focused().value === arguments[0]";
    let address = json!([page.site().url("/nl/vertaling/")]);
    page.wait_with("the address, selected", selected, address)
        .await
}

/// Everything that the scripts use and that a browser of the baseline may lack.
const NEWER: [&str; 8] = [
    "delete URL.canParse;",
    "delete Document.prototype.startViewTransition;",
    "delete Navigator.prototype.share;",
    "delete Navigator.prototype.clipboard;",
    "delete Element.prototype.ariaLabel;",
    "delete Element.prototype.role;",
    "delete Location.prototype.ancestorOrigins;",
    "delete CSS.supports;",
];

#[tokio::test]
async fn each_missing_function_costs_its_feature_alone() -> Result<()> {
    let markup =
        "<kennis-lemniscaat view=\"vertaling\" share-base=\"/gast/\" sync-url></kennis-lemniscaat>";
    for missing in NEWER {
        for page in [
            embedded(markup)
                .before_load(missing)
                .before_load(WATCH)
                .await?,
            standalone("/nl/vertaling/")
                .before_load(missing)
                .before_load(WATCH)
                .await?,
        ] {
            page.click("$('.kl-tip')").await?;
            page.wait("tip 1", "heading()?.startsWith('Tip 1: ')")
                .await?;
            open(&page).await?;
            page.click("$('.kl-share [name=link]')").await?;
            let told = "$('.kl-share [role=status]').textContent.length > 5 && $('.kl-share textarea[aria-label]')";
            page.wait(&format!("word of the copy ({missing})"), told)
                .await?;
            check_no_errors(&page, missing).await?;
        }
    }
    Ok(())
}
