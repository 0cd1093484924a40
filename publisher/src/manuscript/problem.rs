//! Problems that an editor has to fix, and corrections that were made silently.

use std::ops::Range;

use serde::Serialize;

use crate::manuscript::{Kind, Language, Place};

/// Whether a problem stops publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The publication can't be built.
    Error,
    /// The text may be meant as it is.
    Warning,
}

/// Something that an editor has to look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Whether it stops publication.
    pub severity: Severity,
    /// The name of the file; empty if the content was not read from a file.
    pub file: String,
    /// The bytes in that file; none if the file as a whole is meant.
    pub range: Option<Range<usize>>,
    /// The kind, with the values of its message.
    pub kind: Kind,
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub fn new(kind: Kind, place: &Place) -> Self {
        Self {
            severity: kind.severity(),
            file: place.file.to_string(),
            range: place.is_known().then(|| place.range.clone()),
            kind,
        }
    }

    /// A problem of a file as a whole.
    #[must_use]
    pub fn of_file(kind: Kind, file: &str) -> Self {
        Self {
            severity: kind.severity(),
            file: file.to_owned(),
            range: None,
            kind,
        }
    }
}

/// A slip of the keys, or a mark of another program, that was corrected while reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Where it stands.
    pub place: Place,
    /// What was corrected.
    pub what: Change,
}

/// A change that was made while reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A byte order mark was skipped.
    ByteOrderMark,
    /// Line endings of Windows or of old Macs were read as line ends.
    LineEndings,
    /// Another dash before a speaker was read as —.
    Dash,
    /// A bullet was read as a list item.
    Bullet,
    /// A typed number was read as a list item.
    Number,
    /// A heading without a space after # was read as a heading.
    HeadingSpace,
    /// Quotation marks around an address were left out.
    QuotedAddress,
    /// Decomposed accents were composed (NFC).
    Accents,
    /// Quotation marks around a whole quote were left out.
    QuoteMarks,
    /// Markup in a title was left out.
    TitleMarkup,
    /// The backslashes in a key were left out.
    EscapedKey,
    /// Attributes of another program, as in {.underline}, were left out.
    Attribute,
    /// An anchor of another program was left out.
    Anchor,
    /// Wrapped lines were joined.
    Wrapped,
    /// A hard line break was read as a space.
    HardBreak,
    /// A tab was read as a space.
    Tab,
    /// A key was left out where no key is used.
    UnusedKey,
}

impl Change {
    /// The change in a sentence.
    #[must_use]
    pub fn message(self, language: Language) -> &'static str {
        let (dutch, english) = match self {
            Self::ByteOrderMark => ("byte order mark overgeslagen", "byte order mark skipped"),
            Self::LineEndings => (
                "regeleinden van Windows of oude Macs gelezen",
                "line endings of Windows or old Macs read",
            ),
            Self::Dash => (
                "streepje voor de spreker gelezen als —",
                "dash before the speaker read as —",
            ),
            Self::Bullet => (
                "opsommingsteken gelezen als onderdeel van een lijst",
                "bullet read as a list item",
            ),
            Self::Number => (
                "getypt nummer gelezen als onderdeel van een lijst",
                "typed number read as a list item",
            ),
            Self::HeadingSpace => (
                "kop zonder spatie na # gelezen als kop",
                "heading without a space after # read as a heading",
            ),
            Self::QuotedAddress => (
                "aanhalingstekens om een adres weggelaten",
                "quotation marks around an address left out",
            ),
            Self::Accents => (
                "losse accenten samengevoegd met hun letter",
                "separate accents joined with their letter",
            ),
            Self::QuoteMarks => (
                "aanhalingstekens om een heel citaat weggelaten",
                "quotation marks around a whole quote left out",
            ),
            Self::TitleMarkup => (
                "opmaak in een titel weggelaten",
                "markup in a title left out",
            ),
            Self::EscapedKey => (
                "backslashes in een sleutel weggelaten",
                "backslashes in a key left out",
            ),
            Self::Attribute => (
                "kenmerk van een ander programma weggelaten",
                "attribute of another program left out",
            ),
            Self::Anchor => (
                "anker van een ander programma weggelaten",
                "anchor of another program left out",
            ),
            Self::Wrapped => ("afgebroken regels samengevoegd", "wrapped lines joined"),
            Self::HardBreak => (
                "regeleinde gelezen als spatie",
                "line break read as a space",
            ),
            Self::Tab => ("tab gelezen als spatie", "tab read as a space"),
            Self::UnusedKey => (
                "sleutel weggelaten waar geen sleutel hoort",
                "key left out where no key is used",
            ),
        };
        match language {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }
}
