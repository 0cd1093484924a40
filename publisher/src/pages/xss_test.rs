//! Whatever stands in the content is text in every page and every finished view.

use std::rc::Rc;

use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::Content;
use kennislemniscaat::route::Route;
use scraper::{Html, Selector};
use serde_json::Value;
use test_support::injection;

use crate::charts::charts;
use crate::pages::base_url::BaseUrl;
use crate::pages::page::{Page, PageAssets, PageKind, Pages};

/// One of each kind of view.
const KINDS: [Route; 7] = [
    Route::Overview,
    Route::Phase { phase: 1 },
    Route::Tip { phase: 2, tip: 4 },
    Route::Experiences { phase: 2 },
    Route::Question {
        phase: 2,
        question: 0,
    },
    Route::Quote {
        phase: 2,
        question: 0,
        quote: 0,
    },
    Route::Background,
];

fn pages() -> Pages {
    Pages::new(include_str!("../../../index.html"), PageAssets::default()).unwrap()
}

/// The publication with one text in every field that readers see, also in its charts.
fn bundle(text: &'static str) -> Rc<Bundle> {
    let mut json: Value = serde_json::from_str(include_str!("../../../content/nl.json")).unwrap();
    injection::replace_texts(&mut json, &mut || text);
    let content: Content = serde_json::from_value(json).unwrap();
    let charts = charts(&content).unwrap();
    Rc::new(Bundle::new(content, charts))
}

/// Every kind of page and of finished view.
async fn all(text: &'static str) -> Vec<(String, Html)> {
    let (pages, bundle) = (pages(), bundle(text));
    let mut all = Vec::new();
    let kind = KINDS.map(PageKind::View);
    for kind in kind
        .into_iter()
        .chain([PageKind::Missing, PageKind::Everything])
    {
        let page = Page {
            bundle: Rc::clone(&bundle),
            kind,
            base: "../".into(),
            base_url: Some(BaseUrl::new("https://example.org").unwrap()),
            languages: vec![],
        };
        let html = Html::parse_document(&pages.html(&page).await);
        all.push((format!("the page {kind:?}"), html));
    }
    for route in KINDS {
        let html = Html::parse_document(&pages.fragment(&bundle, route).await);
        all.push((format!("the fragment {route:?}"), html));
    }
    all
}

/// Every element with the names of its attributes: all that a browser makes of a page, but texts.
fn form(html: &Html) -> Vec<String> {
    let every = Selector::parse("*").unwrap();
    let of = |each: scraper::ElementRef| {
        let names: Vec<_> = each.value().attrs().map(|(name, _)| name).collect();
        format!("{} {}", each.value().name(), names.join(" "))
    };
    html.select(&every).map(of).collect()
}

/// Where links, forms and files lead that are neither relative nor to another host.
fn odd_addresses(html: &Html) -> Vec<String> {
    let every = Selector::parse("*").unwrap();
    let attributes = html.select(&every).flat_map(|each| each.value().attrs());
    let addresses = attributes.filter(|(name, _)| {
        ["href", "xlink:href", "src", "action", "formaction", "data"].contains(name)
    });
    let known = ["https://", "mailto:?", "#", "../", "/"];
    addresses
        .map(|(_, url)| url.to_owned())
        .filter(|url| !known.iter().any(|known| url.starts_with(known)))
        .collect()
}

/// What an element holds, but for the one character that HTML can't hold and browsers leave out or replace.
fn words(text: impl Iterator<Item = char>) -> String {
    text.filter(|each| !['\0', '\u{fffd}'].contains(each))
        .collect()
}

#[tokio::test]
async fn every_text_in_every_field_is_shown_as_it_is() {
    let plain = all("Woord").await;
    let [title, heading, linked_data] =
        ["title", "[data-title], h1", "[type='application/ld+json']"]
            .map(|selector| Selector::parse(selector).unwrap());
    for text in injection::texts() {
        for ((name, html), (_, plain)) in all(text).await.iter().zip(&plain) {
            assert_eq!(form(html), form(plain), "{name} takes {text} for markup");
            let odd = odd_addresses(html);
            assert!(odd.is_empty(), "{name} with {text} leads to {odd:?}");
            for part in [&title, &heading] {
                let shown = html
                    .select(part)
                    .next()
                    .map(|each| words(each.text().flat_map(str::chars)));
                assert!(
                    shown.is_some_and(|shown| shown.contains(&words(text.chars()))),
                    "{part:?} of {name} hasn't {text}"
                );
            }
            for data in html.select(&linked_data) {
                let data: Value = serde_json::from_str(&data.text().collect::<String>()).unwrap();
                assert!(
                    data.to_string().contains(&Value::from(text).to_string()),
                    "{name} tells machines {data}"
                );
            }
        }
    }
}
