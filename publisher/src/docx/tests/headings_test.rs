//! Files and headings.

use pretty_assertions::assert_eq;

use super::{files, paragraph};

fn names(body: &str) -> Vec<String> {
    files(body).into_iter().map(|file| file.name).collect()
}

#[test]
fn the_first_heading_is_the_publication_without_a_title() {
    let body = [
        paragraph("H1", "Model van ons"),
        paragraph("H1", "Fase één"),
        paragraph("Niveau", "Tips"),
        paragraph("Eigen", "Bron"),
        paragraph("H1", "?"),
    ];
    let files = files(&body.concat());
    let texts: Vec<_> = files
        .iter()
        .map(|file| (file.name.as_str(), file.text.as_str()))
        .collect();
    assert_eq!(
        texts,
        [
            ("publicatie.md", "# Model van ons\n\n## Bron\n"),
            ("1-fase-een.md", "# Fase één\n\n## Tips\n"),
            ("2-fase.md", "# ?\n"),
        ]
    );
}

#[test]
fn headings_below_a_raised_section_are_raised_with_it() {
    let body = [
        paragraph("T", "P"),
        paragraph("H1", "Fase"),
        paragraph("H1", "Achtergrond {#a}"),
        paragraph("H3", "Zonder tussenkop"),
        paragraph("H2", "Deel"),
        paragraph("H3", "Onderdeel"),
        paragraph("H2", "Bron"),
        paragraph("H3", "Deel"),
    ];
    let files = files(&body.concat());
    assert_eq!(
        files[0].text,
        "# P\n\n## Achtergrond {#a}\n\n### Zonder tussenkop\n\n### Deel\n\n#### Onderdeel\n\n## Bron\n\n### Deel\n"
    );
    assert_eq!(files.len(), 2);
}

#[test]
fn tables_of_contents_and_empty_headings_are_left_out() {
    let body = [
        paragraph("T", "P"),
        paragraph("Inhoud", "Fase 3"),
        paragraph("H1", " "),
        "<sdt><sdtPr><docPartObj><docPartGallery val=\"Table of Contents\"/></docPartObj></sdtPr><sdtContent>".into(),
        paragraph("H1", "Inhoud"),
        "</sdtContent></sdt>".into(),
        paragraph("Loop", "Tekst"),
    ];
    let files = files(&body.concat());
    assert_eq!(files[0].text, "# P\n\nTekst\n");
    assert_eq!(files.len(), 1);
}

#[test]
fn a_key_names_the_file_of_a_phase() {
    let body = [
        paragraph("T", "P"),
        paragraph("H1", "Een lange titel {#kort}"),
    ];
    assert_eq!(names(&body.concat()), ["publicatie.md", "1-kort.md"]);
}
