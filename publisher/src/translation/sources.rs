//! The comments that hold the source beside each piece of a translation.

use std::collections::HashMap;
use std::ops::Range;

use crate::manuscript::{
    File, Language, Manuscript, Piece, comments, pieces, read, to_markdown_in, with_references,
};

/// The files of a new translation: the text of its source, with a comment above each piece that holds the source, so
/// that a translator overwrites the text and still sees it.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The files: that of the publication, and one for each phase of the source.
    pub files: Vec<File>,
    /// The comments, in the order of the files.
    places: Vec<CommentPlace>,
}

#[derive(Debug, Clone)]
struct CommentPlace {
    path: String,
    /// The index of the file.
    file: usize,
    /// The first byte of the comment in the file.
    start: usize,
}

impl Sources {
    /// The files of a new translation into a language. The source is a manuscript with complete keys.
    #[must_use]
    pub fn new(source: &Manuscript, from: &str, lang: &str) -> Self {
        let comments = comments_of(source, from);
        let mut files = to_markdown_in(&with_references(source), Language::of_text(lang));
        let reading = read(&files);
        let manuscript = reading.manuscript.unwrap_or_default();
        let pieces = pieces(&manuscript);
        let mut places = Vec::with_capacity(pieces.len());
        for (index, file) in files.iter_mut().enumerate() {
            let mut text = String::with_capacity(2 * file.text.len());
            let mut copied = 0;
            for piece in pieces.iter().filter(|piece| is_in(piece, file)) {
                let Some(comment) = comments.get(&piece.path) else {
                    continue;
                };
                let start = line_start(&file.text, piece.place.range.start);
                text.push_str(file.text.get(copied..start).unwrap_or_default());
                copied = start;
                places.push(CommentPlace {
                    path: piece.path.clone(),
                    file: index,
                    start: text.len(),
                });
                text.push_str(comment);
                text.push('\n');
            }
            text.push_str(file.text.get(copied..).unwrap_or_default());
            file.text = text;
        }
        Self { files, places }
    }

    /// The Markdown of a piece with its comment and all that belongs to it, as it is to be pasted into a translation.
    /// A translation without the section of the piece gets its heading as well. A piece that begins a file has none.
    #[must_use]
    pub fn markdown(&self, path: &str, has_section: bool) -> Option<&str> {
        let index = self.places.iter().position(|place| place.path == path)?;
        let place = self.places.get(index)?;
        let text = self.files.get(place.file)?.text.as_str();
        let below = format!("{path}/");
        let is_in_file = |other: &&CommentPlace| other.file == place.file;
        let mut following = self.places.iter().skip(index + 1).filter(is_in_file);
        let next = following.find(|other| !other.path.starts_with(&below));
        let end = next.map_or(text.len(), |next| next.start);
        let end = match text.get(place.start..end)?.find("\n## ") {
            // The heading of the next section.
            Some(length) => place.start + length,
            None => end,
        };
        let previous = index
            .checked_sub(1)
            .and_then(|index| self.places.get(index));
        let previous = previous.filter(is_in_file)?.start;
        let heading = text.get(previous..place.start)?.rfind("\n## ");
        let start = match heading {
            Some(at) if !has_section => previous + at + 1,
            _ => place.start,
        };
        text.get(start..end)
            .map(|markdown| markdown.trim_end_matches('\n'))
    }
}

/// Rewrites the comments beside the pieces of a translation that hold an older source. Everything else stays as it is,
/// and a comment that a translator has removed stays away.
pub fn refresh(files: &mut [File], translation: &Manuscript, source: &Manuscript, from: &str) {
    let sources = comments_of(source, from);
    let pieces = pieces(translation);
    for file in files {
        let is_windows = file.text.contains("\r\n");
        let ranges = comments(&file.text);
        let mut changes: Vec<(Range<usize>, String)> = Vec::new();
        for piece in pieces.iter().filter(|piece| is_in(piece, file)) {
            let Some(comment) = sources.get(&piece.path) else {
                continue;
            };
            let start = line_start(&file.text, piece.place.range.start);
            let last = ranges.partition_point(|range| range.end <= start);
            let last = last.checked_sub(1).and_then(|last| ranges.get(last));
            let Some(range) = last.filter(|range| is_beside(&file.text, range, start, from)) else {
                continue;
            };
            let comment = match is_windows {
                true => comment.replace('\n', "\r\n"),
                false => comment.clone(),
            };
            if file.text.get(range.clone()) != Some(comment.as_str()) {
                changes.push((range.clone(), comment));
            }
        }
        changes.sort_by_key(|(range, _)| range.start);
        for (range, comment) in changes.into_iter().rev() {
            file.text.replace_range(range, &comment);
        }
    }
}

/// The comment of each piece of a source, by its path.
fn comments_of(source: &Manuscript, from: &str) -> HashMap<String, String> {
    let language = Language::of_text(from);
    let comments = pieces(source).into_iter().map(|piece| {
        let words = piece.markdown(language);
        (piece.path, comment(from, &words))
    });
    comments.collect()
}

/// A comment with the source of a piece.
fn comment(from: &str, words: &str) -> String {
    // The end of a comment within the words would close it.
    let words = words.replace("-->", "--&gt;");
    match words.contains('\n') {
        true => format!("<!-- {from}:\n{words}\n-->"),
        false => format!("<!-- {from}: {words} -->"),
    }
}

/// Whether a comment holds a source, and only empty lines stand between it and a line.
fn is_beside(text: &str, comment: &Range<usize>, line: usize, from: &str) -> bool {
    let between = text.get(comment.end..line).unwrap_or_default();
    let words = text.get(comment.clone()).unwrap_or_default();
    let words = words.trim_start_matches("<!--").trim_start();
    let words = words.strip_prefix(from);
    between.trim().is_empty() && words.is_some_and(|words| words.starts_with(':'))
}

fn is_in(piece: &Piece<'_>, file: &File) -> bool {
    *piece.place.file == *file.name
}

/// The first byte of the line of a byte.
fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind(['\n', '\r']).map_or(0, |end| end + 1)
}
