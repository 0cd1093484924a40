//! Encodings and sizes of files.

use pretty_assertions::assert_eq;

use crate::manuscript::{File, Language, check_size, decode, render};

/// The message about bytes that can't be decoded.
fn message(bytes: &[u8]) -> String {
    let problem = decode("a.md", bytes).expect_err("a problem");
    let message = problem.kind.message(Language::English);
    let start = problem.range.map(|range| range.start);
    format!("{start:?}: {message}")
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(decode("a.md", "\u{FEFF}# A".as_bytes()), Ok("# A".into()));
    assert_eq!(decode("a.md", b""), Ok(String::new()));
}

#[test]
fn other_encodings_are_named() {
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    };
    for (bytes, expected) in [
        (
            utf16("\u{FEFF}# A", u16::to_le_bytes),
            "None: the file is in UTF-16 LE; save it as UTF-8",
        ),
        (
            utf16("\u{FEFF}# A", u16::to_be_bytes),
            "None: the file is in UTF-16 BE; save it as UTF-8",
        ),
        (
            utf16("# Analyse", u16::to_le_bytes),
            "None: the file is in UTF-16 LE; save it as UTF-8",
        ),
        (
            b"# A\ngec\xEFteerd \x93zo\x94".to_vec(),
            "Some(7): the file isn't UTF-8 from here on; it looks like Windows-1252; save it as UTF-8",
        ),
        (
            b"# A\ngec\xEFteerd".to_vec(),
            "Some(7): the file isn't UTF-8 from here on; it looks like Latin-1; save it as UTF-8",
        ),
        (
            b"# caf\xC3".to_vec(),
            "Some(5): the file ends in the middle of a letter; it was cut off; copy it again or save it again as UTF-8",
        ),
        (
            b"PK\x03\x04\x14".to_vec(),
            "None: the file isn't text; save it as plain text with the ending .md",
        ),
    ] {
        assert_eq!(message(&bytes), expected);
    }
}

#[test]
fn a_file_that_is_too_large_is_named_before_it_is_read() {
    let problem = check_size("a.md", 5 * 1024 * 1024 + 1).expect("a problem");
    assert_eq!(
        problem.kind.message(Language::Dutch),
        "het bestand heeft 5,1 MB; een bestand heeft hoogstens 5 MB; splits het, of verwijder geplakte afbeeldingen"
    );
    assert_eq!(check_size("a.md", 5 * 1024 * 1024), None);
    let bytes = vec![0xFF; 6 * 1024 * 1024];
    assert!(message(&bytes).starts_with("None: the file has 6.0 MB"));
}

#[test]
fn the_place_of_other_bytes_has_a_line() {
    let bytes = b"# A\ngec\xEFteerd";
    let problem = decode("a.md", bytes).expect_err("a problem");
    let files = [File {
        name: "a.md".into(),
        text: String::from_utf8_lossy(bytes).into_owned(),
    }];
    let text = render(&[*problem], &files, Language::English);
    assert!(text.contains("a.md:2:4"), "{text}");
}
