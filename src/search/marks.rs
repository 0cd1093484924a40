//! The parts of a text that match the words of a query.

use super::letters::tokens;
use super::matching::Match;
use super::rank::Results;
use super::stems::stem;

/// A part of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The characters.
    pub text: String,
    /// Whether they match.
    pub is_match: bool,
}

/// Marks the parts of texts that match a query.
#[derive(Debug, Clone, Copy)]
pub struct Marker<'a> {
    pub(super) results: &'a Results,
    pub(super) lang: &'a str,
}

impl Marker<'_> {
    /// The places of the parts that match, in bytes, in order and apart from each other.
    pub(super) fn places(self, text: &str) -> Vec<[usize; 2]> {
        let mut places: Vec<[usize; 2]> = vec![];
        if self.results.terms.is_empty() {
            return places;
        }
        for token in tokens(text) {
            let stem = stem(&token.word, self.lang);
            let matched = |term: &super::terms::Term| term.longest(&token.word, &stem);
            let Some((first, count)) = self
                .results
                .terms
                .iter()
                .filter_map(matched)
                .max_by_key(|(_, count)| *count)
            else {
                continue;
            };
            let place = [token.places[first], token.places[first + count]];
            if places.last().is_none_or(|last| last[1] <= place[0]) {
                places.push(place);
            }
        }
        places
    }

    /// The parts of a text.
    #[must_use]
    pub fn parts(self, text: &str) -> Vec<Part> {
        let mut parts = vec![];
        let mut end = 0;
        let mut push = |text: &str, is_match| {
            if !text.is_empty() {
                parts.push(Part {
                    text: text.into(),
                    is_match,
                });
            }
        };
        for [start, stop] in self.places(text) {
            push(&text[end..start], false);
            push(&text[start..stop], true);
            end = stop;
        }
        push(&text[end..], false);
        parts
    }

    /// Whether a text has a part that matches.
    #[must_use]
    pub fn is_in(self, text: &str) -> bool {
        !self.places(text).is_empty()
    }
}

impl super::terms::Term {
    /// The place and the number of the letters of a word that match.
    fn longest(&self, word: &str, stem: &str) -> Option<(usize, usize)> {
        let letters = |text: &str| text.chars().count();
        let all = letters(word);
        let matched = |sought: &super::matching::Sought| {
            let matched = sought.matches(word, stem)?;
            Some(match matched {
                Match::Exact | Match::Stem => (0, all),
                Match::Prefix => (0, letters(&sought.word)),
                Match::Inside(place) => {
                    let first = letters(&word[..place]);
                    (first, letters(sought.inside()).min(all - first))
                }
            })
        };
        self.sought
            .iter()
            .filter_map(matched)
            .max_by_key(|(_, count)| *count)
    }
}
