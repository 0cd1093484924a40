//! A lone script tag inserts a widget after itself.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::serve_each;
use harness::isolation::check_unchanged;
use harness::{Page, blank, host_page};
use rstest_reuse::apply;

use crate::engines::every_engine;

/// Variants of the script tag.
const TAGS: [&str; 5] = [
    "<script src=\"EMBED\"></script>",
    "<script async src=\"EMBED\"></script>",
    "<script defer src=\"EMBED\"></script>",
    "<script type=\"module\" src=\"EMBED\"></script>",
    "<script async src=\"EMBED\" data-view=\"vertaling\" data-heading-level=\"4\"></script>",
];

/// A host page around some markup.
fn html(markup: &str) -> String {
    format!("<!doctype html><title>Gast</title><body><p>Voor</p>{markup}<p>Na</p></body>")
}

/// The names of the elements in the page's body, in order.
async fn elements(page: &Page) -> Result<String> {
    page.js("return [...document.body.children].map(({localName}) => localName).join(' ');")
        .await
}

/// Checks that the page differs from the served page only by an element after each of the widget's
/// script tags.
async fn nothing_else_is_inserted(page: &Page, name: &str) -> Result<()> {
    let script = page.site().url("/embed.js");
    let insert = include_str!("scripts/script_tag_insert.js").replace("EMBED", &script);
    check_unchanged(page, &insert, name).await
}

#[apply(every_engine)]
#[tokio::test]
async fn widget_is_inserted_at_its_script_tag(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    let host = serve_each(page.site(), &TAGS.map(html)).await?;
    for (index, tag) in TAGS.into_iter().enumerate() {
        page.open_interactive(&host.url(&format!("/{index}/")))
            .await?;
        let elements = elements(&page).await?;
        ensure!(
            elements == "p script kennis-lemniscaat p",
            "{tag} gives the elements {elements}"
        );
        let expected = if tag.contains("data-view") {
            "h4 Fase 3"
        } else {
            "h2 De kenn"
        };
        let heading = "return `${$('[data-title]').localName} ${heading()}`;";
        let heading: String = page.js(heading).await?;
        ensure!(heading.starts_with(expected), "{tag} shows {heading}");
        nothing_else_is_inserted(&page, tag).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn module_is_not_mistaken_for_another_script_of_its_name(
    #[case] engine: Engine,
) -> Result<()> {
    // The other script comes first.
    let markup = format!("<script src=\"/elders/embed.js\"></script>{}", TAGS[3]);
    let page = host_page(&html(&markup)).engine(engine).await?;
    let elements = elements(&page).await?;
    ensure!(
        elements == "p script script kennis-lemniscaat p",
        "the module gives the elements {elements}"
    );
    nothing_else_is_inserted(&page, &markup).await
}

#[apply(every_engine)]
#[tokio::test]
async fn image_names_that_shadow_document_properties_are_harmless(
    #[case] engine: Engine,
) -> Result<()> {
    // Images with these names shadow properties of the document.
    let images = "<img name=\"scripts\" alt=\"\"><img name=\"currentScript\" alt=\"\">";
    let pages = [TAGS[0], TAGS[3]].map(|tag| html(&format!("{images}{tag}")));
    let page = blank().engine(engine).await?;
    let host = serve_each(page.site(), &pages).await?;
    for (index, name) in pages.iter().enumerate() {
        page.open_interactive(&host.url(&format!("/{index}/")))
            .await?;
        nothing_else_is_inserted(&page, name).await?;
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn second_tag_inserts_a_second_widget(#[case] engine: Engine) -> Result<()> {
    let second = "<script src=\"EMBED\" data-view=\"achtergrond\" data-loading=\"eager\"></script>";
    let markup = format!("{}<p>Tussen</p>{second}", TAGS[0]);
    let page = host_page(&html(&markup)).engine(engine).await?;
    let both = "isInteractive(1) && heading(0) === 'De kennislemniscaat'
        && heading(1)?.startsWith('Hoe delen')";
    page.wait("a widget at each of two tags", both).await?;
    let elements = elements(&page).await?;
    let widget = "script kennis-lemniscaat p";
    ensure!(
        elements == format!("p {widget} {widget}"),
        "two tags give the elements {elements}"
    );
    nothing_else_is_inserted(&page, &markup).await
}

#[apply(every_engine)]
#[tokio::test]
async fn tag_inserts_nothing_beside_an_element_of_the_host(#[case] engine: Engine) -> Result<()> {
    let element = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
    let pages = [
        html(&format!("{element}{}", TAGS[0])),
        html(&format!("{}{element}", TAGS[1])),
    ];
    let page = blank().engine(engine).await?;
    let host = serve_each(page.site(), &pages).await?;
    for (index, name) in pages.iter().enumerate() {
        page.open_interactive(&host.url(&format!("/{index}/")))
            .await?;
        let count = "return document.querySelectorAll('kennis-lemniscaat').length;";
        let count: u32 = page.js(count).await?;
        ensure!(count == 1, "{name} gives {count} widgets; expected 1");
        check_unchanged(&page, "", name).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_tag_for_elements_only_inserts_nothing() -> Result<()> {
    let tag = "<script async src=\"EMBED\" data-only=\"elements\"></script>";
    let page = blank().await?;
    let pages = [html(tag), html(&format!("ELEMENT{tag}"))];
    let host = serve_each(page.site(), &pages).await?;
    page.open_interactive(&host.url("/1/")).await?;
    page.open(&host.url("/0/")).await?;
    let defined = "customElements.get('kennis-lemniscaat') !== undefined";
    page.wait("the definition of the element", defined).await?;
    page.drawn().await?;
    let elements = elements(&page).await?;
    ensure!(
        elements == "p script p",
        "the page has the elements {elements}"
    );
    Ok(())
}
