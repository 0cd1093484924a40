//! Markup as editors, content management systems and frameworks write it.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::serve_each;
use harness::isolation::{WATCH, check_no_errors};
use harness::{Page, blank, embedded, host_page};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// The messages of the widget in the console; requires [`WATCH`].
async fn warnings(page: &Page) -> Result<Vec<String>> {
    page.js("return pageErrors.filter((error) => error.startsWith('kennis-lemniscaat: '));")
        .await
}

/// Attributes with the first letters of the heading that they show.
const ATTRIBUTES: [(&str, &str); 12] = [
    ("view=\"vertaling/tip-5\"", "h2 Tip 5: "),
    ("view=\" vertaling/tip-5\n\"", "h2 Tip 5: "),
    ("view=\"/Vertaling/Tip-5/\"", "h2 Tip 5: "),
    ("view=\"/nl/vertaling/tip-5/\"", "h2 Tip 5: "),
    (
        "view=\"https://example.org/nl/vertaling/tip-5/index.html\"",
        "h2 Tip 5: ",
    ),
    (
        "view=\"HTTPS://EXAMPLE.ORG/nl/vertaling/tip-5/?embed#deel\"",
        "h2 Tip 5: ",
    ),
    (
        "view=\"https://example.org/?kennislemniscaat=vertaling/tip-5\"",
        "h2 Tip 5: ",
    ),
    (
        "view=\"https://example.org/kennis/nl/\"",
        "h2 De kennislemniscaat",
    ),
    ("heading-level=\" 3 \"", "h3 De kennislemniscaat"),
    ("heading-level=\"h3\"", "h2 De kennislemniscaat"),
    ("lang=\"nl_NL\" loading=\"EAGER\"", "h2 De kennislemniscaat"),
    (
        "lang=\" NL \" sync-url=\"FALSE\" data-v-1a2b3c _ngcontent-abc=\"\"",
        "h2 De kennislemniscaat",
    ),
];

#[tokio::test]
async fn attributes_mean_the_same_however_they_are_written() -> Result<()> {
    let page = blank().before_load(WATCH).await?;
    let markup = ATTRIBUTES
        .map(|(attributes, _)| format!("<kennis-lemniscaat {attributes}></kennis-lemniscaat>"));
    let host = serve_each(page.site(), &markup).await?;
    for (index, (attributes, expected)) in ATTRIBUTES.into_iter().enumerate() {
        page.open_interactive(&host.url(&format!("/{index}/")))
            .await?;
        let heading =
            "return `${$('[data-title]').localName} ${heading()} ${$('.kl-notice').textContent}`;";
        let heading: String = page.js(heading).await?;
        let has_notice = heading.contains("bestaat niet");
        ensure!(
            heading.starts_with(expected) && !has_notice,
            "{attributes} shows {heading}"
        );
        check_no_errors(&page, attributes).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_theme_is_known_in_capitals_and_between_spaces() -> Result<()> {
    let page = embedded("<kennis-lemniscaat theme=\" Dark \"></kennis-lemniscaat>").await?;
    let scheme: String = page
        .js("return getComputedStyle(kl()).colorScheme;")
        .await?;
    ensure!(scheme == "dark", "the color scheme is {scheme}");
    Ok(())
}

/// Color schemes of a host page, attributes, and the lightness of the widget for a reader who prefers dark.
const THEMES: [(&str, &str, bool); 7] = [
    ("", "", true),
    ("", "theme=\"auto\"", true),
    ("", "theme=\"reader\"", false),
    ("", "theme=\"dark\"", false),
    (
        "<meta name=\"color-scheme\" content=\"light dark\">",
        "",
        false,
    ),
    (
        "<style>:root { color-scheme: dark light }</style>",
        "theme=\"nonsense\"",
        false,
    ),
    (
        "<style>:root { color-scheme: dark } section { color-scheme: light }</style>",
        "",
        true,
    ),
];

#[tokio::test]
async fn the_widget_has_the_color_scheme_of_the_host_page() -> Result<()> {
    let page = blank().prefers("prefers-color-scheme", "dark").await?;
    let pages = THEMES.map(|(head, attributes, _)| {
        format!(
            "<!doctype html><title>Gast</title>{head}<script async src=\"EMBED\"></script>
            <body><section><kennis-lemniscaat {attributes}></kennis-lemniscaat></section></body>"
        )
    });
    let host = serve_each(page.site(), &pages).await?;
    for (index, (head, attributes, light)) in THEMES.into_iter().enumerate() {
        page.open_interactive(&host.url(&format!("/{index}/")))
            .await?;
        let is_light = "const [red] = getComputedStyle(kl()).backgroundColor.match(/[\\d.]+/g);
            return red > 128;";
        let is_light: bool = page.js(is_light).await?;
        ensure!(is_light == light, "{head}{attributes}: light is {is_light}");
    }
    Ok(())
}

/// Content that the browser takes into an element without an end tag.
const UNCLOSED: [&str; 4] = [
    "<p>Voor</p><kennis-lemniscaat view=\"vertaling\" /><h2>Contact</h2><p id=\"rest\">Bel ons</p>",
    "<p>Voor</p><kennis-lemniscaat><p><a href=\"/elders/\">De lemniscaat</a></p><p id=\"rest\">Bel ons</p>",
    "<div><kennis-lemniscaat /><ul><li id=\"rest\">Bel ons</li></ul></div><h2>Contact</h2>",
    "<main><kennis-lemniscaat /><section><h3 id=\"rest\">Contact</h3></section></main>",
];

#[apply(every_engine)]
#[tokio::test]
async fn a_missing_end_tag_hides_nothing_of_the_page(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let host = serve_each(page.site(), &UNCLOSED).await?;
    for (index, name) in UNCLOSED.into_iter().enumerate() {
        page.open_interactive(&host.url(&format!("/{index}/")))
            .await?;
        let is_below = "const rest = document.getElementById('rest').getBoundingClientRect();
            return rest.height > 0 && rest.top >= kl().getBoundingClientRect().bottom;";
        ensure!(
            page.js::<bool>(is_below).await?,
            "{name}: the rest isn't below the widget"
        );
        let warnings = warnings(&page).await?;
        ensure!(
            matches!(&warnings[..], [warning] if warning.contains("</kennis-lemniscaat> is missing")),
            "{name}: {warnings:?}"
        );
        // Keys in the rest of the page are not the widget's.
        page.js::<()>("const rest = document.getElementById('rest');
            rest.tabIndex = 0; rest.focus();
            rest.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));")
            .await?;
        let view: Value = page.js("return place().getAttribute('view');").await?;
        ensure!(
            view == json!(if index == 0 {
                json!("vertaling")
            } else {
                Value::Null
            }),
            "{name}: {view}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_picture_in_the_link_is_replaced_without_a_warning() -> Result<()> {
    let markup =
        "<kennis-lemniscaat><figure><a href=\"/elders/\"><img alt=\"De kennislemniscaat\"></a>
        <figcaption>Een figuur</figcaption></figure></kennis-lemniscaat>";
    let page = embedded(markup).before_load(WATCH).await?;
    let hidden = "return document.querySelector('figcaption').getClientRects().length;";
    ensure!(
        page.js::<u32>(hidden).await? == 0,
        "the link is still visible"
    );
    check_no_errors(&page, markup).await
}

/// Pages with a lone tag, and a part of the message in the console.
const PLACES: [(&str, Option<&str>); 6] = [
    (
        "<head><script async src=\"EMBED\"></script></head><main>Tekst</main>",
        Some("outside the body shows no widget"),
    ),
    (
        "<main>Tekst</main><footer>Voet</footer><script async src=\"EMBED\"></script>",
        Some("below the footer"),
    ),
    (
        "<div><main>Tekst</main><div role=\"contentinfo\">Voet</div></div><div><script async src=\"EMBED\"></script></div>",
        Some("below the footer"),
    ),
    (
        "<main>Tekst</main><footer>Voet<script async src=\"EMBED\"></script></footer>",
        Some("below the footer"),
    ),
    (
        "<article><footer>Bron</footer></article><script async src=\"EMBED\"></script>",
        None,
    ),
    (
        "<main><script async src=\"EMBED\"></script></main><footer>Voet</footer>",
        None,
    ),
];

#[apply(every_engine)]
#[tokio::test]
async fn a_tag_without_a_fitting_place_says_so(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let pages = PLACES.map(|(html, _)| format!("<!doctype html><title>Gast</title>{html}"));
    let host = serve_each(page.site(), &pages).await?;
    for (index, (name, message)) in PLACES.into_iter().enumerate() {
        page.open(&host.url(&format!("/{index}/"))).await?;
        let done = "isInteractive() || pageErrors.length > 0";
        page.wait(&format!("a widget or a message ({name})"), done)
            .await?;
        let warnings = warnings(&page).await?;
        let expected = match message {
            None => warnings.is_empty(),
            Some(message) => matches!(&warnings[..], [warning] if warning.contains(message)
                && warning.contains("data-only=\"elements\"")),
        };
        ensure!(expected, "{name}: {warnings:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_widget_of_a_tag_goes_when_the_page_gets_an_element() -> Result<()> {
    let page = host_page("<!doctype html><title>Gast</title><body><main></main><script async src=\"EMBED\"></script></body>").await?;
    let insert = "const outer = document.createElement('div');
        document.querySelector('main').append(outer);
        (arguments[0] ? outer.attachShadow({ mode: 'open' }) : outer)
            .append(document.createElement('kennis-lemniscaat'));";
    page.js_with::<()>(insert, json!([false])).await?;
    let alone = "document.querySelectorAll('kennis-lemniscaat').length === 1 && !!document.querySelector('main kennis-lemniscaat')";
    page.wait("the element alone", alone).await?;
    page.driver.refresh().await?;
    page.wait("the widget of the tag", "isInteractive()")
        .await?;
    page.js_with::<()>(insert, json!([true])).await?;
    page.wait(
        "no widget of the tag",
        "!document.querySelector('kennis-lemniscaat')",
    )
    .await
}
