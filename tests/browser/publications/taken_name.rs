//! A name of an element that the host page, or a publication of another site, has defined.

use std::fs;

use anyhow::Result;
use harness::blank;
use harness::engine::Engine;
use harness::host_page::{LISTEN, serve_each};
use harness::server::Plan;
use publisher::commands::new::new;
use publisher::publication::Publication;
use publisher::template::Template;
use rstest_reuse::apply;
use serde_json::json;

use super::tool::{answers, publish_to};
use crate::engines::every_engine;

/// The titles of all widgets, in the order of the page.
const TITLES: &str = "
[...document.body.querySelectorAll('*')]
    .map((element) => element.shadowRoot?.querySelector('[data-title]')?.textContent)
    .filter(Boolean)
    .join()";

#[apply(every_engine)]
#[tokio::test]
async fn lone_script_tags_of_two_publications_with_one_name_show_both(
    #[case] engine: Engine,
) -> Result<()> {
    let work = tempfile::tempdir()?;
    let (folder, out) = (work.path().join("model"), work.path().join("site"));
    new(&folder, &answers())?;
    let settings = folder.join("publication.toml");
    let text = fs::read_to_string(&settings)? + "element = \"kennis-lemniscaat\"\n";
    fs::write(&settings, text)?;
    let mut publication = Publication::read(&folder)?;
    publish_to(&Template::stored()?, &mut publication, &out)?;
    let other = Plan::default().files("/model", out.display().to_string());
    let other = other.serve().await?;

    let page = blank().engine(engine).await?;
    let scripts = ["EMBED".to_owned(), other.url("/model/embed.js")];
    for [first, second] in [[0, 1], [1, 0]].map(|order| order.map(|index| &scripts[index])) {
        let host = format!(
            "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Gast</title>
            <body><script src=\"{first}\"></script><p>Tekst</p><script src=\"{second}\"></script>"
        );
        let hosts = serve_each(page.site(), &[host]).await?;
        page.open(&hosts.url("/0/")).await?;
        let titles = match first == "EMBED" {
            true => "De kennislemniscaat,Ons model",
            false => "Ons model,De kennislemniscaat",
        };
        let shown = format!("({TITLES}) === arguments[0]");
        page.wait_with("both publications", &shown, json!([titles]))
            .await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn an_element_that_the_host_page_defines_is_reported(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    let host = format!(
        "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Gast</title>
        <body><script>{LISTEN}</script>
        <script>customElements.define('kennis-lemniscaat', class extends HTMLElement {{}})</script>
        <div>ELEMENT</div><script src=\"EMBED\"></script>"
    );
    let hosts = serve_each(page.site(), &[host]).await?;
    page.open(&hosts.url("/0/")).await?;
    let reported =
        "widgetEvents.some(({what, reason}) => what === 'error' && reason === 'name-taken')";
    page.wait("the event", reported).await?;
    let alone = "[...document.querySelectorAll('*')].every((element) => !element.shadowRoot)";
    page.wait("no widget beside the element", alone).await
}
