//! Whatever stands in an address or an attribute is text.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::browse;
use crate::embed::host;
use crate::hostile::texts;
use crate::site::{Plan, Site, wasm};

#[tokio::test]
async fn nothing_in_an_attribute_or_a_parameter_is_run() -> Result<()> {
    let files = Site::whole().await?;
    let texts = texts();
    ensure!(texts.len() >= 100, "only {} texts", texts.len());
    browse(async |browser| {
        let markup = "<kennis-lemniscaat sync-url></kennis-lemniscaat>";
        let site = Plan::default().page("/gast/", host(&files, markup)).serve().await?;
        browser.open_live(&site.url("/gast/")).await?;
        for text in &texts {
            for name in ["view", "lang", "theme", "heading-level", "share-base", "loading"] {
                let set = "place().setAttribute(arguments[0], arguments[1]); return drawn();";
                browser.js_with::<Value>(set, json!([name, text])).await?;
                let harm: Value = browser.js(HARM).await?;
                ensure!(harmless(&harm), "{name}={text}: {harm:#}");
                let unset = "place().removeAttribute(arguments[0]);";
                browser.js_with::<()>(unset, json!([name])).await?;
            }
            let go = "history.pushState(null, '', '?kennislemniscaat=' + encodeURIComponent(arguments[0]));
                dispatchEvent(new PopStateEvent('popstate'));
                return drawn();";
            browser.js_with::<Value>(go, json!([text])).await?;
            let harm: Value = browser.js(HARM).await?;
            ensure!(harmless(&harm), "?kennislemniscaat={text}: {harm:#}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_opened_with_any_parameter_runs_none_of_it_and_works() -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let markup = "<kennis-lemniscaat sync-url></kennis-lemniscaat>";
        let site = Plan::default().page("/gast/", host(&files, markup)).serve().await?;
        browser.open(&site.url("/gast/")).await?;
        let encode = "return arguments[0].map(encodeURIComponent);";
        let encoded: Vec<String> = browser.js_with(encode, json!([texts()])).await?;
        for is_live in [false, true] {
            for (text, parameter) in texts().iter().zip(&encoded) {
                let address = site.url(&format!("/gast/?kennislemniscaat={parameter}"));
                browser.open(&address).await?;
                // What it asks for is named as text, in the nearest view that there is.
                let there = "heading() && $('.kl-notice').textContent.includes(arguments[0].trim())
                    && live() === arguments[1]";
                let what = format!("a view for ?kennislemniscaat={text} (live: {is_live})");
                browser.wait_with(&what, there, json!([text, is_live])).await?;
                let harm: Value = browser.js(HARM).await?;
                ensure!(harmless(&harm), "{what}: {harm:#}");
                browser.js::<()>("$('.kl-phase-2 a').click();").await?;
                let on = "heading()?.startsWith('Fase 2') && $('.kl-notice').textContent === ''
                    && location.search === '?kennislemniscaat=analyseren' && live() === arguments[0]";
                let way = format!("the way on from ?kennislemniscaat={text}");
                browser.wait_with(&way, on, json!([is_live])).await?;
                let harm: Value = browser.js(HARM).await?;
                ensure!(harmless(&harm), "{way}: {harm:#}");
            }
            files.release();
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_in_an_address_of_ours_is_run() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        for text in texts() {
            let encode = "return encodeURIComponent(arguments[0]);";
            let path: String = browser.js_with(encode, json!([text])).await?;
            browser
                .open_live(&site.url(&format!("/nl/{path}/?{path}#{path}")))
                .await?;
            let harm: Value = browser.js(HARM).await?;
            ensure!(harmless(&harm), "/nl/{text}/: {harm:#}");
        }
        Ok(())
    })
    .await
}
