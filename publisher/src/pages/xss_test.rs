//! The content is always text, never markup, in every page and every prerendered fragment.

use scraper::{Html, Selector};
use serde_json::Value;
use test_support::injection;

use crate::pages::fixture::all;

/// The name of every element with the names of its attributes: the page as a browser parses it, without its texts.
fn structure(html: &Html) -> Vec<String> {
    let every = Selector::parse("*").unwrap();
    let describe = |element: scraper::ElementRef| {
        let names: Vec<_> = element.value().attrs().map(|(name, _)| name).collect();
        format!("{} {}", element.value().name(), names.join(" "))
    };
    html.select(&every).map(describe).collect()
}

/// URLs of links, forms and files of other forms than those that pages hold.
fn unexpected_urls(html: &Html) -> Vec<String> {
    let every = Selector::parse("*").unwrap();
    let attributes = html
        .select(&every)
        .flat_map(|element| element.value().attrs());
    let urls = attributes.filter(|(name, _)| {
        ["href", "xlink:href", "src", "action", "formaction", "data"].contains(name)
    });
    let known = ["https://", "mailto:?", "#", "../", "/"];
    urls.map(|(_, url)| url.to_owned())
        .filter(|url| !known.iter().any(|known| url.starts_with(known)))
        .collect()
}

/// A text without the null character, which HTML can't hold and browsers leave out or replace.
fn without_nulls(text: impl Iterator<Item = char>) -> String {
    text.filter(|char| !['\0', '\u{fffd}'].contains(char))
        .collect()
}

#[tokio::test]
async fn every_text_in_every_field_is_shown_literally() {
    let plain = all("Woord").await;
    let [title, heading, json_ld] = ["title", "[data-title], h1", "[type='application/ld+json']"]
        .map(|selector| Selector::parse(selector).unwrap());
    for text in injection::texts() {
        // The reader leaves out spaces around a text.
        let shown_text = text.trim();
        for ((name, html), (_, plain)) in all(text).await.iter().zip(&plain) {
            assert_eq!(
                structure(html),
                structure(plain),
                "{name} treats {text} as markup"
            );
            let unexpected = unexpected_urls(html);
            assert!(
                unexpected.is_empty(),
                "{name} with {text} has the URLs {unexpected:?}"
            );
            for part in [&title, &heading] {
                let shown = html
                    .select(part)
                    .next()
                    .map(|element| without_nulls(element.text().flat_map(str::chars)));
                assert!(
                    shown.is_some_and(|shown| shown.contains(&without_nulls(shown_text.chars()))),
                    "{part:?} of {name} doesn't contain {text}"
                );
            }
            for element in html.select(&json_ld) {
                let data: Value =
                    serde_json::from_str(&element.text().collect::<String>()).unwrap();
                assert!(
                    data.to_string()
                        .contains(Value::from(shown_text).to_string().trim_matches('"')),
                    "the JSON-LD of {name} doesn't contain {text}: {data}"
                );
            }
        }
    }
}
