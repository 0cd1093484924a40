//! Every kind of page and of prerendered fragment, with one text in all visible fields.

use std::rc::Rc;

use kennislemniscaat::route::Route;
use scraper::Html;
use test_support::views::{KINDS, view};

use crate::edition::{Edition, ExtraPage};
use crate::fixture::edition_with;
use crate::pages::base_url::BaseUrl;
use crate::pages::page::{Page, PageAssets, PageKind, Pages};

fn pages() -> Pages {
    let assets = PageAssets {
        has_png: true,
        element: "kennis-lemniscaat".into(),
        ..PageAssets::default()
    };
    Pages::new(include_str!("../../../index.html"), assets).unwrap()
}

/// One view of each kind.
#[must_use]
pub fn kinds(edition: &Edition) -> [Route; 7] {
    KINDS.map(|path| edition.content().views.resolve(view(path)).route)
}

/// Every kind of page and of prerendered fragment, with a name for messages.
pub async fn all(text: &'static str) -> Vec<(String, Html)> {
    let (pages, edition) = (pages(), edition_with(text));
    let bundle = Rc::new(edition.bundle.clone());
    let mut all = Vec::new();
    let kinds = kinds(&edition);
    for kind in kinds
        .map(PageKind::View)
        .into_iter()
        .chain([PageKind::Missing])
        .chain(ExtraPage::ALL.map(PageKind::Extra))
    {
        let page = Page {
            bundle: Rc::clone(&bundle),
            edition: &edition,
            kind,
            base: "../".into(),
            base_url: Some(BaseUrl::new("https://example.org").unwrap()),
            languages: vec![],
            requested_path: (kind == PageKind::Missing).then(|| "".into()),
        };
        let html = Html::parse_document(&pages.html(&page).await);
        all.push((format!("the page {kind:?}"), html));
        if !matches!(kind, PageKind::Extra(_)) {
            let html = Html::parse_document(&pages.frame_html(&page).await);
            all.push((format!("the frame {kind:?}"), html));
        }
    }
    for route in kinds {
        let html = Html::parse_document(&pages.fragment(&bundle, route, Rc::default()).await);
        all.push((format!("the fragment {route:?}"), html));
    }
    all
}
