//! Every kind of problem with its values.

use kennislemniscaat::content::PlaceholderProblem;

use crate::colors::Weakness;
use crate::manuscript::messages::{en, folder_en, folder_nl, nl};
use crate::manuscript::{Language, Severity};

/// A construct of Markdown that a publication has no place for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Construct {
    /// A table.
    Table,
    /// A picture.
    Image,
    /// A footnote, or a reference to one.
    Footnote,
    /// A block of code between fences.
    Code,
    /// Code within a line.
    InlineCode,
    /// Text that four spaces make a block of code.
    IndentedCode,
    /// A line across the page.
    Rule,
    /// HTML, by its first tag.
    Html(String),
}

/// A kind of problem, with the values of its message.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    missing_docs,
    reason = "the messages in messages/ say what each one means"
)]
pub enum Kind {
    // Files and encodings.
    NoPublicationFile,
    TwoPublicationFiles {
        other: String,
    },
    UnexpectedFile,
    FrontMatter,
    Utf16 {
        big_endian: bool,
    },
    OtherEncoding {
        encoding: &'static str,
    },
    TruncatedUtf8,
    NotText,
    TooLarge {
        size: u64,
    },
    TooManyPieces {
        count: usize,
    },
    TooDeep,
    ControlCharacter {
        code: u32,
        after: String,
    },
    UnclosedComment,
    Unreadable {
        message: String,
    },
    // Other files than the text, and what depends on several files.
    RightToLeft {
        lang: String,
    },
    MissingLetters {
        letters: String,
    },
    UnreadableFolder {
        message: String,
    },
    NoLanguage,
    NoDefaultLanguage {
        found: Vec<String>,
    },
    UnnamedLanguage {
        lang: String,
    },
    BadLanguage {
        lang: String,
    },
    BadToml {
        message: String,
    },
    UnknownSetting {
        name: String,
        nearest: Option<String>,
        known: Vec<&'static str>,
    },
    BadElement {
        name: String,
    },
    BadLicence {
        url: String,
    },
    BadDate {
        date: String,
    },
    BadContact {
        contact: String,
    },
    BadBaseUrl {
        url: String,
    },
    ColorCount {
        given: usize,
        count: usize,
    },
    BadColors {
        light: String,
        dark: String,
    },
    WeakColors(Weakness),
    LabelIsNoText {
        name: String,
    },
    UnknownLabel {
        name: String,
        nearest: Option<String>,
    },
    Placeholder(PlaceholderProblem),
    MissingLabels {
        lang: String,
        missing: Vec<&'static str>,
    },
    BadCsv {
        message: String,
    },
    UnnamedColumn {
        number: usize,
    },
    RowLength {
        count: usize,
        expected: usize,
    },
    EmptyCell {
        column: String,
    },
    NoStudy,
    UnknownColumn {
        column: String,
        known: Vec<String>,
    },
    AddressColumns {
        count: usize,
    },
    AddressTwice {
        path: String,
    },
    MissingPhase {
        key: String,
        lang: String,
    },
    UnknownPhase {
        key: String,
        known: Vec<String>,
    },
    PhaseOrder {
        expected: Vec<String>,
    },
    OtherLoop {
        expected: String,
    },
    LoopKey {
        key: String,
        expected: String,
    },
    SourceLanguage {
        lang: String,
    },
    UnknownLanguage {
        lang: String,
        known: Vec<String>,
    },
    UnknownPiece {
        key: String,
        nearest: Option<String>,
    },
    TranslationLine {
        columns: usize,
    },
    NotInTranslation {
        key: String,
        lang: String,
        below: String,
    },
    PhaseWritten {
        key: String,
        lang: String,
    },
    SourceChanged {
        key: String,
    },
    NotTranslated {
        key: String,
    },
    NotInSource {
        key: String,
    },
    // Headings and the order of blocks.
    NoTitle,
    SecondTitle,
    TextBeforeTitle,
    UnknownSection {
        name: String,
        nearest: Option<String>,
        is_publication: bool,
    },
    DuplicateSection {
        name: String,
    },
    HeadingTooDeep {
        level: u8,
    },
    HeadingNotHere,
    TextNotHere {
        section: [&'static str; 2],
    },
    TextBeforeQuestion,
    TextBetweenTips {
        spaces: usize,
    },
    ListRestarts {
        spaces: usize,
    },
    TextAfterQuote,
    QuoteNotHere,
    SpeakerInMiddle,
    ListInQuote,
    QuoteInQuote,
    TipWithoutText,
    SeveralParagraphs,
    ListTooDeep,
    Unsupported(Construct),
    BoldParagraph {
        text: String,
    },
    LinkInTitle {
        url: String,
    },
    SeveralLinks,
    // Facts.
    UnknownFact {
        name: String,
        nearest: Option<String>,
        known: Vec<[&'static str; 2]>,
    },
    NotAFact,
    FactNotHere {
        name: String,
        known: Vec<[&'static str; 2]>,
    },
    DuplicateFact {
        name: String,
    },
    EmptyFact {
        name: String,
    },
    FactInProse {
        name: String,
    },
    BadYear {
        value: String,
    },
    BadPage {
        value: String,
    },
    BadForeign {
        value: String,
    },
    ChartAmongFacts,
    // The manuscript as a whole.
    BadKey {
        key: String,
    },
    LongKey {
        key: String,
        length: usize,
    },
    DuplicateKey {
        key: String,
    },
    FixedKey {
        key: String,
    },
    LoopCount {
        count: usize,
    },
    MissingLoop,
    UnknownLoop {
        name: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    EmptyLoop {
        name: String,
    },
    LoopsApart {
        crossings: usize,
    },
    PhaseCount {
        count: usize,
    },
    PhasesInLoop {
        name: String,
        count: usize,
    },
    EmptyPhase {
        name: String,
    },
    EmptyText,
    BadLink {
        url: String,
    },
    OrganisationLink {
        url: String,
    },
    UnknownTheme {
        name: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    UnknownDomain {
        name: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    ChartColumns {
        count: usize,
    },
    // Texts that readers would see otherwise than meant.
    SeenMarkup {
        mark: String,
    },
    Mojibake {
        part: String,
    },
    LostLetter,
    DoubledQuotes {
        marks: String,
    },
    SoftHyphen,
    PhaseCountInText {
        words: String,
        count: usize,
    },
}

impl Kind {
    /// Whether it stops publication.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::BoldParagraph { .. }
            | Self::LinkInTitle { .. }
            | Self::FactInProse { .. }
            | Self::SeenMarkup { .. }
            | Self::Mojibake { .. }
            | Self::LostLetter
            | Self::DoubledQuotes { .. }
            | Self::SoftHyphen
            | Self::MissingLetters { .. }
            | Self::UnnamedLanguage { .. }
            | Self::WeakColors(_)
            | Self::PhaseCountInText { .. }
            | Self::NotInTranslation { .. }
            | Self::PhaseWritten { .. }
            | Self::SourceChanged { .. }
            | Self::NotTranslated { .. }
            | Self::NotInSource { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The message: what is wrong; what was expected.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let (wrong, expected) = self.parts(language);
        format!("{wrong}; {expected}")
    }

    /// The name of the kind in kebab case, as in `unknown-fact`.
    #[must_use]
    pub fn code(&self) -> String {
        let name = format!("{self:?}");
        let letters = name.chars().take_while(char::is_ascii_alphanumeric);
        let mut code = String::new();
        for letter in letters {
            if letter.is_ascii_uppercase() && !code.is_empty() {
                code.push('-');
            }
            code.push(letter.to_ascii_lowercase());
        }
        code
    }

    /// The fault, and the expectation.
    pub(super) fn parts(&self, language: Language) -> (String, String) {
        let of_folder = match language {
            Language::Dutch => folder_nl::parts(self),
            Language::English => folder_en::parts(self),
        };
        of_folder.unwrap_or_else(|| match language {
            Language::Dutch => nl::parts(self),
            Language::English => en::parts(self),
        })
    }
}
