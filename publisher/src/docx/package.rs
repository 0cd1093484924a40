//! The package of a Word document: a zip of parts, and the relationships between them.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use anyhow::{Context, Result, bail};
use zip::ZipArchive;

use crate::docx::xml;

/// The most bytes of all parts that are read, after decompression.
const MAX_UNPACKED: u64 = 50_000_000;

const EXPECTED: &str = "expected a Word document (.docx)";

/// Whether bytes begin as those of a zip do.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

/// The message about the file of another program, which its first bytes tell.
pub(super) fn foreign(bytes: &[u8]) -> Option<String> {
    const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let message = if bytes.starts_with(OLE) {
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        match bytes.windows(name.len()).any(|part| part == name) {
            true => "the document is protected with a password; save it without one",
            false => "the document has the old form .doc; save it as .docx",
        }
    } else if bytes.starts_with(b"{\\rtf") {
        "the document has the form RTF; save it as .docx"
    } else if bytes.starts_with(b"%PDF") {
        "the file is a PDF, which has no headings and lists; export the document as .docx"
    } else {
        return None;
    };
    Some(message.to_owned())
}

/// The zip of a document.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The names in the zip by their forms in lower case: parts are found in any case.
    names: HashMap<String, String>,
    /// The bytes that may still be read.
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens a document.
    ///
    /// # Errors
    /// If the bytes are no zip, or a damaged one.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self> {
        if let Some(message) = foreign(bytes) {
            bail!(message);
        }
        if !is_zip(bytes) {
            bail!("the file is no Word document; {EXPECTED}");
        }
        let archive = ZipArchive::new(Cursor::new(bytes))
            .with_context(|| format!("the document is damaged or incomplete; {EXPECTED}"))?;
        let mut names = HashMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                names.insert(name.to_lowercase(), name.into_owned());
            }
        }
        Ok(Self {
            archive,
            names,
            left: MAX_UNPACKED,
        })
    }

    /// The path of the part with the text.
    ///
    /// # Errors
    /// If the zip is that of another program.
    pub(super) fn main_part(&mut self) -> Result<String> {
        let relationships = self.relationships("")?;
        if let Some(part) = relationships.part("officeDocument") {
            let is_word = self.part_names_in("word/") || !self.is_other_office();
            if self.names.contains_key(&part.to_lowercase()) && is_word {
                return Ok(part.to_owned());
            }
        }
        if self.names.contains_key("word/document.xml") {
            return Ok("word/document.xml".to_owned());
        }
        let kind = self.part("mimetype").ok().flatten().unwrap_or_default();
        if kind.contains("opendocument") {
            bail!("the document has the form OpenDocument (.odt); save it as .docx");
        }
        if self.is_other_office() {
            bail!("the file is a workbook or a presentation; {EXPECTED}");
        }
        bail!("the file is a zip without a Word document; {EXPECTED}");
    }

    fn part_names_in(&self, folder: &str) -> bool {
        self.names.keys().any(|name| name.starts_with(folder))
    }

    fn is_other_office(&self) -> bool {
        self.part_names_in("xl/") || self.part_names_in("ppt/")
    }

    /// The text of a part that a document must have.
    ///
    /// # Errors
    /// If the part can't be read.
    pub(super) fn required(&mut self, path: &str) -> Result<String> {
        let text = self.part(path)?.filter(|text| !text.is_empty());
        text.with_context(|| format!("the document has no part {path}; {EXPECTED}"))
    }

    /// The text of a part, if the document has it.
    ///
    /// # Errors
    /// If the part can't be read, or all parts together are too large.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<String>> {
        let Some(name) = self.names.get(&path.to_lowercase()) else {
            return Ok(None);
        };
        let damaged = || format!("the part {path} is damaged; {EXPECTED}");
        let file = self.archive.by_name(name).with_context(damaged)?;
        let mut bytes = Vec::new();
        let mut limited = file.take(self.left + 1);
        limited.read_to_end(&mut bytes).with_context(damaged)?;
        let length = bytes.len() as u64;
        let Some(left) = self.left.checked_sub(length) else {
            bail!(
                "the text of the document is larger than {} MB; divide it over several documents",
                MAX_UNPACKED / 1_000_000
            );
        };
        self.left = left;
        // Parts are UTF-8, or UTF-16 with a mark.
        let encoding = encoding_rs::Encoding::for_bom(&bytes);
        let (encoding, mark) = encoding.unwrap_or((encoding_rs::UTF_8, 0));
        let bytes = bytes.get(mark..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        Ok(Some(text.with_context(damaged)?.into_owned()))
    }

    /// The relationships of a part; those of the package for an empty path.
    ///
    /// # Errors
    /// If they can't be read.
    pub(super) fn relationships(&mut self, path: &str) -> Result<Relationships> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let slash = if folder.is_empty() { "" } else { "/" };
        let text = self.part(&format!("{folder}{slash}_rels/{name}.rels"))?;
        let text = text.unwrap_or_default();
        let document = xml::parse("relationships", &text)?;
        let mut relationships = Relationships::default();
        let nodes = document
            .iter()
            .flat_map(|tree| tree.root_element().children());
        for node in nodes.filter(|node| xml::is(*node, "Relationship")) {
            let attribute = |name| xml::attribute(node, name).unwrap_or_default();
            let kind = attribute("Type").rsplit('/').next().unwrap_or_default();
            let target = attribute("Target");
            if attribute("TargetMode") == "External" {
                let urls = &mut relationships.urls;
                urls.insert(attribute("Id").to_owned(), target.to_owned());
            } else {
                let parts = &mut relationships.parts;
                let path = resolve(folder, target);
                parts.entry(kind.to_owned()).or_insert(path);
            }
        }
        Ok(relationships)
    }
}

/// The parts and addresses that a part refers to.
#[derive(Debug, Default)]
pub(super) struct Relationships {
    /// The first part of each kind.
    parts: HashMap<String, String>,
    /// Addresses outside the document, by the ids of their relationships.
    urls: HashMap<String, String>,
}

impl Relationships {
    /// The path of the part of a kind.
    pub(super) fn part(&self, kind: &str) -> Option<&str> {
        self.parts.get(kind).map(String::as_str)
    }

    /// The address of a relationship.
    pub(super) fn url(&self, id: &str) -> Option<&str> {
        self.urls.get(id).map(String::as_str)
    }
}

/// A target as a path in the zip.
fn resolve(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.starts_with('/') {
        true => vec![],
        false => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.join("/")
}
