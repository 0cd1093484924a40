//! Facts: the lines `name: rest of the line` under a heading, a list item's first line or a speaker.

use std::collections::BTreeMap;

use crate::manuscript::names::{Fact, name_before_colon, nearest};
use crate::manuscript::reader::Reader;
use crate::manuscript::reader::line::Line;
use crate::manuscript::reader::nodes::{Node, NodeKind};
use crate::manuscript::text::composed;
use crate::manuscript::{Foreign, Kind, Language, Text};

/// The facts about a piece.
#[derive(Debug, Default)]
pub(in crate::manuscript) struct Facts {
    texts: BTreeMap<Fact, Text>,
    pub(in crate::manuscript) themes: Vec<Text>,
    pub(in crate::manuscript) keywords: Vec<Text>,
    pub(in crate::manuscript) foreign: Vec<Foreign>,
    pub(in crate::manuscript) year: Option<u16>,
    pub(in crate::manuscript) page: Option<u16>,
}

impl Facts {
    /// Takes the text of a fact.
    pub(in crate::manuscript) fn take(&mut self, fact: Fact) -> Option<Text> {
        self.texts.remove(&fact)
    }
}

impl<'a> Reader<'_> {
    /// Takes the facts in the paragraph right under a heading, if its first line begins with a known name.
    pub(in crate::manuscript) fn take_facts(
        &mut self,
        nodes: &mut Vec<Node<'a>>,
        allowed: &[Fact],
    ) -> Facts {
        let Some(Node {
            kind: NodeKind::Paragraph(tokens),
            ..
        }) = nodes.first()
        else {
            return Facts::default();
        };
        let lines = Line::split(tokens.clone());
        let is_chart = |fact| fact == Fact::Chart;
        match lines.first().and_then(|line| self.known_name(line)) {
            Some((fact, _)) if !is_chart(fact) => {
                nodes.remove(0);
                self.facts(lines, allowed)
            }
            _ => Facts::default(),
        }
    }

    /// The facts of lines, each of which has to be one.
    pub(in crate::manuscript) fn facts(&mut self, lines: Vec<Line<'a>>, allowed: &[Fact]) -> Facts {
        let mut facts = Facts::default();
        let mut seen = vec![];
        for line in lines {
            let range = line.range.clone();
            let Some((name, length)) = name_before_colon(line.raw(self.source)) else {
                self.problem(Kind::NotAFact, range);
                continue;
            };
            let name = name.to_owned();
            let name_range = range.start..range.start + length;
            let Some(fact) = Fact::of(&name) else {
                let nearest = nearest_name(&name, allowed).map(ToOwned::to_owned);
                let known = names(allowed);
                let kind = Kind::UnknownFact {
                    name,
                    nearest,
                    known,
                };
                self.problem(kind, name_range);
                continue;
            };
            if fact == Fact::Chart {
                self.problem(Kind::ChartAmongFacts, range);
            } else if !allowed.contains(&fact) {
                let known = names(allowed);
                self.problem(Kind::FactNotHere { name, known }, name_range);
            } else if seen.contains(&fact) && fact != Fact::Language {
                self.problem(Kind::DuplicateFact { name }, name_range);
            } else {
                seen.push(fact);
                self.fact(&mut facts, fact, &name, length, line);
            }
        }
        facts
    }

    fn fact(
        &mut self,
        facts: &mut Facts,
        fact: Fact,
        name: &str,
        length: usize,
        mut line: Line<'a>,
    ) {
        let range = line.range.clone();
        let raw = line.raw(self.source).get(length..).unwrap_or_default();
        let spaces = raw.len() - raw.trim_start_matches([' ', '\t']).len();
        line.cut_start(range.start + length + spaces);
        let lines = [line];
        let value = self.plain(&lines);
        let [line] = lines;
        if value.text.is_empty() {
            let name = name.to_owned();
            self.problem(Kind::EmptyFact { name }, range);
            return;
        }
        match fact {
            Fact::Theme => facts.themes = self.parts(&line),
            Fact::Keywords => facts.keywords = self.parts(&line),
            Fact::Year => match value.text.parse() {
                Ok(year) => facts.year = Some(year),
                Err(_) => self.problem(Kind::BadYear { value: value.text }, line.range),
            },
            Fact::Page => match value.text.parse() {
                Ok(page) => facts.page = Some(page),
                Err(_) => self.problem(Kind::BadPage { value: value.text }, line.range),
            },
            Fact::Language => match foreign(&value.text) {
                Some(foreign) => facts.foreign.push(foreign),
                None => self.problem(Kind::BadForeign { value: value.text }, line.range),
            },
            fact => {
                facts.texts.insert(fact, value);
            }
        }
    }

    /// The parts of a line between commas.
    pub(in crate::manuscript) fn parts(&mut self, line: &Line<'_>) -> Vec<Text> {
        let parts = line.split_commas(self.source).into_iter();
        let texts = parts.map(|(part, range)| {
            let raw = self.source.slice(range.clone());
            let start = range.end - raw.trim_start().len();
            Text::new(&part, self.place(start..range.end))
        });
        texts.filter(|text| !text.text.is_empty()).collect()
    }
}

/// A language tag and words.
fn foreign(value: &str) -> Option<Foreign> {
    let (lang, words) = value.split_once([' ', '\u{A0}'])?;
    let words = composed(words.trim_matches([' ', '\u{A0}'])).into_owned();
    let is_tag = is_language_tag(lang);
    let lang = lang.to_owned();
    (is_tag && !words.is_empty()).then_some(Foreign { lang, words })
}

/// Whether a text has the form of a language tag: `en`, `pt-BR`.
pub(in crate::manuscript) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_language = parts.next().is_some_and(|language| {
        (2..=8).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    is_language
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// The Dutch and English names of facts.
fn names(facts: &[Fact]) -> Vec<[&'static str; 2]> {
    let names = |fact: &Fact| [fact.name(Language::Dutch), fact.name(Language::English)];
    facts.iter().map(names).collect()
}

/// The name nearest to an unknown one: one that is allowed here, or else any.
fn nearest_name(name: &str, allowed: &[Fact]) -> Option<&'static str> {
    nearest(name, names(allowed).into_iter().flatten())
        .or_else(|| nearest(name, names(&Fact::ALL).into_iter().flatten()))
}

/// Whether a word before a colon may be a slip of the keys in the name of a fact.
pub(in crate::manuscript) fn is_nearly_known(name: &str) -> bool {
    nearest(name, names(&Fact::ALL).into_iter().flatten()).is_some()
}
