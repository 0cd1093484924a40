//! Checks of a manuscript as a whole.

pub(in crate::manuscript) mod keys;
mod texts;

use std::collections::HashSet;

use crate::manuscript::names::nearest;
use crate::manuscript::{Kind, Manuscript, Named, Phase, Place, Problem, Text};

/// The numbers of phases that the figure holds.
const PHASES: std::ops::RangeInclusive<usize> = 2..=12;
/// The most phases in a loop: from nine on an arc is too narrow for a finger.
const MAX_PHASES_IN_LOOP: usize = 8;
/// The most pieces of a publication.
const MAX_PIECES: usize = 20_000;
/// The most known names in a message.
const MAX_NAMES: usize = 20;

/// Everything that is wrong with a manuscript, piece by piece.
#[must_use]
pub fn validate(manuscript: &Manuscript) -> Vec<Problem> {
    let mut validator = Validator {
        manuscript,
        problems: vec![],
        domains: names(&manuscript.domains),
        themes: names(&manuscript.themes),
    };
    validator.check_loops();
    validator.check_phases();
    validator.check_references();
    validator.check_keys();
    validator.check_texts();
    validator.check_size();
    validator.problems
}

impl Manuscript {
    /// The index of a phase's loop.
    #[must_use]
    pub fn loop_of(&self, phase: &Phase) -> Option<usize> {
        let name = &phase.in_loop.text;
        let by_key = |named: &Named| named.key.as_deref() == Some(name);
        let position = self.loops.iter().position(by_key);
        position.or_else(|| self.loops.iter().position(|named| is_called(named, name)))
    }
}

/// Whether a text names a loop, a domain or a theme.
pub(crate) fn is_called(named: &Named, text: &str) -> bool {
    let text = text.to_lowercase();
    let short = named.short.as_ref().map(Text::as_str);
    named.key.as_deref() == Some(&text)
        || named.name.text.to_lowercase() == text
        || short.is_some_and(|short| short.to_lowercase() == text)
}

pub(in crate::manuscript) struct Validator<'m> {
    pub(in crate::manuscript) manuscript: &'m Manuscript,
    pub(in crate::manuscript) problems: Vec<Problem>,
    /// The words that facts can refer to, in lower case.
    domains: HashSet<String>,
    themes: HashSet<String>,
}

/// The keys, names and short names of domains or themes, in lower case.
fn names(all: &[Named]) -> HashSet<String> {
    let names = all.iter().flat_map(|named| {
        let short = named.short.as_ref().map(Text::as_str);
        [named.key.as_deref(), Some(named.name.as_str()), short]
    });
    names.flatten().map(str::to_lowercase).collect()
}

impl Validator<'_> {
    pub(in crate::manuscript) fn problem(&mut self, kind: Kind, place: &Place) {
        self.problems.push(Problem::new(kind, place));
    }

    fn check_loops(&mut self) {
        let manuscript = self.manuscript;
        let count = manuscript.loops.len();
        if count != 2 {
            let place = manuscript.loops.get(2).map(|named| &named.name.place);
            let place = place.unwrap_or(&manuscript.title.place);
            self.problem(Kind::LoopCount { count }, place);
        }
        for phase in &manuscript.phases {
            let name = phase.in_loop.text.clone();
            if name.is_empty() {
                self.problem(Kind::MissingLoop, &phase.in_loop.place);
            } else if !manuscript.loops.is_empty() && manuscript.loop_of(phase).is_none() {
                let (nearest, known) = near(&name, &manuscript.loops);
                let kind = Kind::UnknownLoop {
                    name,
                    nearest,
                    known,
                };
                self.problem(kind, &phase.in_loop.place);
            }
        }
    }

    fn check_phases(&mut self) {
        let manuscript = self.manuscript;
        let count = manuscript.phases.len();
        if !PHASES.contains(&count) {
            let extra = manuscript.phases.get(*PHASES.end());
            let place = extra.map_or(&manuscript.title.place, |phase| &phase.name.place);
            self.problem(Kind::PhaseCount { count }, place);
        }
        for phase in &manuscript.phases {
            if phase.tips.is_empty() && phase.questions.is_empty() {
                let name = phase.name.text.clone();
                self.problem(Kind::EmptyPhase { name }, &phase.name.place);
            }
        }
        self.check_contiguous_loops();
    }

    /// The flow crosses over once each way: the phases of a loop lie together.
    fn check_contiguous_loops(&mut self) {
        let manuscript = self.manuscript;
        let phases = manuscript.phases.iter();
        let loops: Option<Vec<_>> = phases.map(|phase| manuscript.loop_of(phase)).collect();
        // A phase without a known loop, or a third loop, is a problem of its own.
        let Some(loops) = loops.filter(|loops| !loops.is_empty() && manuscript.loops.len() == 2)
        else {
            return;
        };
        let mut has_empty_loop = false;
        for (index, named) in manuscript.loops.iter().enumerate() {
            let name = named.name.text.clone();
            let count = loops.iter().filter(|other| **other == index).count();
            if count == 0 {
                has_empty_loop = true;
                self.problem(Kind::EmptyLoop { name }, &named.name.place);
            } else if count > MAX_PHASES_IN_LOOP {
                self.problem(Kind::PhasesInLoop { name, count }, &named.name.place);
            }
        }
        let next = loops.iter().cycle().skip(1);
        let changes = loops.iter().zip(next).map(|(one, next)| one != next);
        let crossings = changes.clone().filter(|changes| *changes).count();
        if crossings != 2 && !has_empty_loop {
            // The second change back is the first one that is too many.
            let changed = changes.enumerate().filter(|(_, changes)| *changes).nth(1);
            let at = changed.map_or(0, |(index, _)| index + 1);
            let place = manuscript.phases.get(at).map(|phase| &phase.in_loop.place);
            let place = place.unwrap_or(&manuscript.title.place);
            self.problem(Kind::LoopsApart { crossings }, place);
        }
    }

    fn check_references(&mut self) {
        let manuscript = self.manuscript;
        for phase in &manuscript.phases {
            self.check_themes(&phase.themes);
            for tip in &phase.tips {
                self.check_themes(&tip.themes);
            }
            for question in &phase.questions {
                self.check_themes(&question.themes);
                for quote in &question.quotes {
                    self.check_themes(&quote.themes);
                    self.check_domain(quote.domain.as_ref());
                }
            }
        }
    }

    fn check_themes(&mut self, themes: &[Text]) {
        for theme in themes {
            if self.themes.contains(&theme.text.to_lowercase()) {
                continue;
            }
            let name = theme.text.clone();
            let (nearest, known) = near(&name, &self.manuscript.themes);
            let kind = Kind::UnknownTheme {
                name,
                nearest,
                known,
            };
            self.problem(kind, &theme.place);
        }
    }

    fn check_domain(&mut self, domain: Option<&Text>) {
        let Some(domain) = domain else { return };
        if self.domains.contains(&domain.text.to_lowercase()) {
            return;
        }
        let name = domain.text.clone();
        let (nearest, known) = near(&name, &self.manuscript.domains);
        let kind = Kind::UnknownDomain {
            name,
            nearest,
            known,
        };
        self.problem(kind, &domain.place);
    }

    fn check_size(&mut self) {
        let manuscript = self.manuscript;
        let pieces = manuscript.phases.iter().map(|phase| {
            let quotes = phase.questions.iter().map(|question| question.quotes.len());
            1 + phase.tips.len() + phase.questions.len() + quotes.sum::<usize>()
        });
        let named = manuscript.loops.len() + manuscript.domains.len() + manuscript.themes.len();
        let count = pieces.sum::<usize>() + named + manuscript.organisations.len();
        if count > MAX_PIECES {
            let kind = Kind::TooManyPieces { count };
            self.problem(kind, &manuscript.title.place);
        }
    }
}

/// The name nearest to an unknown one, and the names that facts can use: keys, or names without one.
fn near(name: &str, known: &[Named]) -> (Option<String>, Vec<String>) {
    let known = known.get(..known.len().min(MAX_NAMES)).unwrap_or(known);
    let call = |named: &Named| named.key.as_deref().unwrap_or(&named.name.text).to_owned();
    let words = known.iter().flat_map(|named| {
        let short = named.short.as_ref().map(Text::as_str);
        [named.key.as_deref(), Some(named.name.as_str()), short]
    });
    let nearest = nearest(name, words.flatten()).map(ToOwned::to_owned);
    (nearest, known.iter().map(call).collect())
}
