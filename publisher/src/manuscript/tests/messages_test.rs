//! Every message has its two parts in both languages.

use std::collections::HashSet;

use kennislemniscaat::content::PlaceholderProblem;

use crate::colors::{PLACES, Weakness};
use crate::manuscript::{Change, Construct, Kind, Language};

/// One problem of each kind. The order is that of the type.
#[allow(clippy::too_many_lines, reason = "a line or two a kind")]
fn kinds() -> Vec<Kind> {
    let text = || "x".to_owned();
    let nearest = || Some("y".to_owned());
    let known = || vec!["y".to_owned()];
    let facts = || vec![["kort", "short"]];
    let constructs = [
        Construct::Table,
        Construct::Image,
        Construct::Footnote,
        Construct::Code,
        Construct::InlineCode,
        Construct::IndentedCode,
        Construct::Rule,
        Construct::Html("<b>".into()),
    ];
    let mut kinds = vec![
        Kind::NoPublicationFile,
        Kind::TwoPublicationFiles { other: text() },
        Kind::UnexpectedFile,
        Kind::FrontMatter,
        Kind::Utf16 { big_endian: true },
        Kind::OtherEncoding {
            encoding: "Latin-1",
        },
        Kind::TruncatedUtf8,
        Kind::NotText,
        Kind::TooLarge { size: 6_000_000 },
        Kind::TooManyPieces { count: 20_001 },
        Kind::TooDeep,
        Kind::ControlCharacter {
            code: 3,
            after: text(),
        },
        Kind::UnclosedComment,
        Kind::Unreadable { message: text() },
        Kind::RightToLeft { lang: text() },
        Kind::MissingLetters { letters: text() },
        Kind::UnreadableFolder { message: text() },
        Kind::NoLanguage,
        Kind::NoDefaultLanguage { found: known() },
        Kind::UnnamedLanguage { lang: text() },
        Kind::BadLanguage { lang: text() },
        Kind::BadToml { message: text() },
        Kind::UnknownSetting {
            name: text(),
            nearest: nearest(),
            known: vec!["y"],
        },
        Kind::BadElement { name: text() },
        Kind::BadLicence { url: text() },
        Kind::BadContact { contact: text() },
        Kind::BadDate { date: text() },
        Kind::BadBaseUrl { url: text() },
        Kind::ColorCount { given: 3, count: 4 },
        Kind::BadColors {
            light: text(),
            dark: text(),
        },
        Kind::WeakColors(Weakness::AlikeInGray {
            phases: (0, 1),
            place: PLACES[0],
            contrast: 1.0,
        }),
        Kind::LabelIsNoText { name: text() },
        Kind::UnknownLabel {
            name: text(),
            nearest: nearest(),
        },
        Kind::Placeholder(PlaceholderProblem {
            unknown: Some(text()),
            missing: None,
            known: vec![],
        }),
        Kind::Placeholder(PlaceholderProblem {
            unknown: None,
            missing: Some("y"),
            known: vec!["y"],
        }),
        Kind::MissingLabels {
            lang: text(),
            missing: vec!["y"],
        },
        Kind::BadCsv { message: text() },
        Kind::UnnamedColumn { number: 2 },
        Kind::RowLength {
            count: 3,
            expected: 2,
        },
        Kind::EmptyCell { column: text() },
        Kind::NoStudy,
        Kind::UnknownColumn {
            column: text(),
            known: known(),
        },
        Kind::AddressColumns { count: 2 },
        Kind::AddressTwice { path: text() },
        Kind::MissingPhase {
            key: text(),
            lang: text(),
        },
        Kind::UnknownPhase {
            key: text(),
            known: known(),
        },
        Kind::PhaseOrder { expected: known() },
        Kind::OtherLoop { expected: text() },
        Kind::LoopKey {
            key: text(),
            expected: text(),
        },
        Kind::SourceLanguage { lang: text() },
        Kind::UnknownLanguage {
            lang: text(),
            known: known(),
        },
        Kind::UnknownPiece {
            key: text(),
            nearest: nearest(),
        },
        Kind::TranslationLine { columns: 2 },
        Kind::NotInTranslation {
            key: text(),
            lang: text(),
            below: text(),
        },
        Kind::PhaseWritten {
            key: text(),
            lang: text(),
        },
        Kind::SourceChanged { key: text() },
        Kind::NotTranslated { key: text() },
        Kind::NotInSource { key: text() },
        Kind::NoTitle,
        Kind::SecondTitle,
        Kind::TextBeforeTitle,
        Kind::UnknownSection {
            name: text(),
            nearest: nearest(),
            is_publication: true,
        },
        Kind::DuplicateSection { name: text() },
        Kind::HeadingTooDeep { level: 4 },
        Kind::HeadingNotHere,
        Kind::TextNotHere {
            section: ["Lussen", "Loops"],
        },
        Kind::TextBeforeQuestion,
        Kind::TextBetweenTips { spaces: 3 },
        Kind::ListRestarts { spaces: 5 },
        Kind::TextAfterQuote,
        Kind::QuoteNotHere,
        Kind::SpeakerInMiddle,
        Kind::ListInQuote,
        Kind::QuoteInQuote,
        Kind::TipWithoutText,
        Kind::SeveralParagraphs,
        Kind::ListTooDeep,
        Kind::BoldParagraph { text: text() },
        Kind::LinkInTitle { url: text() },
        Kind::SeveralLinks,
        Kind::UnknownFact {
            name: text(),
            nearest: nearest(),
            known: facts(),
        },
        Kind::NotAFact,
        Kind::FactNotHere {
            name: text(),
            known: facts(),
        },
        Kind::DuplicateFact { name: text() },
        Kind::EmptyFact { name: text() },
        Kind::FactInProse { name: text() },
        Kind::BadYear { value: text() },
        Kind::BadPage { value: text() },
        Kind::BadForeign { value: text() },
        Kind::ChartAmongFacts,
        Kind::BadKey { key: text() },
        Kind::LongKey {
            key: text(),
            length: 61,
        },
        Kind::DuplicateKey { key: text() },
        Kind::FixedKey { key: text() },
        Kind::LoopCount { count: 1 },
        Kind::MissingLoop,
        Kind::UnknownLoop {
            name: text(),
            nearest: nearest(),
            known: known(),
        },
        Kind::EmptyLoop { name: text() },
        Kind::LoopsApart { crossings: 4 },
        Kind::PhaseCount { count: 13 },
        Kind::PhasesInLoop {
            name: text(),
            count: 9,
        },
        Kind::EmptyPhase { name: text() },
        Kind::EmptyText,
        Kind::BadLink { url: text() },
        Kind::OrganisationLink { url: text() },
        Kind::UnknownTheme {
            name: text(),
            nearest: nearest(),
            known: known(),
        },
        Kind::UnknownDomain {
            name: text(),
            nearest: None,
            known: vec![],
        },
        Kind::ChartColumns { count: 3 },
        Kind::SeenMarkup { mark: text() },
        Kind::Mojibake { part: text() },
        Kind::LostLetter,
        Kind::DoubledQuotes { marks: text() },
        Kind::SoftHyphen,
        Kind::PhaseCountInText {
            words: text(),
            count: 5,
        },
    ];
    kinds.extend(constructs.map(Kind::Unsupported));
    kinds
}

#[test]
fn every_kind_has_a_message_of_its_own_in_both_languages() {
    let mut seen = HashSet::new();
    for kind in kinds() {
        for language in [Language::Dutch, Language::English] {
            let (wrong, expected) = kind.parts(language);
            assert!(!wrong.is_empty() && !expected.is_empty(), "{kind:?}");
            assert!(seen.insert(kind.message(language)), "{kind:?}");
        }
    }
}

#[test]
fn every_kind_is_listed_here() {
    let source = include_str!("../kind.rs");
    let (_, variants) = source.split_once("pub enum Kind {").expect("the type");
    let (variants, _) = variants.split_once("\n}").expect("its end");
    let names = variants.lines().filter_map(|line| {
        let name = line.strip_prefix("    ")?;
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = &name[..end.unwrap_or(name.len())];
        name.starts_with(|first: char| first.is_ascii_uppercase())
            .then_some(name)
    });
    let debug: Vec<_> = kinds().iter().map(|kind| format!("{kind:?}")).collect();
    for name in names {
        let is_name = |kind: &String| {
            kind.strip_prefix(name)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        assert!(debug.iter().any(is_name), "{name}");
    }
}

#[test]
fn codes_are_in_kebab_case() {
    let codes: Vec<_> = kinds().iter().map(Kind::code).collect();
    assert!(codes.contains(&"text-between-tips".to_owned()), "{codes:?}");
    assert!(codes.contains(&"utf16".to_owned()), "{codes:?}");
}

#[test]
fn corrections_have_a_sentence_in_both_languages() {
    let change = Change::QuotedAddress;
    assert_eq!(
        [Language::Dutch, Language::English].map(|language| change.message(language)),
        [
            "aanhalingstekens om een adres weggelaten",
            "quotation marks around an address left out",
        ]
    );
}
