//! Citations of an invented publication whose names need escapes in every format. `tests/citations/` reads the files
//! in `fixtures/` back.

use kennislemniscaat::content::Labels;
use test_support::cycles::{Names, cycle};

use super::*;
use crate::fixture::edition_of;
use crate::labels::Words;

const TITLE: &str = "De {kennis}lus – 100 % “beter” & sneller";
const ORGANISATIONS: [&str; 3] = [
    "Ministerie van Volksgezondheid & “Zorg”",
    "Bureau {Acht} – 50 % Über #1",
    "Stichting \"Één_twee\" and Partners",
];

fn edition() -> Edition {
    let mut files = cycle([2, 2], 1, Names::Short);
    files[0].1 = files[0].1.replace("De kennislus", TITLE);
    files[4].1 = files[4].1.replace("# Ontwerpen", "# Ordenen & duiden");
    let mut edition = edition_of(&files);
    edition.organisations = ORGANISATIONS.map(|name| (name.into(), None)).into();
    edition.year = Some(2024);
    edition
}

fn base_url() -> BaseUrl {
    BaseUrl::new("https://example.org/map").unwrap()
}

/// The publication and a phase of it.
fn citations() -> [Citation; 2] {
    let edition = edition();
    let phase = edition.content().phases[3];
    [Route::OVERVIEW, phase].map(|route| Citation::new(&edition, route, Some(&base_url())))
}

fn dutch() -> Labels {
    Words::new("nl", "").unwrap().labels
}

fn apa(citation: &Citation) -> String {
    citation.apa(&dutch()).text()
}

fn of(organisations: &[&str], year: Option<u16>, part_of: Option<&str>) -> Citation {
    Citation {
        id: "titel".into(),
        lang: "nl".into(),
        title: "Titel".into(),
        part_of: part_of.map(str::to_owned),
        organisations: organisations.iter().map(|name| (*name).into()).collect(),
        year,
        url: None,
    }
}

/// The text of a file in `fixtures/`, or that file anew.
#[track_caller]
fn assert_file(name: &str, text: &str) {
    let file = format!(
        "{}/src/citation/fixtures/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    if std::env::var_os("UPDATE_CITATIONS").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap();
    pretty_assertions::assert_eq!(text, expected, "{name}; UPDATE_CITATIONS=1 writes the file");
}

#[test]
fn names_are_escaped_in_every_format() {
    for (name, citation) in ["publication", "phase"].into_iter().zip(citations()) {
        assert_file(&format!("{name}.ris"), &citation.ris());
        assert_file(&format!("{name}.bib"), &citation.bibtex());
        assert_file(&format!("{name}.json"), &citation.csl_json());
        assert_file(&format!("{name}.txt"), &(apa(&citation) + "\n"));
    }
}

#[test]
fn a_ris_record_has_one_author_a_line_and_line_ends_of_windows() {
    let [publication, _] = citations();
    let ris = publication.ris();
    assert_eq!(ris.matches("\r\n").count(), ris.lines().count());
    assert_eq!(ris.matches("\nAU  - ").count(), 3);
    assert!(ris.starts_with("TY  - RPRT\r\n") && ris.ends_with("ER  - \r\n"));
}

#[test]
fn braces_of_an_entry_are_balanced_whatever_the_names_contain() {
    let mut citation = of(&["}{ \\ }"], None, None);
    citation.title = "{{ } \\{".into();
    let mut depth = 0;
    for character in citation.bibtex().chars() {
        depth += i32::from(character == '{') - i32::from(character == '}');
        assert!(depth >= 0);
    }
    assert_eq!(depth, 0);
}

#[test]
fn a_text_has_no_line_break_of_its_own() {
    let mut edition = edition();
    edition.organisations = vec![("A\r\nER  - \u{2028}B\u{AD}C\u{85}".into(), None)];
    let citation = Citation::new(&edition, Route::OVERVIEW, None);
    assert_eq!(citation.organisations, ["A ER - BC"]);
    assert_eq!(citation.ris().matches("\r\nER").count(), 1);
}

#[test]
fn facts_that_are_not_known_are_left_out() {
    let citation = of(&[], None, None);
    assert_eq!(
        citation.ris(),
        "TY  - RPRT\r\nTI  - Titel\r\nLA  - nl\r\nER  - \r\n"
    );
    assert_eq!(
        citation.bibtex(),
        "@misc{titel,\n  title = {{Titel}},\n  language = {nl},\n}\n"
    );
    let item: serde_json::Value = serde_json::from_str(&citation.csl_json()).unwrap();
    assert_eq!(
        item,
        serde_json::json!([{"id": "titel", "type": "report", "title": "Titel", "language": "nl"}])
    );
    assert_eq!(apa(&citation), "Titel. (z.d.).");
}

#[test]
fn names_of_several_words_are_not_divided() {
    let citation = of(
        &["Movisie", "Nederlands Instituut", "Zorg, Welzijn en Sport"],
        None,
        None,
    );
    let names: Vec<_> = citation.undivided_names().collect();
    assert_eq!(
        names,
        ["Movisie", "Nederlands Instituut,", "Zorg, Welzijn en Sport"]
    );
}

#[test]
fn a_reference_follows_the_style() {
    let many: Vec<_> = (1..=21).map(|number| format!("O{number}")).collect();
    let many: Vec<_> = many.iter().map(String::as_str).collect();
    let twenty = many[..19].join(", ");
    for (citation, expected) in [
        (of(&["A"], Some(2016), None), "A. (2016). Titel.".to_owned()),
        (of(&["A b.v."], None, None), "A b.v. (z.d.). Titel.".into()),
        (
            of(&["A", "B"], Some(2016), None),
            "A & B. (2016). Titel.".into(),
        ),
        (
            of(&["A", "B", "C"], Some(2016), Some("Werk: Wat?")),
            "A, B, & C. (2016). Titel. In Werk: Wat?".into(),
        ),
        (
            of(&[], Some(2016), Some("Werk")),
            "Titel. (2016). In Werk.".into(),
        ),
        (
            of(&many[..20], Some(2016), None),
            format!("{twenty}, & O20. (2016). Titel."),
        ),
        (
            of(&many, Some(2016), None),
            format!("{twenty}, … O21. (2016). Titel."),
        ),
    ] {
        assert_eq!(apa(&citation), expected);
    }
}

#[test]
fn a_reference_has_the_words_of_its_language() {
    let english = Words::new("en", "").unwrap().labels;
    let citation = of(&["A"], None, None);
    assert_eq!(citation.apa(&english).text(), "A. (n.d.). Titel.");
}

#[test]
fn every_view_is_a_source_with_its_own_title_and_identifier() {
    let edition = edition();
    let routes = edition.content().views.routes();
    let citations: Vec<_> = routes
        .map(|route| Citation::new(&edition, route, Some(&base_url())))
        .collect();
    let ids: std::collections::HashSet<_> = citations.iter().map(|citation| &citation.id).collect();
    assert_eq!(ids.len(), citations.len());
    for citation in &citations {
        let is_plain = |character: char| character.is_ascii_alphanumeric() || character == '-';
        assert!(citation.id.chars().all(is_plain), "{}", citation.id);
        assert!(!citation.title.ends_with(TITLE), "{}", citation.title);
    }
    assert_eq!(citations[0].title, format!("{TITLE}: Hoe stroomt kennis?"));
    assert_eq!(citations[0].part_of, None);
    assert_eq!(citations[1].part_of.as_ref(), Some(&citations[0].title));
}
