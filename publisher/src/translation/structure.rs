//! Phases and loops are the same in all languages, because colors and the figure follow the default language.

use crate::manuscript::{Kind, Manuscript, Phase, Place, Problem};
use crate::publication::LanguageText;
use crate::report::Report;

/// Checks the phases and loops of each language. The default language is the first.
pub fn check(texts: &[LanguageText], report: &mut Report) {
    let [original, translations @ ..] = texts else {
        return;
    };
    for text in translations {
        let mut checker = Checker {
            original: &original.manuscript,
            text,
            report,
        };
        checker.check_loops();
        checker.check_phases();
    }
}

struct Checker<'a> {
    original: &'a Manuscript,
    text: &'a LanguageText,
    report: &'a mut Report,
}

impl Checker<'_> {
    fn problem(&mut self, kind: Kind, place: &Place) {
        let problem = Problem::new(kind, place);
        self.report.problems.push(Problem {
            file: format!("{}/{}", self.text.lang, problem.file),
            ..problem
        });
    }

    fn check_loops(&mut self) {
        let text = self.text;
        let loops = self.original.loops.iter().zip(&text.manuscript.loops);
        for (original, translated) in loops {
            if original.key.value != translated.key.value {
                let key = |key: &Option<String>| key.clone().unwrap_or_default();
                let kind = Kind::LoopKey {
                    key: key(&translated.key.value),
                    expected: key(&original.key.value),
                };
                self.problem(kind, &translated.name.place);
            }
        }
    }

    fn check_phases(&mut self) {
        let (original, text) = (self.original, self.text);
        let position =
            |phases: &[Phase], key: &str| phases.iter().position(|phase| name(phase) == key);
        for phase in &original.phases {
            if position(&text.manuscript.phases, name(phase)).is_none() {
                let kind = Kind::MissingPhase {
                    key: name(phase).into(),
                    lang: text.lang.clone(),
                };
                self.report
                    .problems
                    .push(Problem::of_file(kind, &text.lang));
            }
        }
        let names = |phases: &[Phase]| phases.iter().map(|phase| name(phase).to_owned()).collect();
        let mut last = None;
        for phase in &text.manuscript.phases {
            let Some(index) = position(&original.phases, name(phase)) else {
                let kind = Kind::UnknownPhase {
                    key: name(phase).into(),
                    known: names(&original.phases),
                };
                self.problem(kind, &phase.name.place);
                continue;
            };
            if last > Some(index) {
                let expected = names(&original.phases);
                self.problem(Kind::PhaseOrder { expected }, &phase.name.place);
            }
            last = last.max(Some(index));
            let expected = original.phases.get(index);
            let expected = expected.and_then(|phase| original.loop_of(phase));
            if text.manuscript.loop_of(phase) != expected {
                let named = expected.and_then(|index| original.loops.get(index));
                let key = named.and_then(|named| named.key.as_deref());
                let expected = key.unwrap_or_default().to_owned();
                self.problem(Kind::OtherLoop { expected }, &phase.in_loop.place);
            }
        }
    }
}

fn name(phase: &Phase) -> &str {
    phase.key.as_deref().unwrap_or_default()
}
