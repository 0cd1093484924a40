//! Texts in addresses and attributes are never interpreted as markup or script.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::injection::{HARM, harmless, no_harm, texts};
use harness::server::wasm;
use harness::setup::exhaustive;
use harness::{blank, embedded};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// A widget that takes its view from the address.
const MARKUP: &str = "<kennis-lemniscaat sync-url></kennis-lemniscaat>";

const ATTRIBUTES: [&str; 6] = [
    "view",
    "lang",
    "theme",
    "heading-level",
    "share-base",
    "loading",
];

#[apply(every_engine)]
#[tokio::test]
async fn texts_in_attributes_and_the_parameter_are_not_run(#[case] engine: Engine) -> Result<()> {
    let texts = texts();
    let minimum = if exhaustive() { 100 } else { 33 };
    ensure!(
        texts.len() >= minimum,
        "expected at least {minimum} texts, got {}",
        texts.len()
    );
    let page = embedded(MARKUP).engine(engine).await?;
    for text in texts {
        let set = format!(
            "const [names, text] = arguments;
            const harm = () => {{ {HARM} }};
            return (async () => {{
              const results = [];
              for (const name of names) {{
                place().setAttribute(name, text);
                await drawn();
                results.push(harm());
                place().removeAttribute(name);
              }}
              return results;
            }})();"
        );
        let results: Vec<Value> = page.js_with(&set, json!([ATTRIBUTES, text])).await?;
        ensure!(results.len() == ATTRIBUTES.len());
        for (name, harm) in ATTRIBUTES.iter().zip(results) {
            ensure!(harmless(&harm), "{name}={text}: {harm:#}");
        }
        let navigate = "
            history.pushState(null, '', '?kennislemniscaat=' + encodeURIComponent(arguments[0]));
            dispatchEvent(new PopStateEvent('popstate'));
            return drawn();";
        page.js_with::<()>(navigate, json!([text])).await?;
        no_harm(&page, &format!("?kennislemniscaat={text}")).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_host_page_opened_with_any_parameter_is_not_harmed_and_works(
    #[case] engine: Engine,
    #[values(false, true)] interactive: bool,
) -> Result<()> {
    let page = embedded(MARKUP).engine(engine).holding(wasm).await?;
    if interactive {
        page.release();
    }
    let encode = "return arguments[0].map(encodeURIComponent);";
    let encoded: Vec<String> = page.js_with(encode, json!([texts()])).await?;
    for (text, parameter) in texts().iter().zip(&encoded) {
        let path = format!("/gast/?kennislemniscaat={parameter}");
        page.open(&page.host().url(&path)).await?;
        // The notice in the resolved view repeats the text where it can be a name; a query is no part of it.
        let named = "heading() && (arguments[0].startsWith('vertaling?x=') || [arguments[0].trim(), '“…”'].some((name) =>
            $('.kl-notice').textContent.includes(name))) && isInteractive() === arguments[1]";
        let description = format!("a view for ?kennislemniscaat={text}");
        page.wait_with(&description, named, json!([text, interactive]))
            .await?;
        no_harm(&page, &description).await?;
        page.js::<()>("$('.kl-phase-2 a').click();").await?;
        let followed = "heading()?.startsWith('Fase 2') && $('.kl-notice').textContent === ''
            && location.search === '?kennislemniscaat=analyseren'
            && isInteractive() === arguments[0]";
        let description = format!("phase 2 from ?kennislemniscaat={text}");
        page.wait_with(&description, followed, json!([interactive]))
            .await?;
        no_harm(&page, &description).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn texts_in_addresses_of_standalone_pages_are_not_run(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    for text in texts() {
        let encode = "return encodeURIComponent(arguments[0]);";
        let encoded: String = page.js_with(encode, json!([text])).await?;
        let path = format!("/nl/{encoded}/?{encoded}#{encoded}");
        page.open_interactive(&page.site().url(&path)).await?;
        no_harm(&page, &format!("/nl/{text}/")).await?;
    }
    Ok(())
}
