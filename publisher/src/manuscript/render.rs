//! Problems as text for people and as JSON for programs.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use crate::manuscript::{File, Language, Problem, Severity};

/// The starts of the lines of a file, for places as editors count.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The last place that was asked for, and its column: many problems of one long line take linear time.
    last: Cell<(usize, usize)>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.bytes().enumerate();
        // A carriage return alone is a line end as well.
        let ends = bytes.filter(|(at, byte)| {
            *byte == b'\n' || *byte == b'\r' && text.as_bytes().get(at + 1) != Some(&b'\n')
        });
        let starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        let last = Cell::new((0, 1));
        Self { text, starts, last }
    }

    /// The index of the line of a byte, and the bytes of that line without its end.
    fn line(&self, at: usize) -> (usize, Range<usize>) {
        let index = self.starts.partition_point(|start| *start <= at);
        let index = index.saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or(0);
        let end = self
            .starts
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        let length = line.trim_end_matches(['\n', '\r']).len();
        (index, start..start + length)
    }

    /// The line and the column of a byte, both from 1; the column counts characters.
    fn position(&self, at: usize) -> (usize, usize) {
        let (index, line) = self.line(at);
        let at = self.text.floor_char_boundary(at);
        let (last, column) = self.last.get();
        let (from, column) = match (line.start..=at).contains(&last) {
            true => (last, column),
            false => (line.start, 1),
        };
        let between = self.text.get(from..at).unwrap_or_default();
        let column = column + between.chars().count();
        self.last.set((at, column));
        (index + 1, column)
    }
}

/// The most bytes of a line before and after the start of a problem that are given to the renderer, which shows fewer.
const MAX_EXCERPT: usize = 2000;

impl Lines<'_> {
    /// The line of a range, or the part around its start if the line is long; the range in it, and
    /// whether it is the whole line.
    fn excerpt(&self, range: &Range<usize>) -> (String, Range<usize>, bool) {
        let (_, line) = self.line(range.start);
        let start = self
            .text
            .floor_char_boundary(range.start.clamp(line.start, line.end));
        let end = self
            .text
            .ceil_char_boundary(range.end.clamp(start, line.end));
        let is_short = line.len() <= 2 * MAX_EXCERPT;
        let from = match is_short || start - line.start <= MAX_EXCERPT {
            true => line.start,
            false => self.text.ceil_char_boundary(start - MAX_EXCERPT),
        };
        let to = match is_short || line.end - start <= MAX_EXCERPT {
            true => line.end,
            false => self.text.floor_char_boundary(start + MAX_EXCERPT),
        };
        let part = self.text.get(from..to).unwrap_or_default();
        let before = if from > line.start { "…" } else { "" };
        let after = if to < line.end { "…" } else { "" };
        let shift = |at: usize| (at.min(to) - from) + before.len();
        let text = [before, part, after].concat();
        let is_whole = part.len() == line.len();
        (text, shift(start)..shift(end), is_whole)
    }
}

/// Problems with file, line, column, the line itself and what was expected.
#[must_use]
pub fn render(problems: &[Problem], files: &[File], language: Language) -> String {
    let lines: HashMap<_, _> = lines_of(problems, files);
    let renderer = Renderer::plain();
    let mut text = String::new();
    for problem in problems {
        let level = level(problem.severity, language);
        let (wrong, expected) = problem.kind.parts(language);
        let title = level.primary_title(wrong);
        let place = lines.get(problem.file.as_str()).zip(problem.range.as_ref());
        let group = match place {
            Some((lines, range)) => {
                let (line, column) = lines.position(range.start);
                let (source, span, is_whole) = lines.excerpt(range);
                let annotation = AnnotationKind::Primary.span(span).label(expected);
                let snippet = Snippet::source(source).line_start(line);
                let snippet = snippet.annotation(annotation);
                let path = problem.file.as_str();
                match is_whole {
                    true => title.element(snippet.path(path)),
                    // The renderer would count columns from the start of the part.
                    false => {
                        let origin = Origin::path(path).line(line).char_column(column);
                        title.element(origin).element(snippet)
                    }
                }
            }
            None => {
                let origin =
                    (!problem.file.is_empty()).then(|| Origin::path(problem.file.as_str()));
                let note = match language {
                    Language::Dutch => Level::NOTE.with_name("verwacht"),
                    Language::English => Level::NOTE.with_name("expected"),
                };
                let group = Group::with_title(title).elements(origin);
                group.element(note.message(expected))
            }
        };
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
    }
    text
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    match (severity, language) {
        (Severity::Error, Language::Dutch) => Level::ERROR.with_name("fout"),
        (Severity::Error, Language::English) => Level::ERROR,
        (Severity::Warning, Language::Dutch) => Level::WARNING.with_name("waarschuwing"),
        (Severity::Warning, Language::English) => Level::WARNING,
    }
}

/// The lines of the files that have problems.
fn lines_of<'a>(problems: &[Problem], files: &'a [File]) -> HashMap<&'a str, Lines<'a>> {
    let names: HashSet<_> = problems
        .iter()
        .map(|problem| problem.file.as_str())
        .collect();
    let files = files
        .iter()
        .filter(|file| names.contains(file.name.as_str()));
    files
        .map(|file| (file.name.as_str(), Lines::new(&file.text)))
        .collect()
}

/// Problems as JSON: file, line, column (from 1, in characters), severity, message and code.
#[must_use]
pub fn to_json(problems: &[Problem], files: &[File], language: Language) -> Value {
    let lines = lines_of(problems, files);
    let value = |problem: &Problem| {
        let lines = lines.get(problem.file.as_str());
        let place = lines.zip(problem.range.as_ref());
        let position = place.map(|(lines, range)| lines.position(range.start));
        json!({
            "file": problem.file,
            "line": position.map(|(line, _)| line),
            "column": position.map(|(_, column)| column),
            "severity": problem.severity,
            "message": problem.kind.message(language),
            "code": problem.kind.code(),
        })
    };
    problems.iter().map(value).collect()
}
