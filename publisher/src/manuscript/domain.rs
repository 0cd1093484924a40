//! The domain of a quote.

use crate::manuscript::validate::is_called;
use crate::manuscript::{Manuscript, Named, Quote, Text};

impl Manuscript {
    /// The domain of a quote: the one that its fact names, or the one that its speaker line ends in.
    #[must_use]
    pub fn domain_of(&self, quote: &Quote) -> Option<&Named> {
        if let Some(domain) = &quote.domain {
            let mut domains = self.domains.iter();
            return domains.find(|named| is_called(named, &domain.text));
        }
        let speaker = quote.speaker.as_ref()?.text.to_lowercase();
        let speaker = speaker.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let length = |named: &Named| {
            let short = named.short.as_ref().map(Text::as_str);
            let names = [named.key.as_deref(), Some(named.name.as_str()), short];
            let names = names.into_iter().flatten().map(str::to_lowercase);
            let ends = names.filter(|name| ends_in(speaker, name));
            ends.map(|name| name.len()).max()
        };
        let lengths = self.domains.iter().map(|named| (length(named), named));
        let longest = lengths.rev().max_by_key(|(length, _)| *length)?;
        longest.0.map(|_| longest.1)
    }
}

/// Whether a text ends in words, with no letter before them.
fn ends_in(text: &str, words: &str) -> bool {
    let words = words.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let before = text.strip_suffix(words).filter(|_| !words.is_empty());
    before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}
