//! The languages of a publication.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::serve_each;
use harness::published::{page, url};
use harness::{Page, blank, embedded, standalone};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// The link to the other language.
const SWITCH: &str = "$('.kl-languages a')";

/// Waits for a heading in a language.
async fn shows(page: &Page, lang: &str, heading: &str) -> Result<()> {
    let shown = "kl()?.lang === arguments[0] && heading()?.startsWith(arguments[1])";
    let what = format!("{heading:?} in {lang}");
    page.wait_with(&what, shown, json!([lang, heading])).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_switch_on_a_host_page_keeps_the_view(#[case] engine: Engine) -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"vertaling/tip-5\"></kennis-lemniscaat>";
    for is_interactive in [false, true] {
        let visit = embedded(markup).engine(engine);
        let page = match is_interactive {
            true => visit.await?,
            false => visit.prerendered().await?,
        };
        shows(&page, "nl", "Tip 5: ").await?;
        page.click(SWITCH).await?;
        shows(&page, "en", "Tip 5: ").await?;
        let [lang, view]: [String; 2] = page
            .js("return [place().lang, place().getAttribute('view')];")
            .await?;
        ensure!(
            (&*lang, &*view) == ("en", "translation/tip-5"),
            "{lang} {view}"
        );
        let title = "kl().getRootNode().activeElement?.hasAttribute('data-title')";
        page.wait("the focus on the title", title).await?;
        page.click(SWITCH).await?;
        shows(&page, "nl", "Tip 5: ").await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_switch_on_a_standalone_page_leads_to_the_page_of_the_view(
    #[case] engine: Engine,
) -> Result<()> {
    let page = standalone("/nl/").engine(engine).await?;
    page.click("$('.kl-phase-3 .kl-label')").await?;
    shows(&page, "nl", "Fase 3 van 4: ").await?;
    page.click(SWITCH).await?;
    let arrived =
        "location.pathname === '/en/translation/' && document.documentElement.lang === 'en'";
    page.wait("the page in English", arrived).await?;
    shows(&page, "en", "Phase 3 of 4: ").await
}

#[apply(every_engine)]
#[tokio::test]
async fn an_element_follows_the_language_of_its_page(#[case] engine: Engine) -> Result<()> {
    let cases = [
        ("en-GB", "", "en"),
        ("nl", "", "nl"),
        ("en", "lang=\"NL-be\"", "nl"),
        ("en", "lang=\"nl_NL\"", "nl"),
        ("en_US", "", "en"),
        ("nl", "lang=\"en\"", "en"),
        // Dutch is the default language.
        ("fr", "", "nl"),
        ("en", "lang=\"fr\"", "nl"),
    ];
    let host = |(lang, attributes, _): &(&str, &str, &str)| {
        format!(
            "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><title>Host</title>
            <script async src=\"EMBED\"></script>
            <main><kennis-lemniscaat {attributes}></kennis-lemniscaat></main>"
        )
    };
    let page = blank().engine(engine).await?;
    let hosts = serve_each(page.site(), &cases.iter().map(host).collect::<Vec<_>>()).await?;
    for (index, (lang, attributes, expected)) in cases.iter().enumerate() {
        page.open(&hosts.url(&format!("/{index}/"))).await?;
        let shown = "kl()?.lang === arguments[0]";
        let what = format!("{expected} in a page in {lang} with {attributes:?}");
        page.wait_with(&what, shown, json!([expected])).await?;
    }
    Ok(())
}

#[tokio::test]
async fn each_page_names_the_same_view_in_the_other_language() -> Result<()> {
    for (path, other) in [
        ("/nl/", "/en/"),
        ("/nl/vertaling/ervaringen/", "/en/translation/experiences/"),
        ("/en/background/", "/nl/achtergrond/"),
    ] {
        let html = page(path).await?;
        let (lang, other_lang) = (&path[1..3], &other[1..3]);
        for (lang, path) in [
            (lang, path),
            (other_lang, other),
            ("x-default", if lang == "nl" { path } else { other }),
        ] {
            let link = format!("hreflang=\"{lang}\" href=\"{}\"", url(path));
            ensure!(html.contains(&link), "{path} lacks {link}");
        }
    }
    Ok(())
}
