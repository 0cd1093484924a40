//! Word documents as the Markdown files of a language.
//!
//! A document is a package of XML parts. [`convert`] reads its paragraphs with their styles, numbering and links,
//! divides them at the headings, and writes Markdown with everything that the format has a place for. Everything
//! else leaves a construct that the check of the text names.

mod blocks;
mod body;
mod division;
mod fields;
mod markdown;
mod notes;
mod numbering;
mod package;
mod pieces;
mod runs;
mod styles;
mod xml;

#[cfg(test)]
mod tests;

use anyhow::Result;

use crate::docx::body::Body;
use crate::docx::notes::Notes;
use crate::docx::numbering::Numbering;
use crate::docx::package::Package;
use crate::docx::styles::Styles;
use crate::manuscript::{File, Language};

/// Whether bytes are a document of a word processor, which is never a text in JSON.
#[must_use]
pub fn is_document(bytes: &[u8]) -> bool {
    package::is_zip(bytes) || package::foreign(bytes).is_some()
}

/// The Markdown files of a Word document, with the names of files and facts in a language.
///
/// # Errors
/// If the bytes are no Word document, or one that is damaged, encrypted, too large or too deep.
pub fn convert(bytes: &[u8], language: Language) -> Result<Vec<File>> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let relationships = package.relationships(&main)?;
    let mut related = |kind: &str| -> Result<String> {
        let path = relationships.part(kind);
        let text = path.map(|path| package.part(path)).transpose()?;
        Ok(text.flatten().unwrap_or_default())
    };
    let styles_xml = related("styles")?;
    let numbering_xml = related("numbering")?;
    let footnotes_xml = related("footnotes")?;
    let endnotes_xml = related("endnotes")?;
    let document_xml = package.required(&main)?;
    let styles = Styles::new(xml::parse("styles", &styles_xml)?.as_ref());
    let numbering = Numbering::new(xml::parse("numbering", &numbering_xml)?.as_ref());
    let footnotes = xml::parse("footnotes", &footnotes_xml)?;
    let endnotes = xml::parse("endnotes", &endnotes_xml)?;
    let document = xml::parse(&main, &document_xml)?;
    let notes = Notes::new(footnotes.as_ref(), endnotes.as_ref());
    let mut body = Body::new(&styles, &numbering, &relationships, notes);
    body.document(document.as_ref())?;
    let (blocks, notes) = body.finish();
    let parts = division::divide(blocks);
    Ok(markdown::files(&parts, &notes, language))
}
