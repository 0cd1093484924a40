//! The words of a query, and the words of the text that they stand for.

use super::compounds::halves;
use super::index::Index;
use super::letters::words;
use super::matching::{Match, Sought};
use super::rules::{Rule, applies};
use super::stop_words::is_stop_word;
use super::typos::{allowed, distance};

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// The words that are looked for: the reader's, or those that the text has in its place.
    pub sought: Vec<Sought>,
    /// Whether the text has other words than the reader's in its place.
    pub is_corrected: bool,
    /// The number of pieces without the term for one with it, as a logarithm: rare words say more.
    pub weight: u32,
}

/// The words of a query that say something, if any does.
pub(super) fn terms(index: &Index, text: &str) -> Vec<Term> {
    let all = words(text);
    let says = |word: &&String| !applies(Rule::StopWords) || !is_stop_word(word, &index.lang);
    let mut said: Vec<_> = all.iter().filter(says).collect();
    if said.is_empty() {
        said = all.iter().collect();
    }
    said.iter().flat_map(|word| term(index, word)).collect()
}

/// The term of a word; of a compound that the text lacks, the terms of its parts.
fn term(index: &Index, word: &str) -> Vec<Term> {
    let sought = Sought::new(word, &index.lang);
    if is_in_text(index, &sought) {
        return vec![Term::new(index, vec![sought], false)];
    }
    let corrected = corrections(index, &sought);
    if !corrected.is_empty() && applies(Rule::Typos) {
        return vec![Term::new(index, corrected, true)];
    }
    match halves(index, word).filter(|_| applies(Rule::Compounds)) {
        Some(parts) => parts.map(|part| Term::new(index, vec![part], true)).into(),
        None => vec![Term::new(index, vec![sought], false)],
    }
}

impl Term {
    fn new(index: &Index, sought: Vec<Sought>, is_corrected: bool) -> Self {
        let mut term = Self {
            sought,
            is_corrected,
            weight: 0,
        };
        let mut has: Vec<bool> = vec![false; index.pieces.len()];
        for word in &index.words {
            if term.matches(&word.text, &word.stem).is_some() {
                for (piece, _) in &word.uses {
                    has[usize::from(*piece)] = true;
                }
            }
        }
        let count = has.iter().filter(|has| **has).count();
        term.weight = match applies(Rule::Weights) {
            // A word that the text lacks, or has in another form, says less than one that it has.
            true if count == 0 || is_corrected => 4,
            true => (index.pieces.len() / count).max(1).ilog2() + 1,
            false => 1,
        };
        term
    }

    /// The best way in which a word of the text matches.
    pub fn matches(&self, word: &str, stem: &str) -> Option<Match> {
        let matches = self.sought.iter().map(|sought| sought.matches(word, stem));
        matches.max().flatten()
    }
}

fn is_in_text(index: &Index, sought: &Sought) -> bool {
    let mut words = index.words.iter();
    words.any(|word| sought.matches(&word.text, &word.stem).is_some())
}

/// The words of the text that are nearest to a word with a slip.
fn corrections(index: &Index, sought: &Sought) -> Vec<Sought> {
    let mut limit = allowed(&sought.word);
    let mut nearest: Vec<Sought> = vec![];
    for word in &index.words {
        // Other forms of the word that was meant are as near as their stems.
        let of_stem = || distance(&sought.stem, &word.stem, limit.min(allowed(&sought.stem)));
        let apart = distance(&sought.word, &word.text, limit).or_else(of_stem);
        // The first letter is rarely a slip, and two slips are many.
        let is_near = |apart: &usize| {
            (1..=limit).contains(apart)
                && (*apart < 2 || word.text.chars().next() == sought.word.chars().next())
        };
        let Some(apart) = apart.filter(is_near) else {
            continue;
        };
        if apart < limit {
            limit = apart;
            nearest.clear();
        }
        nearest.push(Sought {
            word: word.text.clone(),
            stem: word.stem.clone(),
        });
    }
    nearest
}

/// The word of the text that is nearest to the first word of a query that the text lacks, if one is near at all.
#[must_use]
pub fn nearest(index: &Index, text: &str) -> Option<String> {
    let words = words(text);
    let mut missing = words
        .iter()
        .filter(|word| !is_in_text(index, &Sought::new(word, &index.lang)));
    let word = missing.next()?;
    let mut limit = word.chars().count() / 2;
    let mut nearest = None;
    for other in &index.words {
        if let Some(apart) =
            distance(word, &other.text, limit).filter(|apart| *apart < limit || nearest.is_none())
        {
            limit = apart;
            nearest = Some(other.text.clone());
        }
    }
    nearest
}
