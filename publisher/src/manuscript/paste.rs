//! Corrections of a text before it is parsed: marks of word processors and slips of the keys.

mod brackets;
mod comments;
mod lines;

use std::ops::Range;
use std::sync::Arc;

use crate::manuscript::source::{Edit, Source};
use crate::manuscript::{Change, Correction, Kind, Place, Problem};

pub(super) use comments::BARRIER;
pub use comments::comments;
pub(crate) use lines::DASHES;
pub(super) use lines::{BULLETS, excerpt};

/// The corrections of one text.
pub(super) struct Corrector<'a> {
    file: &'a Arc<str>,
    text: &'a str,
    edits: Vec<Edit>,
    problems: Vec<Problem>,
    corrections: Vec<Correction>,
}

/// Corrects a text: what is parsed, the problems and the corrections.
pub(super) fn correct(file: &Arc<str>, text: &str) -> (Source, Vec<Problem>, Vec<Correction>) {
    let mut corrector = Corrector {
        file,
        text,
        edits: vec![],
        problems: vec![],
        corrections: vec![],
    };
    if text.starts_with('\u{FEFF}') {
        corrector.correct(Change::ByteOrderMark, 0..'\u{FEFF}'.len_utf8(), "");
    }
    let comments = corrector.comments();
    corrector.lines(&comments);
    let Corrector {
        edits,
        problems,
        corrections,
        ..
    } = corrector;
    (Source::new(file, text, edits), problems, corrections)
}

impl Corrector<'_> {
    fn edit(&mut self, range: Range<usize>, replacement: &'static str) {
        self.edits.push(Edit { range, replacement });
    }

    /// Replaces bytes and lists the correction.
    fn correct(&mut self, what: Change, range: Range<usize>, replacement: &'static str) {
        self.list(what, range.clone());
        self.edit(range, replacement);
    }

    fn list(&mut self, what: Change, range: Range<usize>) {
        let place = Place::new(self.file, range);
        self.corrections.push(Correction { place, what });
    }

    fn problem(&mut self, kind: Kind, range: Range<usize>) {
        let place = Place::new(self.file, range);
        self.problems.push(Problem::new(kind, &place));
    }
}

/// Whether an odd number of backslashes stands before a byte.
fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    backslashes % 2 == 1
}
