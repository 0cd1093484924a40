//! The fixed words of the format: names of facts and of sections, in Dutch and English.

use strsim::damerau_levenshtein;

use crate::manuscript::Language;

/// The longest name of a fact that is looked for; a longer word before a colon is prose.
const MAX_NAME: usize = 40;

/// A fact about a piece: `name: rest of the line`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fact {
    Short,
    Loop,
    Theme,
    Keywords,
    Title,
    Subtitle,
    Invitation,
    Year,
    Page,
    Domain,
    Chart,
    Language,
}

impl Fact {
    pub(super) const ALL: [Self; 12] = [
        Self::Short,
        Self::Loop,
        Self::Theme,
        Self::Keywords,
        Self::Title,
        Self::Subtitle,
        Self::Invitation,
        Self::Year,
        Self::Page,
        Self::Domain,
        Self::Chart,
        Self::Language,
    ];

    /// The name in a language.
    pub(crate) fn name(self, language: Language) -> &'static str {
        let (dutch, english) = match self {
            Self::Short => ("kort", "short"),
            Self::Loop => ("lus", "loop"),
            Self::Theme => ("thema", "theme"),
            Self::Keywords => ("zoekwoorden", "keywords"),
            Self::Title => ("titel", "title"),
            Self::Subtitle => ("ondertitel", "subtitle"),
            Self::Invitation => ("uitnodiging", "invitation"),
            Self::Year => ("jaar", "year"),
            Self::Page => ("pagina", "page"),
            Self::Domain => ("domein", "domain"),
            Self::Chart => ("grafiek", "chart"),
            Self::Language => ("taal", "language"),
        };
        match language {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }

    /// The fact of a name in either language. Word processors capitalize the first word of a line.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        Self::ALL
            .into_iter()
            .find(|fact| fact.name(Language::Dutch) == name || fact.name(Language::English) == name)
    }
}

/// A section of a file, under `##`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Section {
    Tips,
    Experiences,
    Model,
    Loops,
    Domains,
    Themes,
    Background,
    Organisations,
    Source,
}

impl Section {
    pub(super) const OF_PHASE: [Self; 2] = [Self::Tips, Self::Experiences];
    pub(crate) const OF_PUBLICATION: [Self; 7] = [
        Self::Model,
        Self::Loops,
        Self::Domains,
        Self::Themes,
        Self::Background,
        Self::Organisations,
        Self::Source,
    ];

    /// The heading in a language.
    pub(super) fn name(self, language: Language) -> &'static str {
        let (dutch, english) = match self {
            Self::Tips => ("Tips", "Tips"),
            Self::Experiences => ("Ervaringen", "Experiences"),
            Self::Model => ("Model", "Model"),
            Self::Loops => ("Lussen", "Loops"),
            Self::Domains => ("Domeinen", "Domains"),
            Self::Themes => ("Thema’s", "Themes"),
            Self::Background => ("Achtergrond", "Background"),
            Self::Organisations => ("Organisaties", "Organisations"),
            Self::Source => ("Bron", "Source"),
        };
        match language {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }

    /// The headings in Dutch and English.
    pub(super) fn names(self) -> [&'static str; 2] {
        [self.name(Language::Dutch), self.name(Language::English)]
    }

    /// The section of a heading in either language, among some.
    pub(crate) fn of(heading: &str, sections: &[Self]) -> Option<Self> {
        let heading = heading.to_lowercase().replace('\'', "’");
        let heading = match heading.as_str() {
            "organizations" => "organisations",
            heading => heading,
        };
        let is_named = |section: &&Self| {
            [Language::Dutch, Language::English]
                .into_iter()
                .any(|language| section.name(language).to_lowercase() == heading)
        };
        sections.iter().find(is_named).copied()
    }
}

/// The name before a colon at the start of a line, and the number of bytes up to and with the colon.
pub(crate) fn name_before_colon(line: &str) -> Option<(&str, usize)> {
    let end = line
        .char_indices()
        .take(MAX_NAME)
        .find(|(_, letter)| !letter.is_alphanumeric() && *letter != '-' && *letter != '_')?;
    let name = line.get(..end.0)?;
    (end.1 == ':' && !name.is_empty()).then_some((name, end.0 + 1))
}

/// The known word nearest to a word, if it is near enough for a slip of the keys.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    if word.chars().count() > 200 {
        return None;
    }
    let distance = |known: &str| damerau_levenshtein(&word, &known.to_lowercase());
    let (distance, known) = known
        .into_iter()
        .filter(|known| known.len() <= 400)
        .map(|known| (distance(known), known))
        .min_by_key(|(distance, _)| *distance)?;
    let limit = (word.chars().count().max(known.chars().count()) / 2).max(1);
    (distance <= limit).then_some(known)
}
