//! Compares a translation with its source, piece by piece.

use std::collections::{HashMap, HashSet};
use std::mem::discriminant;

use super::{HashedPiece, HashedText, Line};
use crate::manuscript::{Kind, Problem, nearest};

/// The pieces whose translation is still right, although their source has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Accepted {
    /// None.
    #[default]
    Nothing,
    /// All of them.
    Changed,
    /// The pieces with these paths: those whose source has changed, and those that have the words of their source.
    Paths(HashSet<String>),
}

impl Accepted {
    /// The paths that no piece of both texts has.
    #[must_use]
    pub fn unknown(&self, source: &HashedText<'_>, translation: &HashedText<'_>) -> Vec<Kind> {
        let Self::Paths(paths) = self else {
            return vec![];
        };
        let is_known = |path: &str| source.get(path).is_some() && translation.get(path).is_some();
        let mut unknown: Vec<_> = paths.iter().filter(|path| !is_known(path)).collect();
        unknown.sort();
        let unknown = unknown.into_iter().map(|path| {
            let known = source.pieces.iter().map(|hashed| &hashed.piece.path);
            let known = known.filter(|path| is_known(path));
            let nearest = nearest(path, known.map(String::as_str));
            Kind::UnknownPiece {
                key: path.clone(),
                nearest: nearest.map(str::to_owned),
            }
        });
        unknown.collect()
    }

    fn has(&self, path: &str) -> bool {
        matches!(self, Self::Paths(paths) if paths.contains(path))
    }
}

/// The difference between a translation and its source.
#[derive(Debug, Default)]
pub struct Comparison {
    /// The state of each piece.
    pub lines: Vec<Line>,
    /// The pieces that a translator has to look at, with their places in files without folders: in the order of the
    /// source, and then those that the source no longer has.
    pub findings: Vec<Finding>,
    /// The number of pieces whose source and translation have both changed.
    pub renewed: usize,
    /// The number of pieces that were accepted as they are.
    pub accepted: usize,
}

/// A piece that a translator has to look at.
#[derive(Debug)]
pub struct Finding {
    /// The problem, a warning.
    pub problem: Problem,
    /// Whether its place is in the source.
    pub is_in_source: bool,
    /// The path of a piece that is to be pasted into the translation, and whether the translation has its section.
    pub missing: Option<(String, bool)>,
}

/// Compares the pieces of two texts with their recorded state. The new phases are in the translation since now.
#[must_use]
pub fn compare(
    source: &HashedText<'_>,
    translation: &HashedText<'_>,
    lines: &[Line],
    accepted: &Accepted,
    new_phases: &HashSet<String>,
    lang: &str,
) -> Comparison {
    let recorded: HashMap<_, _> = lines
        .iter()
        .map(|line| (line.path.as_str(), line))
        .collect();
    let mut comparison = Comparison::default();
    let mut previous = "";
    for original in &source.pieces {
        let path = original.piece.path.as_str();
        match translation.get(path) {
            None => {
                let parent = original.piece.parent.as_deref();
                // A missing piece is named with all that belongs to it.
                if parent.is_none_or(|parent| translation.get(parent).is_some()) {
                    let has_section = has_section(original, translation);
                    let missing = Some((path.to_owned(), has_section));
                    let kind = Kind::NotInTranslation {
                        key: path.into(),
                        lang: lang.into(),
                        below: previous.into(),
                    };
                    comparison.name(kind, original, true, missing);
                }
            }
            Some(translated) => {
                let root = path.split('/').next().unwrap_or_default();
                let line = recorded.get(path).copied();
                let mut state = state(original, translated, line);
                let is_accepted = match state {
                    State::Changed => *accepted == Accepted::Changed || accepted.has(path),
                    State::Untranslated => accepted.has(path),
                    _ => false,
                };
                if is_accepted {
                    comparison.accepted += 1;
                    state = State::Current;
                }
                let hash = || translated.hash.clone();
                let (source, text) = match (state, line) {
                    (State::Changed, Some(line)) => (line.source.clone(), line.text.clone()),
                    // The words of an older source are known by its hash.
                    (State::Untranslated, Some(line)) if line.source == translated.hash => {
                        (line.source.clone(), String::new())
                    }
                    (State::Untranslated, _) => (original.hash.clone(), String::new()),
                    _ => (original.hash.clone(), hash()),
                };
                let path = path.to_owned();
                comparison.lines.push(Line { path, source, text });
                comparison.renewed += usize::from(state == State::Renewed);
                let key = original.piece.path.clone();
                if new_phases.contains(root) {
                    if key == root {
                        let lang = lang.to_owned();
                        comparison.name(Kind::PhaseWritten { key, lang }, translated, false, None);
                    }
                } else if state == State::Changed {
                    comparison.name(Kind::SourceChanged { key }, translated, false, None);
                } else if state == State::Untranslated {
                    comparison.name(Kind::NotTranslated { key }, translated, false, None);
                }
            }
        }
        previous = path;
    }
    for translated in &translation.pieces {
        let piece = &translated.piece;
        let parent = piece.parent.as_deref();
        let has_parent = parent.is_none_or(|parent| source.get(parent).is_some());
        if source.get(&piece.path).is_none() && has_parent {
            let key = piece.path.clone();
            comparison.name(Kind::NotInSource { key }, translated, false, None);
        }
    }
    comparison
}

impl Comparison {
    fn name(
        &mut self,
        kind: Kind,
        piece: &HashedPiece<'_>,
        is_in_source: bool,
        missing: Option<(String, bool)>,
    ) {
        self.findings.push(Finding {
            problem: Problem::new(kind, piece.piece.place),
            is_in_source,
            missing,
        });
    }
}

/// The state of a translated piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The translation belongs to the source.
    Current,
    /// The source has changed, and the translation hasn't.
    Changed,
    /// Both have changed.
    Renewed,
    /// The translation has the words of the source.
    Untranslated,
}

fn state(source: &HashedPiece<'_>, translated: &HashedPiece<'_>, line: Option<&Line>) -> State {
    let is_equal = source.is_long && translated.hash == source.hash;
    match line {
        None if is_equal => State::Untranslated,
        None => State::Current,
        // The words of the source that the translation began with.
        Some(line) if line.text.is_empty() && translated.hash == line.source => State::Untranslated,
        Some(line) if is_equal && (line.text != translated.hash || line.source != source.hash) => {
            State::Untranslated
        }
        Some(line) if line.source == source.hash => State::Current,
        Some(line) if line.text == translated.hash => State::Changed,
        Some(_) => State::Renewed,
    }
}

/// Whether a translation has a piece of the section that a piece belongs to. A section with one piece is that piece.
fn has_section(piece: &HashedPiece<'_>, translation: &HashedText<'_>) -> bool {
    let section = |path: &str| path.rsplit_once('/').map(|(section, _)| section.to_owned());
    let is_sibling = |other: &HashedPiece<'_>| {
        discriminant(&other.piece.text) == discriminant(&piece.piece.text)
            && section(&other.piece.path) == section(&piece.piece.path)
            && other.piece.path.contains('/')
    };
    translation.pieces.iter().any(is_sibling)
}
