//! Problems of a publication as a whole have messages with their file.

use std::fs;
use std::path::Path;

use crate::fixture;
use crate::manuscript::Language;
use crate::publication::Publication;

/// The messages about a new publication after a change to its folder.
fn messages(change: impl Fn(&Path)) -> String {
    let (_work, folder) = fixture::new_publication("Vragen, Leren / Doen");
    change(&folder);
    match Publication::read(&folder) {
        Ok(publication) => publication.warnings.text(Language::English),
        Err(report) => report.text(Language::English),
    }
}

/// The messages after a file got another text.
fn with_file(name: &str, bytes: &[u8]) -> String {
    messages(|folder| {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    })
}

#[test]
fn a_new_publication_has_nothing_to_fix() {
    assert_eq!(messages(|_| {}), "");
}

#[test]
fn hidden_files_and_files_of_other_kinds_are_left_alone() {
    assert_eq!(with_file("nl/._1-vragen.md", b"\0\xFF"), "");
    assert_eq!(with_file("nl/kladversie.docx", b"PK\x03\x04"), "");
}

#[test]
fn every_message_names_its_file() {
    let utf16: Vec<u8> = "\u{FEFF}# Vragen"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let large = vec![b'a'; 6 * 1024 * 1024];
    for (name, bytes, expected) in [
        (
            "nl/1-vragen.md",
            &b"# Vragen\nlus: praktijk\n\n## Tips\n1. Erdo\xC4\x9Fan en \xE6\xBC\xA2\xE5\xAD\x97\n"
                [..],
            "share cards lacks: ğ 字 漢",
        ),
        ("nl/1-vragen.md", &utf16, "save it as UTF-8"),
        ("nl/1-vragen.md", b"# Cura\xE7ao\n", "save it as UTF-8"),
        ("nl/1-vragen.md", &large, "at most 5 MB"),
        ("nl/labels.toml", b"tip = \"Advies\"\n", "lacks {number}"),
        (
            "nl/labels.toml",
            b"tipz = \"Advies\"\n",
            "did you mean “tips”?",
        ),
        ("nl/labels.toml", b"tip\n", "key with no value"),
        ("permalinks.tsv", b"nl\tpad\n", "has 2 columns"),
        ("study.csv", b"a;b\n1;\n", "nothing in the column"),
        (
            "publication.toml",
            b"languages = [\"nl\"]\nelement = \"model\"\n",
            "is no name of an element",
        ),
        (
            "publication.toml",
            b"languages = [\"nl\", \"../en\"]\n",
            "is no language",
        ),
        (
            "publication.toml",
            b"languages = [\"nl\"]\nlicence = \"CC BY\"\n",
            "is no address of a licence",
        ),
        (
            "publication.toml",
            b"languages = [\"nl\"]\ncontact = \"Anna\"\n",
            "is no way to reach someone",
        ),
        (
            "publication.toml",
            b"languages = [\"nl\"]\nbase_url = \"example.org\"\n",
            "is no address of a site",
        ),
        (
            "publication.toml",
            b"languages = [\"nl\", \"ar\"]\n",
            "from right to left",
        ),
        (
            "publication.toml",
            b"languages = [\"nl\", \"en\"]\n",
            "can't be read",
        ),
    ] {
        let messages = with_file(name, bytes);
        assert!(messages.contains(expected), "{name}: {messages}");
        let file = match expected {
            "from right to left" => "ar",
            "can't be read" => "en",
            _ => name,
        };
        assert!(messages.contains(file), "{name}: {messages}");
    }
}

#[test]
fn a_chart_without_its_numbers_is_named_with_its_line() {
    let chart = |study: Option<&[u8]>| {
        messages(|folder| {
            let file = folder.join("nl/publicatie.md");
            let text = fs::read_to_string(&file).expect("the text");
            fs::write(
                file,
                text + "\n## Achtergrond\nVan ons.\n\ngrafiek: plaats\n",
            )
            .expect("a save");
            if let Some(study) = study {
                fs::write(folder.join("study.csv"), study).expect("a study");
            }
        })
    };
    assert_eq!(chart(Some(b"plaats\nEde\n")), "");
    let missing = chart(None);
    assert!(
        missing.contains("has no study.csv") && missing.contains("nl/publicatie.md:"),
        "{missing}"
    );
    let other = chart(Some(b"gemeente\nEde\n"));
    assert!(
        other.contains("counts the column “plaats”") && other.contains("its columns: gemeente"),
        "{other}"
    );
}

#[test]
fn a_language_without_words_of_the_product_needs_its_own() {
    let messages = messages(|folder| {
        fs::rename(folder.join("nl"), folder.join("fy")).expect("a folder");
        fs::write(folder.join("publication.toml"), "languages = [\"fy\"]\n").expect("a file");
    });
    assert!(messages.contains("has no words in “fy”"), "{messages}");
}
