//! The messages in English about other files than texts, and about what depends on several files.

use crate::manuscript::{Kind, Language};

use super::en::hint;
use super::{list, of_strings, say};

#[allow(clippy::too_many_lines, reason = "one arm a message")]
pub(in crate::manuscript) fn parts(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::Unreadable { message } => say(
            format!("the file can't be read: {message}"),
            "a file that everyone may read",
        ),
        Kind::UnreadableFolder { message } => say(
            format!("the folder can't be read: {message}"),
            "a folder with the text in this language",
        ),
        Kind::NoLanguage => say(
            "the publication has no text",
            "a folder for each language, as in en/publication.md",
        ),
        Kind::NoDefaultLanguage { found } => say(
            "the publication doesn't say which language is the default",
            format!(
                "a line in publication.toml like languages = [\"{}\"]",
                found.join("\", \"")
            ),
        ),
        Kind::UnnamedLanguage { lang } => say(
            format!("the folder {lang} isn't among the languages"),
            "its text is not published until its name stands in this line",
        ),
        Kind::BadLanguage { lang } => say(
            format!("“{lang}” is no language"),
            "tags such as nl, en or nl-BE",
        ),
        Kind::RightToLeft { lang } => say(
            format!("“{lang}” is written from right to left"),
            "the figure and its views run from left to right; choose another language",
        ),
        Kind::MissingLetters { letters } => say(
            format!("the text has letters that the font of share cards lacks: {letters}"),
            "share cards show boxes instead; Latin, Greek and Cyrillic letters are known",
        ),
        Kind::BadToml { message } => say(
            format!("the file can't be read: {message}"),
            "lines like name = \"text\", as TOML has them",
        ),
        Kind::UnknownSetting {
            name,
            nearest,
            known,
        } => say(
            format!(
                "the setting “{name}” is unknown{}",
                hint(nearest.as_deref())
            ),
            format!("known settings: {}", list(known.iter().copied())),
        ),
        Kind::BadElement { name } => say(
            format!("“{name}” is no name of an element"),
            "lowercase letters with a hyphen, as in kennis-lemniscaat",
        ),
        Kind::BadLicence { url } => say(
            format!("“{url}” is no address of a licence"),
            "an address, as in https://creativecommons.org/licenses/by/4.0/",
        ),
        Kind::BadContact { contact } => say(
            format!("“{contact}” is no way to reach someone"),
            "an e-mail address, or an address that begins with https:",
        ),
        Kind::BadDate { date } => say(format!("“{date}” is no date"), "a day, as in 2026-11-28"),
        Kind::BadBaseUrl { url } => say(
            format!("“{url}” is no address of a site"),
            "an address like https://example.org/ or https://example.org/map/",
        ),
        Kind::ColorCount { given, count } => say(
            format!("there are {given} colors for {count} phases"),
            "a pair of colors for each phase",
        ),
        Kind::BadColors { light, dark } => say(
            format!("“{light}” and “{dark}” are no two colors"),
            "hexadecimal colors, as in #006365",
        ),
        Kind::WeakColors(weakness) => Some(weakness.parts(Language::English)),
        Kind::LabelIsNoText { name } => {
            say(format!("{name} is no text"), "a text in quotation marks")
        }
        Kind::UnknownLabel { name, nearest } => say(
            format!("“{name}” is no label{}", hint(nearest.as_deref())),
            "one of the labels that docs/publications.md names",
        ),
        Kind::Placeholder(problem) => {
            let wrong = match &problem.unknown {
                Some(name) => format!("the label has the unknown name {{{name}}}"),
                None => format!(
                    "the label lacks {{{}}}",
                    problem.missing.unwrap_or_default()
                ),
            };
            let expected = match &*problem.known {
                [] => "it has no names in braces".to_owned(),
                known => format!("it knows {{{}}}", known.join("} and {")),
            };
            say(wrong, expected)
        }
        Kind::MissingLabels { lang, missing } => say(
            format!("the product has no words in “{lang}”"),
            format!(
                "labels.toml with all of them; it lacks {}",
                list(missing.iter().copied())
            ),
        ),
        Kind::BadCsv { message } => say(
            format!("the file can't be read: {message}"),
            "a table with commas or semicolons, as spreadsheets save it",
        ),
        Kind::UnnamedColumn { number } => say(
            format!("column {number} has no name"),
            "a name for each column in the first row",
        ),
        Kind::RowLength { count, expected } => say(
            format!("the row has {count} values"),
            format!("{expected} values, as the first row"),
        ),
        Kind::EmptyCell { column } => say(
            format!("the row has nothing in the column “{column}”"),
            "a value in each column",
        ),
        Kind::NoStudy => say(
            "the publication has no study.csv",
            "the numbers for its charts, one row a respondent",
        ),
        Kind::UnknownColumn { column, known } => say(
            format!("the chart counts the column “{column}”, which study.csv doesn't have"),
            format!("one of its columns: {}", of_strings(known)),
        ),
        Kind::AddressColumns { count } => say(
            format!("the line has {count} columns"),
            "language, path, key and since, with tabs between them",
        ),
        Kind::AddressTwice { path } => say(
            format!("the address “{path}” stands twice"),
            "one line for an address, because it leads to one piece",
        ),
        _ => None,
    }
}
