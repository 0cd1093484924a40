//! Keys that the tool writes.

use pretty_assertions::assert_eq;

use super::{files, small_with};
use crate::manuscript::{complete_keys, read, write_keys};

#[test]
fn keys_are_written_where_they_are_missing_and_nothing_else_changes() {
    let text = "#Analyseren, onderbouwen en meer van werkzame principes\r\nlus: een\r\n\r\n## Tips\r\n\
        1. Creëer bewustzijn over de foto’s.  \r\n   kort: X\r\n2. **Creëer** bewustzijn over de foto’s. {#x} <!-- c -->\r\n\
        3. Creëer bewustzijn over\r\n   de foto’s\r\n• Con\r\n5. 123\r\n\r\n## Ervaringen\r\n### Wat is *het*? ###\r\nTekst\r\n\r\n\
        > Eerste **woorden**\r\n> — Wmo  \r\n> domein: x\r\n\r\n> “Zonder spreker”\r\n\r\n> !?\r\n> – Y\r\n";
    let files = small_with("1-een.md", text);
    let reading = read(&files);
    let manuscript = reading.manuscript.expect("a manuscript");
    let file = files
        .iter()
        .find(|file| file.name == "1-een.md")
        .expect("the file");
    let expected = text
        .replace(
            "principes\r",
            "principes {#analyseren-onderbouwen-en-meer-van}\r",
        )
        .replace(
            "1. Creëer bewustzijn over de foto’s.",
            "1. Creëer bewustzijn over de foto’s. {#creeer-bewustzijn-over-de-fotos}",
        )
        .replace(
            "   de foto’s\r",
            "   de foto’s {#creeer-bewustzijn-over-de-fotos-2}\r",
        )
        .replace("• Con\r", "• Con {#con-2}\r")
        .replace("5. 123\r", "5. 123 {#tip-5}\r")
        .replace("*het*? ###", "*het*? {#wat-is-het} ###")
        .replace("— Wmo ", "— Wmo {#eerste-woorden} ")
        .replace("spreker”\r", "spreker” {#zonder-spreker}\r")
        .replace("– Y\r", "– Y {#citaat-3}\r");
    let written = write_keys(file, &manuscript);
    assert_eq!(written, expected);
    // Reading and writing again changes nothing.
    let files = small_with("1-een.md", &written);
    let mut completed = manuscript;
    complete_keys(&mut completed);
    let again = read(&files).manuscript.expect("a manuscript");
    assert_eq!(again, completed);
    assert_eq!(write_keys(&files[1], &again), written);
}

#[test]
fn keys_of_the_publication_are_written() {
    let text = "# P\n\n## Lussen\n- Eén {#een}\n- Twee {#twee}\n\n## Domeinen\n- 漢字\n- Wmo\n  kort: W\n\n## Achtergrond\nTekst\n";
    let files = small_with("publicatie.md", text);
    let manuscript = read(&files).manuscript.expect("a manuscript");
    let expected = text
        .replace("漢字", "漢字 {#domein-1}")
        .replace("- Wmo", "- Wmo {#wmo}")
        .replace("## Achtergrond", "## Achtergrond {#achtergrond}");
    assert_eq!(write_keys(&files[0], &manuscript), expected);
}

#[test]
fn a_file_with_all_keys_stays_as_it_is() {
    let files = super::sample_test::sample();
    let manuscript = read(&files).manuscript.expect("a manuscript");
    for file in &files {
        assert_eq!(write_keys(file, &manuscript), file.text);
    }
}

#[test]
fn reserved_names_are_no_keys() {
    for word in ["Index", "aux", "nul", "prn", "Com1", "lpt9", "ervaringen"] {
        let files = small_with(
            "1-een.md",
            &format!("# A\nlus: een\n\n## Tips\n1. {word}\n"),
        );
        let mut manuscript = read(&files).manuscript.expect("a manuscript");
        complete_keys(&mut manuscript);
        let key = manuscript.phases[0].tips[0]
            .key
            .as_deref()
            .unwrap_or_default();
        assert_eq!(key, format!("{}-2", word.to_lowercase()));
    }
    let files = files(&super::SMALL);
    let mut manuscript = read(&files).manuscript.expect("a manuscript");
    manuscript.phases[0].name = "Print".into();
    manuscript.phases[0].key = None.into();
    complete_keys(&mut manuscript);
    assert_eq!(manuscript.phases[0].key.as_deref(), Some("print-2"));
}
