//! The Dutch publication, which has no problem.

use pretty_assertions::assert_eq;

use crate::manuscript::{File, Language, charts, read, render};

/// The files of the Dutch publication.
pub(super) fn sample() -> Vec<File> {
    super::files(&[
        (
            "1-explicitering.md",
            include_str!("../fixtures/sample-nl/1-explicitering.md"),
        ),
        (
            "2-analyseren.md",
            include_str!("../fixtures/sample-nl/2-analyseren.md"),
        ),
        (
            "3-vertaling.md",
            include_str!("../fixtures/sample-nl/3-vertaling.md"),
        ),
        (
            "4-implementeren.md",
            include_str!("../fixtures/sample-nl/4-implementeren.md"),
        ),
        (
            "publicatie.md",
            include_str!("../fixtures/sample-nl/publicatie.md"),
        ),
    ])
}

#[test]
fn the_sample_is_read_without_problems_or_corrections() {
    let files = sample();
    let reading = read(&files);
    assert_eq!(render(&reading.problems, &files, Language::Dutch), "");
    assert_eq!(reading.corrections, []);
    let manuscript = reading.manuscript.expect("a manuscript");
    let tips = manuscript.phases.iter().map(|phase| phase.tips.len());
    let questions = || manuscript.phases.iter().flat_map(|phase| &phase.questions);
    let quotes = questions().map(|question| question.quotes.len());
    let counts = (
        manuscript.phases.len(),
        tips.sum::<usize>(),
        questions().count(),
        quotes.sum::<usize>(),
    );
    assert_eq!(counts, (4, 25, 12, 22));
    assert_eq!(charts(&manuscript).count(), 3);
}

#[test]
fn every_quote_of_the_sample_has_a_domain() {
    let manuscript = read(&sample()).manuscript.expect("a manuscript");
    let questions = manuscript.phases.iter().flat_map(|phase| &phase.questions);
    for quote in questions.flat_map(|question| &question.quotes) {
        let domain = manuscript.domain_of(quote).expect("a domain");
        let speaker = quote.speaker.as_ref().expect("a speaker");
        let key = domain.key.as_deref().unwrap_or_default();
        assert_eq!(
            speaker
                .text
                .to_lowercase()
                .replace(' ', "-")
                .strip_suffix(key)
                .is_some(),
            true
        );
    }
}

#[test]
fn the_sample_is_exported_as_it_is_written() {
    let files = sample();
    let manuscript = read(&files).manuscript.expect("a manuscript");
    let exported = crate::manuscript::to_markdown(&manuscript);
    for file in files {
        let same = exported.iter().find(|other| other.name == file.name);
        assert_eq!(
            same.map(|other| &other.text),
            Some(&file.text),
            "{}",
            file.name
        );
    }
}
