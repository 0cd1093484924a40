//! Any bytes, and any mutated document, give files or a message.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::document;
use crate::docx::convert;
use crate::manuscript::{Block, Language, read, render};

fn cases() -> u32 {
    let cases = std::env::var("PROPTEST_CASES").ok();
    cases.and_then(|cases| cases.parse().ok()).unwrap_or(64)
}

/// Does everything with a document that the import does. No result matters.
fn import(bytes: &[u8]) {
    if let Ok(files) = convert(bytes, Language::English) {
        let _ = render(&read(&files).problems, &files, Language::Dutch);
    }
}

const FIXTURES: [&[u8]; 4] = [
    include_bytes!("../fixtures/sample-libreoffice.docx"),
    include_bytes!("../fixtures/constructs-pandoc.docx"),
    include_bytes!("../fixtures/word-changes.docx"),
    include_bytes!("../fixtures/plain.odt"),
];

const ELEMENTS: [&str; 28] = [
    "p",
    "r",
    "t",
    "tab",
    "br",
    "pPr",
    "rPr",
    "b",
    "i",
    "vanish",
    "numPr",
    "hyperlink",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "drawing",
    "txbxContent",
    "fldChar",
    "instrText",
    "footnoteReference",
    "AlternateContent",
    "Choice",
    "oMath",
    "sym",
];

/// Elements in elements, with attributes that some of them know.
fn element() -> impl Strategy<Value = String> {
    let styles = [
        "T", "H1", "H2", "Q", "Loop", "Inhoud", "1", "2", "begin", "separate", "end", "",
    ];
    let leaf = prop_oneof![
        "[a-z *_>#{}:—-]{0,12}"
            .prop_map(|text| format!("<r><t>{}</t></r>", text.replace('>', "&gt;"))),
        proptest::sample::select(styles.to_vec())
            .prop_map(|style| format!("<pPr><pStyle val=\"{style}\"/></pPr>")),
        (0..4_u8, 0..12_u8).prop_map(|(list, level)| format!(
            "<pPr><numPr><ilvl val=\"{level}\"/><numId val=\"{list}\"/></numPr></pPr>"
        )),
        "[a-z: ]{0,12}".prop_map(|text| text),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        let name = proptest::sample::select(ELEMENTS.to_vec());
        let value = proptest::sample::select(styles.to_vec());
        (name, value, vec(inner, 0..6)).prop_map(|(name, value, content)| {
            let content = content.concat();
            format!(
                "<{name} id=\"{value}\" val=\"{value}\" fldCharType=\"{value}\">{content}</{name}>"
            )
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes: Vec<u8>) {
        import(&bytes);
        import(&[b"PK\x03\x04", &*bytes].concat());
    }

    #[test]
    fn mutated_documents_are_read(
        fixture in 0..FIXTURES.len(),
        changes in vec((any::<Index>(), any::<u8>()), 1..8),
        cut in proptest::option::of(any::<Index>()),
    ) {
        let mut bytes = FIXTURES[fixture].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        import(&bytes);
    }

    #[test]
    fn words_are_the_same_after_reading(
        words in "[a-zé\\u{2011} *_#>+=~|`<&!(){}\\[\\]\\\\.:;0-9–—•-]{1,30}",
        marked in "[a-z *_.!(-]{0,12}",
        is_bold: bool,
    ) {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
        let mark = if is_bold { "b" } else { "i" };
        let body = format!(
            "<p><r><t xml:space=\"preserve\">{}</t></r><r><rPr><{mark}/></rPr><t xml:space=\"preserve\">{}</t></r></p>",
            escaped(&words),
            escaped(&marked),
        );
        let files = super::files(&format!("{}{body}", super::paragraph("T", "P")));
        let expected = format!("{words}{marked}");
        let expected = expected.trim();
        prop_assume!(!expected.is_empty() && !expected.contains("{#"));
        let manuscript = read(&files).manuscript.unwrap();
        let [Block::Paragraph(prose)] = &*manuscript.introduction else {
            panic!("{}", files[0].text);
        };
        prop_assert_eq!(prose.plain(), expected, "{}", files[0].text);
    }

    #[test]
    fn any_elements_are_read(elements in vec(element(), 0..12)) {
        import(&document(&elements.concat()));
    }
}
