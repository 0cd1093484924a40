//! The messages in Dutch about other files than texts, and about what depends on several files.

use crate::manuscript::{Kind, Language};

use super::nl::hint;
use super::{list, of_strings, say};

#[allow(clippy::too_many_lines, reason = "one arm a message")]
pub(in crate::manuscript) fn parts(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::Unreadable { message } => say(
            format!("het bestand kan niet worden gelezen: {message}"),
            "een bestand dat iedereen mag lezen",
        ),
        Kind::UnreadableFolder { message } => say(
            format!("de map kan niet worden gelezen: {message}"),
            "een map met de tekst in deze taal",
        ),
        Kind::NoLanguage => say(
            "de publicatie heeft geen tekst",
            "een map voor elke taal, zoals in nl/publicatie.md",
        ),
        Kind::NoDefaultLanguage { found } => say(
            "de publicatie zegt niet welke taal de standaard is",
            format!(
                "een regel in publication.toml als languages = [\"{}\"]",
                found.join("\", \"")
            ),
        ),
        Kind::UnnamedLanguage { lang } => say(
            format!("de map {lang} staat niet bij de talen"),
            "haar tekst wordt pas gepubliceerd als haar naam in deze regel staat",
        ),
        Kind::BadLanguage { lang } => say(
            format!("“{lang}” is geen taal"),
            "codes zoals nl, en of nl-BE",
        ),
        Kind::RightToLeft { lang } => say(
            format!("“{lang}” wordt van rechts naar links geschreven"),
            "de figuur en de pagina’s lopen van links naar rechts; kies een andere taal",
        ),
        Kind::MissingLetters { letters } => say(
            format!(
                "de tekst heeft letters die het lettertype van de deelkaarten niet kent: {letters}"
            ),
            "deelkaarten tonen blokjes; Latijnse, Griekse en cyrillische letters zijn bekend",
        ),
        Kind::BadToml { message } => say(
            format!("het bestand kan niet worden gelezen: {message}"),
            "regels als naam = \"tekst\", zoals TOML ze heeft",
        ),
        Kind::UnknownSetting {
            name,
            nearest,
            known,
        } => say(
            format!(
                "de instelling “{name}” is onbekend{}",
                hint(nearest.as_deref())
            ),
            format!("bekende instellingen: {}", list(known.iter().copied())),
        ),
        Kind::BadElement { name } => say(
            format!("“{name}” is geen naam van een element"),
            "kleine letters met een streepje, zoals in kennis-lemniscaat",
        ),
        Kind::BadLicence { url } => say(
            format!("“{url}” is geen adres van een licentie"),
            "een adres, zoals in https://creativecommons.org/licenses/by/4.0/",
        ),
        Kind::BadContact { contact } => say(
            format!("“{contact}” is geen manier om iemand te bereiken"),
            "een e-mailadres, of een adres dat met https: begint",
        ),
        Kind::BadDate { date } => say(
            format!("“{date}” is geen datum"),
            "een dag, zoals in 2026-11-28",
        ),
        Kind::BadBaseUrl { url } => say(
            format!("“{url}” is geen adres van een site"),
            "een adres als https://example.org/ of https://example.org/kaart/",
        ),
        Kind::ColorCount { given, count } => say(
            format!("er zijn {given} kleuren voor {count} fasen"),
            "een paar kleuren voor elke fase",
        ),
        Kind::BadColors { light, dark } => say(
            format!("“{light}” en “{dark}” zijn geen twee kleuren"),
            "hexadecimale kleuren, zoals in #006365",
        ),
        Kind::WeakColors(weakness) => Some(weakness.parts(Language::Dutch)),
        Kind::LabelIsNoText { name } => say(
            format!("{name} is geen tekst"),
            "een tekst tussen aanhalingstekens",
        ),
        Kind::UnknownLabel { name, nearest } => say(
            format!("“{name}” is geen label{}", hint(nearest.as_deref())),
            "een van de labels die docs/publications.md noemt",
        ),
        Kind::Placeholder(problem) => {
            let wrong = match &problem.unknown {
                Some(name) => format!("het label heeft de onbekende naam {{{name}}}"),
                None => format!("het label mist {{{}}}", problem.missing.unwrap_or_default()),
            };
            let expected = match &*problem.known {
                [] => "het heeft geen namen tussen accolades".to_owned(),
                known => format!("het kent {{{}}}", known.join("} en {")),
            };
            say(wrong, expected)
        }
        Kind::MissingLabels { lang, missing } => say(
            format!("het programma heeft geen woorden in “{lang}”"),
            format!(
                "labels.toml met al die woorden; er ontbreken {}",
                list(missing.iter().copied())
            ),
        ),
        Kind::BadCsv { message } => say(
            format!("het bestand kan niet worden gelezen: {message}"),
            "een tabel met komma’s of puntkomma’s, zoals rekenbladen haar bewaren",
        ),
        Kind::UnnamedColumn { number } => say(
            format!("kolom {number} heeft geen naam"),
            "een naam voor elke kolom in de eerste rij",
        ),
        Kind::RowLength { count, expected } => say(
            format!("de rij heeft {count} waarden"),
            format!("{expected} waarden, net als de eerste rij"),
        ),
        Kind::EmptyCell { column } => say(
            format!("de rij heeft niets in de kolom “{column}”"),
            "een waarde in elke kolom",
        ),
        Kind::NoStudy => say(
            "de publicatie heeft geen study.csv",
            "de getallen voor haar grafieken, één rij per respondent",
        ),
        Kind::UnknownColumn { column, known } => say(
            format!("de grafiek telt de kolom “{column}”, die study.csv niet heeft"),
            format!("een van haar kolommen: {}", of_strings(known)),
        ),
        Kind::AddressColumns { count } => say(
            format!("de regel heeft {count} kolommen"),
            "language, path, key en since, met tabs ertussen",
        ),
        Kind::AddressTwice { path } => say(
            format!("het adres “{path}” staat er twee keer"),
            "één regel per adres, omdat het naar één onderdeel leidt",
        ),
        _ => None,
    }
}
