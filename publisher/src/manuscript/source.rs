//! The text of a file as it is parsed: small corrections made, with the place of every byte in the file.

use std::ops::Range;
use std::sync::Arc;

use crate::manuscript::Place;

/// A replacement of bytes in the text of a file.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) replacement: &'static str,
}

/// The corrected text of a file.
#[derive(Debug)]
pub(super) struct Source {
    /// The name of the file.
    pub(super) file: Arc<str>,
    /// The text after corrections.
    pub(super) text: String,
    /// The parts that were copied from the file, in order.
    parts: Vec<Part>,
}

/// A part of the corrected text that equals a part of the file.
#[derive(Debug)]
struct Part {
    /// The start in the corrected text.
    start: usize,
    /// The start in the file.
    original: usize,
    length: usize,
}

impl Source {
    /// Applies edits to a text. An edit that overlaps an earlier one is left out.
    pub(super) fn new(file: &Arc<str>, original: &str, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut text = String::with_capacity(original.len() + edits.len());
        let mut parts = Vec::with_capacity(edits.len() + 1);
        let mut copied = 0;
        let mut copy = |text: &mut String, range: Range<usize>| {
            let (start, original_start) = (text.len(), range.start);
            text.push_str(original.get(range).unwrap_or_default());
            let length = text.len() - start;
            parts.push(Part {
                start,
                original: original_start,
                length,
            });
        };
        for edit in edits {
            if edit.range.start < copied {
                continue;
            }
            copy(&mut text, copied..edit.range.start);
            text.push_str(edit.replacement);
            copied = edit.range.end;
        }
        copy(&mut text, copied..original.len());
        let file = Arc::clone(file);
        Self { file, text, parts }
    }

    /// The place in the file of a range in the corrected text.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let start = match range.is_empty() {
            true => self.end(range.start),
            false => self.start(range.start),
        };
        let end = self.end(range.end).max(start);
        Place::new(&self.file, start..end)
    }

    /// The byte in the file of the letter that begins at a byte.
    fn start(&self, at: usize) -> usize {
        let after = self.parts.partition_point(|part| part.start <= at);
        let part = after.checked_sub(1).and_then(|index| self.parts.get(index));
        part.map_or(0, |part| part.original + (at - part.start).min(part.length))
    }

    /// The byte in the file behind the letter that ends at a byte.
    fn end(&self, at: usize) -> usize {
        let after = self.parts.partition_point(|part| part.start < at);
        let part = after.checked_sub(1).and_then(|index| self.parts.get(index));
        part.map_or(0, |part| part.original + (at - part.start).min(part.length))
    }

    /// A part of the corrected text.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }
}
