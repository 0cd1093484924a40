//! The words that a result shows: its title, an excerpt, and the reason why it was found.

use super::index::{Field, texts};
use super::letters::tokens;
use super::marks::{Marker, Part};
use super::rank::Results;
use crate::bundle::Bundle;
use crate::content::without_soft_hyphens;
use crate::route::Route;

/// The longest excerpt, in bytes.
const LONGEST: usize = 180;
/// The most text of an excerpt before its first match, in bytes.
const BEFORE: usize = 60;

/// The words of a result, with the parts that match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The heading; of a quote an excerpt.
    pub title: Vec<Part>,
    /// An excerpt of the text below the heading that matches, if any does.
    pub excerpt: Vec<Part>,
    /// The speaker of a quote.
    pub speaker: Vec<Part>,
    /// The keywords and themes that match, where no text that is shown does.
    pub reasons: Vec<Vec<Part>>,
}

/// The words of a result.
#[must_use]
pub fn found(bundle: &Bundle, results: &Results, route: Route) -> Found {
    let marker = Marker {
        results,
        lang: &bundle.content.lang,
    };
    let mut found = Found::default();
    let mut best = 0;
    let mut reasons = vec![];
    let mut first_body = String::new();
    for (field, text) in texts(bundle, route) {
        let text = without_soft_hyphens(&text);
        match field {
            Field::Heading => found.title = marker.parts(&text),
            Field::Speaker => found.speaker = marker.parts(&text),
            Field::Body => {
                let places = marker.places(&text);
                if places.len() > best {
                    best = places.len();
                    found.excerpt = marker.excerpt(&text, places[0][0]);
                }
                if first_body.is_empty() {
                    first_body = text;
                }
            }
            Field::Keywords => reasons.extend(text.split(", ").map(str::to_owned)),
            Field::Themes => reasons.push(text),
        }
    }
    if found.title.is_empty() {
        found.title = match best {
            0 => marker.excerpt(&first_body, 0),
            _ => std::mem::take(&mut found.excerpt),
        };
    }
    let is_match = |part: &Part| part.is_match;
    if ![&found.title, &found.excerpt, &found.speaker]
        .iter()
        .any(|parts| parts.iter().any(is_match))
    {
        reasons.retain(|reason| marker.is_in(reason));
        found.reasons = reasons.iter().map(|reason| marker.parts(reason)).collect();
    }
    found
}

impl Marker<'_> {
    /// The part of a text around the place of a match, in whole words.
    fn excerpt(self, text: &str, place: usize) -> Vec<Part> {
        let tokens = tokens(text);
        let starts = tokens.iter().map(|token| token.places[0]);
        let start = match place <= BEFORE {
            true => 0,
            false => starts
                .clone()
                .find(|start| start + BEFORE >= place)
                .unwrap_or(place),
        };
        let ends = tokens
            .iter()
            .filter_map(|token| token.places.last().copied());
        let end = match text.len() <= start + LONGEST {
            true => text.len(),
            false => ends
                .filter(|end| *end <= start + LONGEST)
                .last()
                .unwrap_or(text.len()),
        };
        let mut parts = self.parts(&text[start..end.max(start)]);
        // Parts that don't match are one run of text.
        if start > 0 {
            if parts.first().is_none_or(|part| part.is_match) {
                parts.insert(0, Part::default());
            }
            parts[0].text.insert(0, '…');
        }
        if end < text.len() {
            if parts.last().is_none_or(|part| part.is_match) {
                parts.push(Part::default());
            }
            if let Some(last) = parts.last_mut() {
                last.text.push('…');
            }
        }
        parts
    }
}
