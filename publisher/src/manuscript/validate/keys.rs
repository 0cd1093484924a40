//! Checks of keys.

use std::collections::HashSet;

use crate::manuscript::validate::Validator;
use crate::manuscript::{Key, Kind};

/// The most characters of a key.
const MAX_KEY: usize = 60;
/// The fixed words of addresses beside the phases.
pub(crate) const FIXED_BESIDE_PHASES: [&str; 10] = [
    "checklist",
    "cite",
    "citeren",
    "contents",
    "embed",
    "inhoud",
    "insluiten",
    "print",
    "stappenplan",
    "step-by-step",
];
/// The key between those of a phase and of its questions.
pub(crate) const EXPERIENCES: &str = "ervaringen";
/// The fixed words of addresses below a phase, beside its tips. Keys are equal in all languages.
pub(crate) const FIXED_IN_PHASE: [&str; 2] = [EXPERIENCES, "experiences"];

impl Validator<'_> {
    pub(in crate::manuscript) fn check_keys(&mut self) {
        let manuscript = self.manuscript;
        let background = manuscript
            .background
            .iter()
            .map(|background| &background.key);
        let phases = manuscript.phases.iter().map(|phase| &phase.key);
        self.check_siblings(background.chain(phases), &FIXED_BESIDE_PHASES);
        for names in [&manuscript.loops, &manuscript.domains, &manuscript.themes] {
            self.check_siblings(names.iter().map(|named| &named.key), &[]);
        }
        for phase in &manuscript.phases {
            let tips = phase.tips.iter().map(|tip| &tip.key);
            let questions = phase.questions.iter().map(|question| &question.key);
            self.check_siblings(tips.chain(questions), &FIXED_IN_PHASE);
            for question in &phase.questions {
                let quotes = question.quotes.iter().map(|quote| &quote.key);
                self.check_siblings(quotes, &[]);
            }
        }
    }

    /// Keys below one parent share a space with the fixed words there.
    fn check_siblings<'k>(&mut self, keys: impl Iterator<Item = &'k Key>, fixed: &[&str]) {
        let mut seen = HashSet::new();
        for key in keys {
            let Some(value) = key.as_deref() else {
                continue;
            };
            let length = value.chars().count();
            let name = value.to_owned();
            let kind = if !is_plain(value) {
                Kind::BadKey { key: name }
            } else if length > MAX_KEY {
                Kind::LongKey { key: name, length }
            } else if fixed.contains(&value) {
                Kind::FixedKey { key: name }
            } else if !seen.insert(value) {
                Kind::DuplicateKey { key: name }
            } else {
                continue;
            };
            self.problem(kind, &key.place);
        }
    }
}

/// Whether a key needs no escaping in an address.
fn is_plain(key: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !key.is_empty() && !key.starts_with('-') && key.bytes().all(is_plain)
}
