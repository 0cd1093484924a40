//! The messages about translations: what is wrong, and what was expected.

use crate::manuscript::Kind;

use super::say;

type Parts = Option<(String, String)>;

/// The message in English.
pub(in crate::manuscript::messages) fn english(kind: &Kind) -> Parts {
    match kind {
        Kind::MissingPhase { key, lang } => say(
            format!("the text has no phase “{key}”"),
            format!(
                "all languages have the phases of the default language; `lemniscaat translate DIR {lang}` writes its file"
            ),
        ),
        Kind::UnknownPhase { key, known } => say(
            format!("the default language has no phase “{key}”"),
            format!(
                "phases have the same keys in all languages: {}",
                known.join(", ")
            ),
        ),
        Kind::PhaseOrder { expected } => say(
            "the phases have another order than in the default language",
            format!(
                "the numbers of the files give the order: {}",
                expected.join(", ")
            ),
        ),
        Kind::OtherLoop { expected } => say(
            "the phase belongs to another loop in the default language",
            format!("expected “{expected}”"),
        ),
        Kind::LoopKey { key, expected } => say(
            format!("the loop “{key}” has another key than in the default language"),
            format!("expected {{#{expected}}}; the loops have one order in all languages"),
        ),
        Kind::SourceLanguage { lang } => say(
            format!("“{lang}” is the language that is translated"),
            "choose another language, or name another source with --from",
        ),
        Kind::UnknownLanguage { lang, known } => say(
            format!("the publication has no text in “{lang}”"),
            format!("it has {}", known.join(", ")),
        ),
        Kind::UnknownPiece { key, nearest } => say(
            format!("no translated piece has the key “{key}”"),
            match nearest {
                Some(nearest) => format!("the nearest one is “{nearest}”"),
                None => "expected a key as in translations.tsv".into(),
            },
        ),
        Kind::TranslationLine { columns } => say(
            format!("the line has {columns} columns"),
            "expected the language, the key, and the hashes of the source and of the translation, with tabs between them",
        ),
        Kind::NotInTranslation { key, lang, below } => say(
            format!("“{key}” is not in “{lang}” yet"),
            format!("in “{lang}” it belongs below “{below}”; its Markdown follows"),
        ),
        Kind::PhaseWritten { key, lang } => say(
            format!("the phase “{key}” was not in “{lang}” yet"),
            "translate the text of this new file",
        ),
        Kind::SourceChanged { key } => say(
            format!("the source of “{key}” has changed since it was translated"),
            format!("translate it again, or keep it with --accept {key}"),
        ),
        Kind::NotTranslated { key } => say(
            format!("“{key}” is not translated yet"),
            format!("translate it, or keep it as it is with --accept {key}"),
        ),
        Kind::NotInSource { key } => say(
            format!("the source has no piece “{key}” any more"),
            "remove it, or give it the key of its source",
        ),
        _ => None,
    }
}

/// The message in Dutch.
pub(in crate::manuscript::messages) fn dutch(kind: &Kind) -> Parts {
    match kind {
        Kind::MissingPhase { key, lang } => say(
            format!("de tekst heeft geen fase “{key}”"),
            format!(
                "alle talen hebben de fasen van de eerste taal; `lemniscaat translate MAP {lang}` schrijft het bestand"
            ),
        ),
        Kind::UnknownPhase { key, known } => say(
            format!("de eerste taal heeft geen fase “{key}”"),
            format!(
                "fasen hebben in alle talen dezelfde sleutel: {}",
                known.join(", ")
            ),
        ),
        Kind::PhaseOrder { expected } => say(
            "de fasen hebben een andere volgorde dan in de eerste taal",
            format!(
                "de nummers van de bestanden geven de volgorde: {}",
                expected.join(", ")
            ),
        ),
        Kind::OtherLoop { expected } => say(
            "de fase hoort in de eerste taal bij een andere lus",
            format!("verwacht: “{expected}”"),
        ),
        Kind::LoopKey { key, expected } => say(
            format!("de lus “{key}” heeft een andere sleutel dan in de eerste taal"),
            format!("verwacht: {{#{expected}}}; de lussen hebben in alle talen één volgorde"),
        ),
        Kind::SourceLanguage { lang } => say(
            format!("“{lang}” is de taal die wordt vertaald"),
            "kies een andere taal, of noem een andere bron met --from",
        ),
        Kind::UnknownLanguage { lang, known } => say(
            format!("de publicatie heeft geen tekst in “{lang}”"),
            format!("wel in {}", known.join(", ")),
        ),
        Kind::UnknownPiece { key, nearest } => say(
            format!("geen vertaald stuk heeft de sleutel “{key}”"),
            match nearest {
                Some(nearest) => format!("het meest lijkt “{nearest}”"),
                None => "gebruik een sleutel zoals in translations.tsv".into(),
            },
        ),
        Kind::TranslationLine { columns } => say(
            format!(
                "de regel heeft {columns} {}",
                if *columns == 1 { "kolom" } else { "kolommen" }
            ),
            "een regel heeft de taal, de sleutel, en de hashes van de bron en van de vertaling, met tabs ertussen",
        ),
        Kind::NotInTranslation { key, lang, below } => say(
            format!("“{key}” staat nog niet in “{lang}”"),
            format!("in “{lang}” hoort het onder “{below}”; de Markdown volgt"),
        ),
        Kind::PhaseWritten { key, lang } => say(
            format!("de fase “{key}” stond nog niet in “{lang}”"),
            "vertaal de tekst van dit nieuwe bestand",
        ),
        Kind::SourceChanged { key } => say(
            format!("de bron van “{key}” is veranderd na de vertaling"),
            format!("vertaal het opnieuw, of houd het zo met --accept {key}"),
        ),
        Kind::NotTranslated { key } => say(
            format!("“{key}” is nog niet vertaald"),
            format!("vertaal het, of houd het zoals het is met --accept {key}"),
        ),
        Kind::NotInSource { key } => say(
            format!("de bron heeft geen stuk “{key}” meer"),
            "verwijder het, of geef het de sleutel van de bron",
        ),
        _ => None,
    }
}
