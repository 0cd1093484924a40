//! Documents of pandoc, LibreOffice and python-docx.

use pretty_assertions::assert_eq;

use crate::docx::convert;
use crate::manuscript::{File, Language, Severity, complete_keys, read, render, to_markdown};

fn convert_and_render(bytes: &[u8]) -> (Vec<File>, String) {
    let files = convert(bytes, Language::Dutch).unwrap();
    let problems = read(&files).problems;
    let text = render(&problems, &files, Language::English);
    (files, text)
}

/// The files of the sample, as the export writes them.
fn sample() -> Vec<File> {
    let file = |name: &str, text: &str| File {
        name: name.into(),
        text: text.into(),
    };
    let files = [
        file(
            "publicatie.md",
            include_str!("../../manuscript/fixtures/sample-nl/publicatie.md"),
        ),
        file(
            "1-explicitering.md",
            include_str!("../../manuscript/fixtures/sample-nl/1-explicitering.md"),
        ),
        file(
            "2-analyseren.md",
            include_str!("../../manuscript/fixtures/sample-nl/2-analyseren.md"),
        ),
        file(
            "3-vertaling.md",
            include_str!("../../manuscript/fixtures/sample-nl/3-vertaling.md"),
        ),
        file(
            "4-implementeren.md",
            include_str!("../../manuscript/fixtures/sample-nl/4-implementeren.md"),
        ),
    ];
    to_markdown(&read(&files).manuscript.unwrap())
}

#[test]
fn a_whole_publication_is_the_same_after_word() {
    for bytes in [
        &include_bytes!("../fixtures/sample-pandoc.docx")[..],
        include_bytes!("../fixtures/sample-libreoffice.docx"),
    ] {
        let (files, problems) = convert_and_render(bytes);
        assert_eq!(problems, "");
        let mut manuscript = read(&files).manuscript.unwrap();
        complete_keys(&mut manuscript);
        assert_eq!(to_markdown(&manuscript), sample());
    }
}

#[test]
fn a_document_of_dutch_word_has_no_problems() {
    let (files, problems) = convert_and_render(include_bytes!("../fixtures/word-dutch.docx"));
    assert_eq!(problems, "");
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["publicatie.md", "1-vragen.md", "2-beslissen.md"]);
    assert_eq!(
        files[0].text,
        "# Ons model\nondertitel: Hoe leren wij van elkaar?\n\nEen inleiding met een \\* en een \\_ en \\[haken\\].\n\n\
        ## Lussen\n- Praktijk {#praktijk}\n- Beleid {#beleid}\n  kort: beleid\n\n\
        ## Achtergrond {#achtergrond}\ntitel: Waar komt dit vandaan?\n\nWij begonnen in 2016.\n\n\
        ### De deelnemers\n\nIedereen deed mee.\n"
    );
    assert_eq!(
        files[1].text,
        "# Vragen stellen {#vragen}\nkort: Vragen\nLus: praktijk\n\n\
        Nooit is **iets** _gevraagd_ wat niet [wordt gevraagd](https://example.org/a\\_b?c=\\(d\\)\\&e=f%20g).\n\n\
        ## Tips\n1. Vraag door. {#vraag-door}\n\n   Twee keer waarom is vaak genoeg.\n   Dat is een regel.\n2. Schrijf elke vraag op. {#schrijf}\n\n\
        ## Ervaringen\n\n### Hoe vinden adviseurs hun vragen? {#hoe}\n\n\
        In gesprekken:\n- met bewoners, en\n  - met wie er woont\n- met collega’s.\n\n\
        > Ik vraag eerst.\n>\n> Dan lees ik pas.\n> — Adviseur jeugd {#citaat-1}\n\n> Nog een.\n> — Adviseur Wmo\n"
    );
    let english = convert(
        include_bytes!("../fixtures/word-dutch.docx"),
        Language::English,
    );
    let english = english.unwrap();
    assert_eq!(english[0].name, "publication.md");
    assert!(english[0].text.starts_with("# Ons model\nsubtitle: "));
}

#[test]
fn constructs_without_a_place_are_named() {
    let (files, _) = convert_and_render(include_bytes!("../fixtures/constructs-pandoc.docx"));
    let problems = read(&files).problems;
    let codes: Vec<_> = problems
        .iter()
        .map(|problem| format!("{:?} {}", problem.severity, problem.kind.code()))
        .collect();
    assert_eq!(
        codes,
        [
            "Error unsupported",
            "Error unsupported",
            "Error unsupported",
            "Error unsupported",
            "Error list-too-deep",
            "Error heading-too-deep",
            "Warning bold-paragraph",
            "Error unsupported",
        ]
    );
    assert!(
        problems
            .iter()
            .all(|problem| problem.file == "1-fase.md" && problem.range.is_some())
    );
    assert_eq!(problems[0].severity, Severity::Error);
    assert!(files[1].text.contains("[^1]: De tekst van de noot."));
}

#[test]
fn changes_are_accepted_and_hidden_words_left_out() {
    let (files, problems) = convert_and_render(include_bytes!("../fixtures/word-changes.docx"));
    let phase = &files[1].text;
    assert!(phase.contains("Een deel en het vervolg.\n"), "{phase}");
    assert!(phase.contains("Woorden erbij lees-vorm na\nde regel[een veld](https://example.org/veld#plek)\u{FFFD}![](picture)\n"), "{phase}");
    assert!(
        !phase.contains("geheim") && !phase.contains("eraf"),
        "{phase}"
    );
    assert!(problems.contains("a letter was lost"), "{problems}");
    assert!(
        problems.contains("“lus:”, the name of a fact"),
        "{problems}"
    );
}
