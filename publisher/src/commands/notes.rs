//! The lines that commands print about their work.

use crate::manuscript::Language;

/// A line about the work of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A file was written.
    Wrote(String),
    /// The next step after a new publication, whose folder this is.
    Preview(String),
    /// A publication has no errors.
    NoErrors {
        /// The number of languages.
        languages: usize,
        /// The number of pages in all of them.
        pages: usize,
    },
    /// The pages of a site.
    Pages {
        /// Their number.
        pages: usize,
        /// The number of share cards that were drawn now.
        drawn: usize,
    },
    /// The folder of the site.
    Site(String),
    /// The publication has no contact, and so its site no `security.txt`.
    NoContact,
    /// The day on which the `security.txt` of a site expires that is published now.
    SecurityTxt(String),
    /// A preview is served at this port.
    Serving(u16),
    /// The settings name the language that the publication had so far.
    Named(String),
    /// A translation without record was recorded as up to date.
    Recorded {
        /// The language.
        lang: String,
        /// The number of pieces.
        count: usize,
    },
    /// Pieces whose source and translation have both changed.
    Renewed(usize),
    /// Pieces that were accepted as they are.
    Accepted(usize),
    /// The next step after the first run.
    Next {
        /// The language.
        lang: String,
        /// The folder of the translation.
        folder: String,
        /// Whether the settings name the language already.
        is_named: bool,
    },
    /// The number of pieces that a translator has to look at; 0 if everything is translated.
    Summary {
        /// The language.
        lang: String,
        /// The number of pieces.
        count: usize,
    },
}

impl Note {
    /// The line in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match language {
            Language::Dutch => self.dutch(),
            Language::English => self.english(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Wrote(file) => format!("wrote {file}"),
            Self::Preview(folder) => format!("next: lemniscaat preview {folder}"),
            Self::NoErrors { languages, pages } => {
                format!("no errors: {languages} language(s), {pages} pages")
            }
            Self::Pages { pages, drawn } => {
                format!("   {pages} pages with a share card each, {drawn} of them newly rendered")
            }
            Self::Site(folder) => format!("   {folder} is the site"),
            Self::NoContact => {
                "advice: publication.toml names no contact; with one the site has a security.txt"
                    .into()
            }
            Self::SecurityTxt(day) => format!(
                "security.txt: a site that is published today must be published again before {day}"
            ),
            Self::Serving(port) => {
                format!("http://127.0.0.1:{port}/ shows the publication; Ctrl-C stops")
            }
            Self::Named(lang) => {
                format!("publication.toml: added languages = [\"{lang}\"], the language so far")
            }
            Self::Recorded { lang, count } => format!(
                "translations.tsv: {count} piece(s) in “{lang}” are recorded as up to date, because the translation had no record yet"
            ),
            Self::Renewed(count) => {
                format!("{count} piece(s) were translated again after their source changed")
            }
            Self::Accepted(count) => format!("{count} piece(s) are kept as they are"),
            Self::Next {
                lang,
                folder,
                is_named,
            } => {
                let step = format!("next: translate the text in {folder}");
                match is_named {
                    true => step,
                    false => {
                        format!("{step}, then add \"{lang}\" to languages in publication.toml")
                    }
                }
            }
            Self::Summary { lang, count: 0 } => format!("everything is translated into “{lang}”"),
            Self::Summary { lang, count } => format!("“{lang}”: {count} piece(s) to look at"),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Self::Wrote(file) => format!("geschreven: {file}"),
            Self::Preview(folder) => format!("hierna: lemniscaat preview {folder}"),
            Self::NoErrors { languages, pages } => {
                format!("geen fouten: {languages} taal/talen, {pages} pagina’s")
            }
            Self::Pages { pages, drawn } => {
                format!("   {pages} pagina’s met elk een deelkaart, waarvan {drawn} nieuw getekend")
            }
            Self::Site(folder) => format!("   {folder} is de site"),
            Self::NoContact => {
                "advies: publication.toml noemt geen contact; daarmee krijgt de site een security.txt"
                    .into()
            }
            Self::SecurityTxt(day) => format!(
                "security.txt: een site die vandaag wordt gepubliceerd, moet vóór {day} opnieuw worden gepubliceerd"
            ),
            Self::Serving(port) => {
                format!("http://127.0.0.1:{port}/ toont de publicatie; Ctrl-C stopt")
            }
            Self::Named(lang) => format!(
                "publication.toml: languages = [\"{lang}\"] toegevoegd, de taal die er al was"
            ),
            Self::Recorded { lang, count } => format!(
                "translations.tsv: {count} stuk(ken) in “{lang}” staan genoteerd als bijgewerkt, omdat er van de vertaling nog niets genoteerd was"
            ),
            Self::Renewed(count) => {
                format!("{count} stuk(ken) zijn opnieuw vertaald nadat de bron veranderde")
            }
            Self::Accepted(count) => format!("{count} stuk(ken) blijven zoals ze zijn"),
            Self::Next {
                lang,
                folder,
                is_named,
            } => {
                let step = format!("hierna: vertaal de tekst in {folder}");
                match is_named {
                    true => step,
                    false => {
                        format!("{step}, en zet dan \"{lang}\" bij languages in publication.toml")
                    }
                }
            }
            Self::Summary { lang, count: 0 } => format!("alles is vertaald in “{lang}”"),
            Self::Summary { lang, count } => format!("“{lang}”: {count} stuk(ken) om na te kijken"),
        }
    }
}
