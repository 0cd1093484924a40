//! Broken and foreign files have a message.

use super::{document, paragraph, zip};
use crate::docx::{convert, is_document};
use crate::manuscript::Language;

#[track_caller]
fn assert_message(bytes: &[u8], part: &str) {
    assert!(is_document(bytes));
    let error = convert(bytes, Language::Dutch).unwrap_err();
    let message = format!("{error:#}");
    assert!(message.contains(part), "{message}");
}

#[test]
fn files_of_other_programs_are_named() {
    assert_message(include_bytes!("../fixtures/plain.doc"), "old form .doc");
    assert_message(include_bytes!("../fixtures/plain.odt"), "OpenDocument");
    assert_message(b"{\\rtf1 a}", "RTF");
    assert_message(b"%PDF-1.7", "PDF");
    let mut encrypted = include_bytes!("../fixtures/plain.doc")[..8].to_vec();
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_message(&encrypted, "password");
    assert_message(&zip(&[("a.txt", "a")]), "zip without a Word document");
    assert_message(&zip(&[("xl/workbook.xml", "<a/>")]), "workbook");
    assert!(!is_document(b"{\"title\": \"PK\"}"));
}

#[test]
fn truncated_documents_are_named() {
    let whole = include_bytes!("../fixtures/word-dutch.docx");
    for length in [2, 4, 100, whole.len() / 2, whole.len() - 30] {
        assert_message(&whole[..length], "damaged or incomplete");
    }
}

#[test]
fn damaged_parts_are_named() {
    for text in [
        "",
        "text",
        "<document><body>",
        "<document/>",
        "<html><body/></html>",
        "<document><body>&a;</body></document>",
    ] {
        assert_message(&zip(&[("word/document.xml", text)]), "expected");
    }
}

#[test]
fn bombs_are_refused_before_they_take_memory_or_time() {
    let entities = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><document><body>&b;</body></document>";
    assert_message(&zip(&[("word/document.xml", entities)]), "DTD");
    let large = format!(
        "<document><body>{}</body></document>",
        " ".repeat(51_000_000)
    );
    assert_message(&zip(&[("word/document.xml", &large)]), "larger than 50 MB");
    for name in ["sdt", "tbl", "p"] {
        let open = format!("<{name}>").repeat(1000);
        assert_message(&document(&open), "deep");
    }
    let attributes: String = (0..1000).map(|index| format!(" a{index}=\"\"")).collect();
    assert_message(&document(&format!("<p{attributes}/>")), "attributes");
}

#[test]
fn long_documents_take_linear_time() {
    let body = paragraph("Q", "a").repeat(20_000) + &super::item(2, 0, "b").repeat(20_000);
    let runs = format!(
        "<p>{}</p>",
        "<r><rPr><b/></rPr><t>a b</t></r><r><t>c</t></r>".repeat(20_000)
    );
    let files = super::files(&format!("{body}{runs}"));
    assert!(files[0].text.len() > 100_000);
}
