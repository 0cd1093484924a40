//! Compounds that the text writes as several words.

use super::index::Index;
use super::matching::{Match, Sought};

/// The fewest letters of a part.
const SHORTEST: usize = 4;

/// The two parts of a compound, if the text has both as words.
pub(super) fn halves(index: &Index, word: &str) -> Option<[Sought; 2]> {
    let places = SHORTEST..(word.len() + 1).saturating_sub(SHORTEST);
    // The longest first part is the likeliest.
    places
        .rev()
        .filter(|place| word.is_char_boundary(*place))
        .find_map(|place| {
            let (first, second) = word.split_at(place);
            // *Wijkteam*, *beleidsinformatie*.
            let first = part(index, first).or_else(|| part(index, first.strip_suffix('s')?))?;
            Some([first, part(index, second)?])
        })
}

fn part(index: &Index, word: &str) -> Option<Sought> {
    let sought = Sought::new(word, &index.lang);
    let is_word = |matched: Option<Match>| matched >= Some(Match::Stem);
    let mut words = index.words.iter();
    let is_in_text =
        word.len() >= SHORTEST && words.any(|word| is_word(sought.matches(&word.text, &word.stem)));
    is_in_text.then_some(sought)
}
