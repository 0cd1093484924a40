//! The product's own publication is whole: nothing of the original was lost or added.

use std::collections::BTreeMap;

use kennislemniscaat::route::Kind;
use serde_json::Value;

use crate::fixture::{editions, publication, publication_in};
use crate::manuscript::{Piece, PieceText, Text, pieces};

#[test]
fn every_phase_has_its_tips_and_questions_in_every_language() {
    let counts = |index: usize| {
        let publication = publication();
        let phases = publication.texts[index]
            .manuscript
            .phases
            .clone()
            .into_iter();
        phases
            .map(|phase| {
                let quotes = phase.questions.iter().map(|question| question.quotes.len());
                (phase.tips.len(), phase.questions.len(), quotes.sum())
            })
            .collect::<Vec<(usize, usize, usize)>>()
    };
    assert_eq!(counts(0), [(6, 3, 6), (5, 3, 6), (7, 2, 5), (7, 4, 5)]);
    assert_eq!(counts(0), counts(1));
}

#[test]
fn all_22_quotes_carry_their_speaker_and_domain() {
    for text in publication().texts {
        let manuscript = &text.manuscript;
        let questions = manuscript.phases.iter().flat_map(|phase| &phase.questions);
        let quotes = questions.flat_map(|question| &question.quotes);
        let domains: Vec<_> = quotes
            .map(|quote| {
                assert!(quote.speaker.is_some());
                manuscript
                    .domain_of(quote)
                    .and_then(|domain| domain.key.as_deref())
            })
            .collect();
        assert_eq!(domains.len(), 22);
        let count = |key| {
            domains
                .iter()
                .filter(|domain| **domain == Some(key))
                .count()
        };
        let counts = ["wmo", "participatie", "sociaal-domein", "jeugd"].map(count);
        assert_eq!(counts, [14, 6, 1, 1], "{}", text.lang);
    }
}

#[test]
fn the_publication_has_no_weakness() {
    let warnings = publication().warnings;
    assert!(warnings.problems.is_empty(), "{warnings}");
}

#[test]
fn the_five_organisations_are_named() {
    for edition in editions() {
        assert_eq!(edition.organisations.len(), 5);
        assert_eq!(edition.year, Some(2016));
    }
}

#[test]
fn published_addresses_never_change_silently() {
    for (name, views) in [("kennislemniscaat", 70), ("kennis-naar-actie", 65)] {
        let mut publication = publication_in(name);
        let before = publication.permalinks.to_text();
        for edition in publication.editions().expect("charts") {
            assert_eq!(edition.content().views.routes().len(), views, "{name}");
        }
        assert_eq!(
            publication.permalinks.to_text(),
            before,
            "every piece has its address in permalinks.tsv: links to it are out in the world"
        );
    }
}

#[test]
fn the_second_publication_has_no_weakness_and_at_least_three_tips_a_phase() {
    let publication = publication_in("kennis-naar-actie");
    assert!(
        publication.warnings.problems.is_empty(),
        "{}",
        publication.warnings
    );
    for text in &publication.texts {
        let phases = &text.manuscript.phases;
        assert_eq!(phases.len(), 10);
        assert!(
            phases
                .iter()
                .all(|phase| phase.tips.len() >= 3 && phase.questions.is_empty())
        );
        assert_eq!(text.files.len(), 11);
    }
}

#[test]
fn translated_quotes_are_marked() {
    let [nl, en] = editions();
    let speakers = |edition: &crate::edition::Edition| {
        let views = &edition.content().views;
        let quotes = views
            .routes()
            .filter(|route| views.get(*route).kind == Kind::Quote);
        quotes
            .map(|route| views.get(route).speaker.clone())
            .collect::<Vec<_>>()
    };
    assert!(
        speakers(&nl)
            .iter()
            .all(|speaker| !speaker.ends_with("(vertaald)"))
    );
    assert!(
        speakers(&en)
            .iter()
            .all(|speaker| speaker.ends_with("(translated)"))
    );
}

#[test]
fn words_of_another_language_are_marked() {
    let content = editions()[0].content().clone();
    let json = serde_json::to_string(&content.views).expect("JSON");
    assert_eq!(json.matches("{\"foreign\":[\"en\",").count(), 2);
}

#[test]
fn keywords_and_themes_are_those_of_the_golden_queries() {
    let keywords = include_str!("../../tests/search/golden/keywords.tsv");
    let themes = include_str!("../../tests/search/golden/themes.tsv");
    for (index, text) in (1..).zip(publication().texts) {
        let pieces = pieces(&text.manuscript);
        let facts = || pieces.iter().filter_map(facts);
        let of_pieces = facts().map(|(key, _, keywords)| (key, join(keywords, ", ")));
        assert_eq!(filled(of_pieces), column(keywords, index), "{}", text.lang);
        let of_pieces = facts().map(|(key, themes, _)| (key, join(themes, " ")));
        assert_eq!(filled(of_pieces), column(themes, 1), "{}", text.lang);
        let keys = text.manuscript.themes.iter();
        let keys: Vec<_> = keys.filter_map(|theme| theme.key.as_deref()).collect();
        assert_eq!(
            keys.join(" "),
            "vindbaarheid betrouwbaarheid vorm leren netwerken tijd-en-geld politiek"
        );
    }
}

/// The key of a piece that search finds, with its themes and keywords.
fn facts<'m>(piece: &'m Piece<'m>) -> Option<(&'m str, &'m [Text], &'m [Text])> {
    let key = piece.path.as_str();
    Some(match piece.text {
        PieceText::Overview(overview) => (".", &[], &overview.keywords),
        PieceText::Background(background) => (key, &[], &background.keywords),
        PieceText::Phase(phase) => (key, &phase.themes, &phase.keywords),
        PieceText::Tip(tip) => (key, &tip.themes, &tip.keywords),
        PieceText::Question(question) => (key, &question.themes, &question.keywords),
        PieceText::Quote(quote) => (key, &quote.themes, &quote.keywords),
        _ => return None,
    })
}

fn join(texts: &[Text], separator: &str) -> String {
    let texts: Vec<_> = texts.iter().map(Text::as_str).collect();
    texts.join(separator)
}

/// The rows with a value, by their keys.
fn filled<'k>(rows: impl Iterator<Item = (&'k str, String)>) -> BTreeMap<&'k str, String> {
    rows.filter(|(_, value)| !value.is_empty()).collect()
}

/// A column of a table with tabs, by the keys in its first column.
fn column(table: &str, index: usize) -> BTreeMap<&str, String> {
    let rows = table.lines().skip(1).map(|line| {
        let fields: Vec<_> = line.split('\t').collect();
        (fields[0], fields[index].to_owned())
    });
    rows.collect()
}

#[test]
fn every_tip_and_phase_of_the_second_publication_has_a_theme() {
    for text in publication_in("kennis-naar-actie").texts {
        for phase in &text.manuscript.phases {
            assert!(!phase.themes.is_empty(), "{}", phase.name.text);
            for tip in &phase.tips {
                assert!(!tip.themes.is_empty(), "{}", tip.text.text);
            }
        }
    }
}

/// Texts of the Dutch publication that are not in its source: the names of the loops, of which the source speaks in one
/// breath, the reference to the source itself, and two spellings.
const OWN_TEXTS: [&str; 5] = [
    "Lokale kennisinfrastructuur",
    "Landelijke kennisinfrastructuur",
    "Implementatie",
    "Trimbos-instituut",
    "De kennislemniscaat, klikbare publicatie van Movisie, Nederlands Jeugdinstituut, Nederlands Centrum Jeugdgezondheid, Vilans en Trimbos-instituut, uit het project Integraal Werken in de Wijk, november 2016.",
];

/// The text of the Dutch publication.
const SOURCE: &str = include_str!("../../publications/kennislemniscaat/source.txt");

/// A text without what differs between the publication and its source.
fn visible(text: &str) -> String {
    let is_visible = |letter: &char| {
        !letter.is_whitespace() && !matches!(letter, '-' | '‐' | '‑' | '–' | '—' | '\u{AD}')
    };
    text.chars().filter(is_visible).collect()
}

#[test]
fn every_piece_is_on_the_page_that_it_names() {
    let pages: Vec<_> = SOURCE.split("\n\n\n\n").map(visible).collect();
    let mut count = 0;
    let mut check = |page: Option<u16>, text: &str| {
        let page = usize::from(page.expect("a page"));
        assert!(pages[page - 1].contains(&visible(text)), "{page}: {text}");
        count += 1;
    };
    for phase in &publication().texts[0].manuscript.phases {
        for tip in &phase.tips {
            check(tip.page.or(phase.tips_page), tip.text.as_str());
        }
        for question in &phase.questions {
            let page = question.page.or(phase.experiences_page);
            check(page, question.text.as_str());
            let quotes = question.quotes.iter().flat_map(|quote| &quote.paragraphs);
            quotes.for_each(|paragraph| check(page, &paragraph.plain()));
        }
    }
    assert!(count > 55, "{count}");
}

#[test]
fn every_text_is_that_of_the_source_but_for_line_breaks_and_hyphens() {
    let source = visible(SOURCE);
    let manuscript = &publication().texts[0].manuscript;
    let mut texts = Vec::new();
    add_texts(&serde_json::to_value(manuscript).expect("JSON"), &mut texts);
    assert!(texts.len() > 150, "{}", texts.len());
    texts.retain(|text| !source.contains(&visible(text)));
    texts.sort_unstable();
    let mut expected = OWN_TEXTS;
    expected.sort_unstable();
    assert_eq!(texts, expected);
}

/// The texts of a manuscript that its source has: its readers don't see the others, and themes and keywords were added
/// for those who search.
fn add_texts(value: &Value, texts: &mut Vec<String>) {
    const OTHERS: [&str; 9] = [
        "columns", "domain", "in_loop", "key", "keywords", "lang", "themes", "url", "words",
    ];
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| add_texts(value, texts)),
        Value::Object(fields) => {
            let of_source = fields
                .iter()
                .filter(|(name, _)| !OTHERS.contains(&name.as_str()));
            of_source.for_each(|(_, value)| add_texts(value, texts));
        }
        _ => {}
    }
}
