//! Tests of documents of real programs, of small invented ones, and of broken ones.

mod broken_test;
mod fuzz_test;
mod headings_test;
mod programs_test;
mod text_test;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::convert;
use crate::manuscript::{File, Language};

const RELATIONSHIPS: &str = r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;
const PARTS: &str = r#"<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/><Relationship Id="l" Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>"#;
const STYLES: &str = r#"<styles>
    <style type="paragraph" styleId="T"><name val="Title"/></style>
    <style type="paragraph" styleId="H1"><name val="heading 1"/></style>
    <style type="paragraph" styleId="H2"><name val="heading 2"/></style>
    <style type="paragraph" styleId="H3"><name val="heading 3"/></style>
    <style type="paragraph" styleId="Eigen"><name val="Eigen kop"/><basedOn val="H1"/></style>
    <style type="paragraph" styleId="Niveau"><name val="Niveau"/><pPr><outlineLvl val="1"/></pPr></style>
    <style type="paragraph" styleId="Inhoud"><name val="toc 1"/></style>
    <style type="paragraph" styleId="Q"><name val="Quote"/><rPr><i/></rPr></style>
    <style type="paragraph" styleId="Loop"><name val="Loop"/><basedOn val="Loop"/></style>
    <style type="character" styleId="Vet"><name val="Strong"/><rPr><b/></rPr></style>
</styles>"#;
const NUMBERING: &str = r#"<numbering>
    <abstractNum abstractNumId="1"><lvl ilvl="0"><numFmt val="bullet"/><lvlText val="•"/></lvl><lvl ilvl="1"><numFmt val="decimal"/></lvl></abstractNum>
    <abstractNum abstractNumId="2"><lvl ilvl="0"><numFmt val="decimal"/></lvl></abstractNum>
    <num numId="1"><abstractNumId val="1"/></num>
    <num numId="2"><abstractNumId val="2"/></num>
    <num numId="3"><abstractNumId val="2"/><lvlOverride ilvl="0"><startOverride val="1"/></lvlOverride></num>
</numbering>"#;

/// A zip with parts.
fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A document with a body, in the styles and lists above.
fn document(body: &str) -> Vec<u8> {
    let document = format!("<document xmlns:r=\"r\"><body>{body}</body></document>");
    zip(&[
        ("_rels/.rels", RELATIONSHIPS),
        ("word/_rels/document.xml.rels", PARTS),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/document.xml", &document),
    ])
}

/// A paragraph with a style.
fn paragraph(style: &str, text: &str) -> String {
    format!(
        "<p><pPr><pStyle val=\"{style}\"/></pPr><r><t xml:space=\"preserve\">{text}</t></r></p>"
    )
}

/// A list item.
fn item(list: u8, level: u8, text: &str) -> String {
    format!(
        "<p><pPr><numPr><ilvl val=\"{level}\"/><numId val=\"{list}\"/></numPr></pPr><r><t>{text}</t></r></p>"
    )
}

/// The files of a document with a body.
fn files(body: &str) -> Vec<File> {
    convert(&document(body), Language::Dutch).unwrap()
}

/// The text of the publication of a document, below its title.
fn text(body: &str) -> String {
    let files = files(&format!("{}{body}", paragraph("T", "P")));
    let text = &files[0].text;
    text.strip_prefix("# P\n")
        .unwrap()
        .trim_start_matches('\n')
        .to_owned()
}
