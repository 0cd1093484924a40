//! The ways in which a word of the text matches a word of the reader.

use super::rules::{Rule, applies};
use super::stems::stem;

/// The fewest letters of a word that is looked for inside other words: below that most hits are noise, as *tijd* in
/// *altijd*.
const INSIDE: usize = 6;

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sought {
    pub word: String,
    pub stem: String,
}

/// The way in which a word matches, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// The word is part of the other, at an index in bytes.
    Inside(usize),
    /// The other begins with the word.
    Prefix,
    /// The two have the same stem.
    Stem,
    /// The two are the same.
    Exact,
}

impl Sought {
    pub fn new(word: &str, lang: &str) -> Self {
        Self {
            word: word.into(),
            stem: stem(word, lang),
        }
    }

    /// The way in which a word with a stem matches, if it does.
    pub fn matches(&self, word: &str, stem: &str) -> Option<Match> {
        if *word == self.word {
            return Some(Match::Exact);
        }
        if *stem == self.stem && applies(Rule::Stems) {
            return Some(Match::Stem);
        }
        if word.starts_with(&self.word) {
            return Some(Match::Prefix);
        }
        let part = self.inside();
        if part.len() < INSIDE || !applies(Rule::Inside) {
            return None;
        }
        word.find(part).map(Match::Inside)
    }

    /// The form that is looked for inside other words: the stem, unless that is short.
    pub fn inside(&self) -> &str {
        if self.stem.len() >= INSIDE && self.word.starts_with(&self.stem) {
            &self.stem
        } else {
            &self.word
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(sought: &str, word: &str) -> Option<Match> {
        Sought::new(sought, "nl").matches(word, &stem(word, "nl"))
    }

    #[test]
    fn a_word_matches_its_forms_and_compounds() {
        assert_eq!(matched("gemeente", "gemeente"), Some(Match::Exact));
        assert_eq!(matched("gemeente", "gemeenten"), Some(Match::Stem));
        assert_eq!(matched("beleid", "beleidsadviseur"), Some(Match::Prefix));
        assert_eq!(
            matched("bijeenkomst", "lunchbijeenkomsten"),
            Some(Match::Inside(5))
        );
    }

    #[test]
    fn a_short_word_is_not_looked_for_inside_others() {
        assert_eq!(matched("tijd", "altijd"), None);
        assert_eq!(matched("delen", "beoordelen"), None);
    }

    #[test]
    fn better_matches_are_greater() {
        assert!(
            Match::Exact > Match::Stem
                && Match::Stem > Match::Prefix
                && Match::Prefix > Match::Inside(9)
        );
    }
}
