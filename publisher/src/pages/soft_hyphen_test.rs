//! Soft hyphens are in shown text only.

use scraper::Selector;

use crate::fixture::{edition_with, publication};
use crate::images::figure_svg::Colors;
use crate::images::share_card::CardRenderer;
use crate::pages::base_url::BaseUrl;
use crate::pages::fixture::{all, kinds};
use crate::pages::oembed;

const TEXT: &str = "Kennis\u{AD}infra\u{AD}structuur";

/// Whether a text has a soft hyphen, also as a part of a URL.
fn has_soft_hyphen(text: &str) -> bool {
    text.contains('\u{AD}') || text.contains("%C2%AD")
}

#[tokio::test]
async fn pages_and_fragments_have_soft_hyphens_in_shown_text_only() {
    let [every, hidden, heading] = ["*", "head *, .kl-unseen", "[data-title], h1"]
        .map(|selector| Selector::parse(selector).unwrap());
    for (name, html) in all(TEXT).await {
        for element in html.select(&every) {
            let attributes = element.value().attrs();
            // The loader shows the text of this attribute.
            let mut attributes = attributes.filter(|(attribute, _)| *attribute != "data-nearest");
            let found = attributes.find(|(_, value)| has_soft_hyphen(value));
            assert_eq!(found, None, "{name}");
        }
        for element in html.select(&hidden) {
            let text: String = element.text().collect();
            assert!(!has_soft_hyphen(&text), "{name}: {text}");
        }
        let shown: String = html
            .select(&heading)
            .flat_map(|element| element.text())
            .collect();
        assert!(
            shown.contains(TEXT),
            "{name} shows no soft hyphens: {shown}"
        );
    }
}

#[tokio::test]
async fn oembed_responses_and_share_cards_have_no_soft_hyphens() {
    let edition = edition_with(TEXT);
    let base_url = BaseUrl::new("https://example.org").unwrap();
    let colors = Colors::new(
        include_str!("../../../styles/tokens.css"),
        &publication().colors(),
    )
    .unwrap();
    let cards = CardRenderer::new(colors).unwrap();
    for route in kinds(&edition) {
        let response = oembed::answer(edition.content(), route, &base_url).await;
        let card = cards.svg(&edition, route).await;
        for text in [response.to_string(), card] {
            assert!(text.contains("Kennisinfrastructuur"), "{route:?}: {text}");
            assert!(!has_soft_hyphen(&text), "{route:?}: {text}");
        }
    }
}
