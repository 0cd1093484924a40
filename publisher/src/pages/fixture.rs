//! Every kind of page and of prerendered fragment, with one text in all visible fields.

use std::rc::Rc;

use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::Content;
use kennislemniscaat::route::Route;
use scraper::Html;
use serde_json::Value;
use test_support::injection;

use crate::charts::charts;
use crate::pages::base_url::BaseUrl;
use crate::pages::page::{Page, PageAssets, PageKind, Pages};

/// One view of each kind.
pub const KINDS: [Route; 7] = [
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

/// The publication with the same text in every visible field, and in its charts.
pub fn bundle(text: &'static str) -> Rc<Bundle> {
    let mut json: Value = serde_json::from_str(include_str!("../../../content/nl.json")).unwrap();
    injection::replace_texts(&mut json, &mut || text);
    let content: Content = serde_json::from_value(json).unwrap();
    let charts = charts(&content).unwrap();
    Rc::new(Bundle::new(content, charts))
}

/// Every kind of page and of prerendered fragment, with a name for messages.
pub async fn all(text: &'static str) -> Vec<(String, Html)> {
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
