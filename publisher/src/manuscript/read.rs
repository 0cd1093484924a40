//! Reads the files of a publication in one language.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::manuscript::reader::Reader;
use crate::manuscript::reader::nodes;
use crate::manuscript::validate::validate;
use crate::manuscript::{Correction, Kind, Manuscript, Place, Problem, Severity, paste};

/// The names of the publication's file.
pub(crate) const PUBLICATION_FILES: [&str; 2] = ["publicatie.md", "publication.md"];

/// A file of a publication.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct File {
    /// The name, without folders.
    pub name: String,
    /// The text.
    pub text: String,
}

/// A publication as far as it can be read, and everything that is to be said about its files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The manuscript, without what could not be read; none if the publication's file is missing.
    pub manuscript: Option<Manuscript>,
    /// All problems, in the order of the files and of their places.
    pub problems: Vec<Problem>,
    /// The corrections that were made, in the same order.
    pub corrections: Vec<Correction>,
}

impl Reading {
    /// The manuscript, if no problem is an error.
    #[must_use]
    pub fn valid(&self) -> Option<&Manuscript> {
        let is_error = |problem: &Problem| problem.severity == Severity::Error;
        let has_errors = self.problems.iter().any(is_error);
        self.manuscript.as_ref().filter(|_| !has_errors)
    }
}

/// Reads the files of a publication: `publicatie.md` or `publication.md`, and one file a phase in the order of the
/// numbers that their names begin with. Hidden files and files that aren't Markdown are left out.
#[must_use]
pub fn read(files: &[File]) -> Reading {
    let mut files: Vec<&File> = files
        .iter()
        .filter(|file| is_markdown(&file.name))
        .collect();
    files.sort_by_key(|file| order(&file.name));
    let mut reading = Reading::default();
    let mut phases = vec![];
    for file in &files {
        let name = file.name.as_str();
        match order(name) {
            (Some(0), ..) if reading.manuscript.is_some() => {
                let other = files
                    .first()
                    .map_or("", |file| file.name.as_str())
                    .to_owned();
                let kind = Kind::TwoPublicationFiles { other };
                reading.problems.push(Problem::of_file(kind, name));
            }
            (Some(0), ..) => {
                let manuscript = read_file(file, &mut reading, |reader, nodes| {
                    reader.publication(nodes)
                });
                reading.manuscript = Some(manuscript);
            }
            (Some(_), ..) => phases.push(read_file(file, &mut reading, |reader, nodes| {
                reader.phase(nodes)
            })),
            (None, ..) => {
                let problem = Problem::of_file(Kind::UnexpectedFile, name);
                reading.problems.push(problem);
            }
        }
    }
    match &mut reading.manuscript {
        Some(manuscript) => {
            manuscript.phases = phases;
            let known = empty_texts(&reading.problems);
            let unread = files_with(&reading.problems, |kind| {
                matches!(kind, Kind::UnknownSection { .. } | Kind::NoTitle)
            });
            let untitled = files_with(&reading.problems, |kind| *kind == Kind::NoTitle);
            let is_new = |problem: &Problem| match problem.kind {
                Kind::EmptyText => !known.contains(&place(problem)),
                // The section that would be missed is one of the unknown ones.
                Kind::EmptyPhase { .. } => !unread.contains(&problem.file),
                Kind::MissingLoop => !untitled.contains(&problem.file),
                _ => true,
            };
            let problems = validate(manuscript).into_iter().filter(is_new);
            reading.problems.extend(problems);
        }
        None => {
            let [name, _] = PUBLICATION_FILES;
            let problem = Problem::of_file(Kind::NoPublicationFile, name);
            reading.problems.push(problem);
        }
    }
    let orders: HashMap<_, _> = files
        .iter()
        .enumerate()
        .map(|(index, file)| (file.name.as_str(), index))
        .collect();
    let order_of = |file: &str| orders.get(file).copied();
    reading.problems.sort_by_key(|problem| {
        let range = problem.range.as_ref();
        (order_of(&problem.file), range.map(|range| range.start))
    });
    reading.corrections.sort_by_key(|correction| {
        let Place { file, range } = &correction.place;
        (order_of(file), range.start)
    });
    reading
}

/// The places of empty texts that were found while reading already.
fn empty_texts(problems: &[Problem]) -> HashSet<(String, Option<usize>)> {
    let is_empty = |problem: &&Problem| {
        let kind = &problem.kind;
        matches!(kind, Kind::NoTitle | Kind::TipWithoutText | Kind::EmptyText)
    };
    problems.iter().filter(is_empty).map(place).collect()
}

/// The files with a kind of problem.
fn files_with(problems: &[Problem], is_kind: impl Fn(&Kind) -> bool) -> HashSet<String> {
    let problems = problems.iter().filter(|problem| is_kind(&problem.kind));
    problems.map(|problem| problem.file.clone()).collect()
}

fn place(problem: &Problem) -> (String, Option<usize>) {
    let start = problem.range.as_ref().map(|range| range.start);
    (problem.file.clone(), start)
}

fn read_file<T>(
    file: &File,
    reading: &mut Reading,
    read: impl FnOnce(&mut Reader<'_>, Vec<nodes::Node<'_>>) -> T,
) -> T {
    let name = Arc::from(file.name.as_str());
    let (source, problems, corrections) = paste::correct(&name, &file.text);
    let mut reader = Reader::new(&source);
    let nodes = nodes::parse(&source.text, &mut reader);
    let value = read(&mut reader, nodes);
    reading.problems.extend(problems);
    reading.problems.extend(reader.problems);
    reading.corrections.extend(corrections);
    reading.corrections.extend(reader.corrections);
    value
}

#[allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the name is in lower case"
)]
fn is_markdown(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".md") && !name.starts_with('.')
}

/// The order of a file by its name: the publication, the phases by their numbers, other files.
fn order(name: &str) -> (Option<u32>, bool, &str) {
    if PUBLICATION_FILES.contains(&name) {
        return (Some(0), false, name);
    }
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let number = name.get(..digits).unwrap_or_default().parse::<u32>();
    let number = number.ok().map(|number| number.saturating_add(1));
    (number, number.is_none(), name)
}
