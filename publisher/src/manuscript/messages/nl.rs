//! The messages in Dutch: what is wrong, and what was expected.

use crate::manuscript::names::{Fact, Section};
use crate::manuscript::{Construct, Kind, Language};

use super::{list, say, translation};

pub(in crate::manuscript) fn parts(kind: &Kind) -> (String, String) {
    file(kind)
        .or_else(|| structure(kind))
        .or_else(|| fact(kind))
        .or_else(|| whole(kind))
        .or_else(|| translation::dutch(kind))
        .unwrap_or_else(|| text(kind))
}

fn file(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::NoPublicationFile => say(
            "er is geen publicatie.md",
            "een publicatie heeft één bestand publicatie.md (of publication.md), met de titel achter #",
        ),
        Kind::TwoPublicationFiles { other } => say(
            format!("er is ook een {other}"),
            "een publicatie heeft één zo’n bestand; verwijder een van de twee",
        ),
        Kind::UnexpectedFile => say(
            "het bestand is geen publicatie.md en geen fase",
            "de naam van het bestand van een fase begint met haar nummer, zoals in 1-analyse.md",
        ),
        Kind::FrontMatter => say(
            "het bestand begint met instellingen tussen regels met streepjes",
            "begin met de titel achter #; gegevens staan onder een kop, zoals in kort: Analyse",
        ),
        Kind::Utf16 { big_endian } => {
            let order = if *big_endian { "BE" } else { "LE" };
            say(
                format!("het bestand is in UTF-16 {order}"),
                "sla het op als UTF-8",
            )
        }
        Kind::OtherEncoding { encoding } => say(
            format!("het bestand is vanaf hier geen UTF-8; het lijkt op {encoding}"),
            "sla het op als UTF-8",
        ),
        Kind::TruncatedUtf8 => say(
            "het bestand eindigt midden in een letter",
            "het is afgebroken; kopieer het opnieuw of sla het opnieuw op als UTF-8",
        ),
        Kind::NotText => say(
            "het bestand is geen tekst",
            "sla het op als platte tekst met de uitgang .md",
        ),
        Kind::TooLarge { size } => say(
            format!("het bestand heeft {} MB", megabytes(*size)),
            "een bestand heeft hoogstens 5 MB; splits het, of verwijder geplakte afbeeldingen",
        ),
        Kind::TooManyPieces { count } => say(
            format!("de publicatie heeft {count} stukken"),
            "zij heeft hoogstens 20.000 fasen, tips, vragen en citaten",
        ),
        Kind::TooDeep => say(
            "de tekst is meer dan twintig niveaus diep genest",
            "gebruik hoogstens twee niveaus van lijsten, en citaten zonder verdere niveaus",
        ),
        Kind::ControlCharacter { code, after } => say(
            format!("het stuurteken U+{code:04X} staat na “{after}”"),
            "verwijder het",
        ),
        Kind::UnclosedComment => say("de opmerking is niet gesloten", "sluit haar met -->"),
        _ => None,
    }
}

#[allow(clippy::too_many_lines, reason = "one arm a message")]
fn structure(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::NoTitle => say(
            "het bestand heeft geen titel",
            "begin het met een regel # en de titel",
        ),
        Kind::SecondTitle => say(
            "het bestand heeft een tweede titel",
            "een bestand heeft één titel achter #; gebruik hier ## of ###, of maak er een eigen bestand van",
        ),
        Kind::TextBeforeTitle => say(
            "er staat tekst boven de titel",
            "begin het bestand met een regel # en de titel",
        ),
        Kind::UnknownSection {
            name,
            nearest,
            is_publication,
        } => say(
            format!(
                "het onderdeel “{name}” is onbekend{}",
                hint(nearest.as_deref())
            ),
            format!("verwacht werd een van {}", list(sections(*is_publication))),
        ),
        Kind::DuplicateSection { name } => say(
            format!("het onderdeel “{name}” staat hier voor de tweede keer"),
            "zet beide onder één kop",
        ),
        Kind::HeadingTooDeep { level } => say(
            format!(
                "een kop van niveau {level} ({})",
                "#".repeat(usize::from(*level))
            ),
            "koppen hebben hoogstens drie #; gebruik een alinea, of ###",
        ),
        Kind::HeadingNotHere => say(
            "een kop ### heeft hier geen plaats",
            "### is voor vragen onder Ervaringen en voor koppen onder Achtergrond; gebruik een alinea",
        ),
        Kind::TextNotHere {
            section: [dutch, _],
        } => say(
            format!("dit hoort niet in het onderdeel “{dutch}”"),
            "verwacht werd één lijst, met een naam per regel",
        ),
        Kind::TextBeforeQuestion => say(
            "er staat tekst onder Ervaringen vóór de eerste vraag",
            "begin met een vraag achter ###",
        ),
        Kind::TextBetweenTips { spaces } => say(
            "tussen de tips staat tekst die bij geen tip hoort",
            format!(
                "laat die met {} inspringen als hij de tip erboven toelicht",
                spaces_in_words(*spaces)
            ),
        ),
        Kind::ListRestarts { spaces } => say(
            "de lijst met tips begint opnieuw",
            format!(
                "tips vormen één lijst; laat met {} inspringen wat bij de tip erboven hoort",
                spaces_in_words(*spaces)
            ),
        ),
        Kind::TextAfterQuote => say(
            "er staat tekst onder een citaat",
            "het antwoord staat boven de citaten; zet de tekst daar, of begin de regels met > als die bij een citaat hoort",
        ),
        Kind::QuoteNotHere => say(
            "er staat een citaat zonder vraag",
            "citaten staan onder een vraag (###) van het onderdeel Ervaringen",
        ),
        Kind::SpeakerInMiddle => say(
            "twee citaten in één",
            "zet er een lege regel tussen; een regel die met een streepje begint is de spreker, en de laatste van een citaat",
        ),
        Kind::ListInQuote => say(
            "er staat een lijst in een citaat",
            "een citaat heeft alinea’s, en aan het eind de spreker achter een streepje",
        ),
        Kind::QuoteInQuote => say(
            "er staat een citaat in een citaat",
            "begin de regels met één >",
        ),
        Kind::TipWithoutText => say(
            "de tip begint niet met een tekst",
            "begin met het advies in één alinea",
        ),
        Kind::SeveralParagraphs => say(
            "een onderdeel van een lijst heeft meer dan één alinea",
            "het heeft er één, met hoogstens één lijst eronder",
        ),
        Kind::ListTooDeep => say(
            "de lijst heeft een derde niveau",
            "lijsten hebben hoogstens twee niveaus",
        ),
        Kind::Unsupported(construct) => unsupported(construct),
        Kind::BoldParagraph { text } => say(
            format!("de alinea “{text}” is helemaal vet"),
            "is het een kop, zet er dan #, ## of ### voor en laat de sterretjes weg",
        ),
        Kind::LinkInTitle { url } => say(
            format!("de link naar {url} staat in een titel, die zonder links wordt getoond"),
            "zet hem in de tekst eronder",
        ),
        Kind::SeveralLinks => say(
            "de organisatie heeft meer dan één link",
            "geef er één, zoals in [Naam](https://…)",
        ),
        _ => None,
    }
}

fn unsupported(construct: &Construct) -> Option<(String, String)> {
    match construct {
        Construct::Table => say(
            "een tabel",
            "schrijf een lijst, of een regel grafiek: voor het onderzoek",
        ),
        Construct::Image => say(
            "een afbeelding",
            "verwijder die en schrijf wat zij laat zien",
        ),
        Construct::Footnote => say(
            "een voetnoot",
            "zet de tekst tussen haakjes, of in het onderdeel Bron",
        ),
        Construct::Code => say(
            "een blok code",
            "schrijf een alinea, zonder de regels met ``` eromheen",
        ),
        Construct::InlineCode => say(
            "woorden tussen backticks",
            "schrijf ze zonder backticks, of *cursief*",
        ),
        Construct::IndentedCode => say(
            "tekst die met vier of meer spaties inspringt",
            "verwijder de spaties aan het begin van de regel, of laat hem met drie inspringen als hij bij een tip hoort",
        ),
        Construct::Rule => say(
            "een lijn over de pagina",
            "verwijder die; onderdelen beginnen met ##",
        ),
        Construct::Html(tag) => say(
            format!("de HTML {tag}"),
            "schrijf het zonder tags: *nadruk*, **sterk**, [woorden](https://…)",
        ),
    }
}

fn fact(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::UnknownFact {
            name,
            nearest,
            known,
        } => say(
            format!(
                "het gegeven “{name}” is onbekend{}",
                hint(nearest.as_deref())
            ),
            format!("hier verwacht: {}", facts(known)),
        ),
        Kind::NotAFact => say(
            "deze regel tussen de gegevens is geen gegeven",
            "schrijf naam: rest van de regel, of zet een lege regel voor de tekst",
        ),
        Kind::FactNotHere { name, known } => say(
            format!("het gegeven “{name}” hoort hier niet"),
            format!("hier verwacht: {}", facts(known)),
        ),
        Kind::DuplicateFact { name } => say(
            format!("het gegeven “{name}” staat hier twee keer"),
            "houd een van de twee regels",
        ),
        Kind::EmptyFact { name } => say(
            format!("het gegeven “{name}” heeft geen tekst"),
            "schrijf die achter de dubbele punt, of verwijder de regel",
        ),
        Kind::FactInProse { name } if Fact::of(name) == Some(Fact::Chart) => say(
            format!("een regel met “{name}:” staat in een alinea"),
            "zet er een lege regel voor en na; een grafiek staat op een eigen regel",
        ),
        Kind::FactInProse { name } => say(
            format!("deze regel van de tekst begint met “{name}:”, de naam van een gegeven"),
            format!(
                "gegevens staan direct onder een kop of onder de eerste regel van een onderdeel van een lijst; schrijf {name}\\: als de woorden tekst zijn"
            ),
        ),
        Kind::BadYear { value } => say(
            format!("“{value}” is geen jaar"),
            "schrijf het in cijfers, zoals in jaar: 2016",
        ),
        Kind::BadPage { value } => say(
            format!("“{value}” is geen nummer van een pagina"),
            "schrijf het in cijfers, zoals in pagina: 4",
        ),
        Kind::BadForeign { value } => say(
            format!("“{value}” noemt geen taal en woorden"),
            "schrijf de code van de taal en de woorden, zoals in taal: en What’s in it for me",
        ),
        Kind::ChartAmongFacts => say(
            "er staat een grafiek tussen de gegevens",
            "zet er een lege regel voor; een grafiek staat op een eigen regel",
        ),
        _ => None,
    }
}

#[allow(clippy::too_many_lines, reason = "one arm a message")]
fn whole(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::BadKey { key } => say(
            format!("de sleutel “{key}” heeft andere tekens dan een sleutel kan hebben"),
            "gebruik a tot z, 0 tot 9 en -, en begin niet met -",
        ),
        Kind::LongKey { key, length } => say(
            format!("de sleutel “{key}” heeft {length} tekens"),
            "een sleutel heeft er hoogstens 60",
        ),
        Kind::DuplicateKey { key } => say(
            format!("de sleutel “{key}” staat hier voor de tweede keer"),
            "onder één ouder zijn sleutels uniek; verander er een die nooit gepubliceerd is, of verwijder die en laat het programma er een maken",
        ),
        Kind::FixedKey { key } => say(
            format!("de sleutel “{key}” is een vast deel van een adres"),
            "gebruik een andere",
        ),
        Kind::LoopCount { count } => say(
            format!(
                "de publicatie heeft {count} {}",
                if *count == 1 { "lus" } else { "lussen" }
            ),
            "de figuur heeft er precies twee; noem ze in het onderdeel Lussen",
        ),
        Kind::MissingLoop => say(
            "de fase heeft geen lus",
            "noem die direct onder de kop, zoals in lus: lokaal",
        ),
        Kind::UnknownLoop {
            name,
            nearest,
            known,
        } => say(
            format!("de lus “{name}” is onbekend{}", hint(nearest.as_deref())),
            format!("bekende lussen: {}", list(known.iter().map(String::as_str))),
        ),
        Kind::EmptyLoop { name } => say(
            format!("de lus “{name}” heeft geen fasen"),
            "elke lus heeft er een tot acht",
        ),
        Kind::LoopsApart { crossings } => say(
            format!("de lus wisselt {crossings} keer langs de cyclus"),
            "dat moet twee keer: alle fasen van de ene lus liggen bij elkaar, dan alle van de andere",
        ),
        Kind::PhaseCount { count } => say(
            format!(
                "de publicatie heeft {count} {}",
                if *count == 1 { "fase" } else { "fasen" }
            ),
            "de figuur heeft er twee tot twaalf",
        ),
        Kind::PhasesInLoop { name, count } => say(
            format!("de lus “{name}” heeft {count} fasen"),
            "een lus heeft er hoogstens acht",
        ),
        Kind::EmptyPhase { name } => say(
            format!("de fase “{name}” heeft geen tips en geen vragen"),
            "schrijf minstens een van beide, of verwijder het bestand",
        ),
        Kind::EmptyText => say(
            "een tekst is leeg",
            "schrijf die, of verwijder de kop of het teken ervoor",
        ),
        Kind::BadLink { url } => say(
            format!("de link “{url}” is niet te gebruiken"),
            "gebruik een adres dat begint met https:// of mailto:, of een relatief adres",
        ),
        Kind::OrganisationLink { url } => say(
            format!("de link “{url}” van de organisatie begint niet met https://"),
            "schrijf het hele adres, of alleen de naam",
        ),
        Kind::UnknownTheme {
            name,
            nearest,
            known,
        } => say(
            format!("het thema “{name}” is onbekend{}", hint(nearest.as_deref())),
            known_or(known, "thema’s", "Thema’s"),
        ),
        Kind::UnknownDomain {
            name,
            nearest,
            known,
        } => say(
            format!(
                "het domein “{name}” is onbekend{}",
                hint(nearest.as_deref())
            ),
            known_or(known, "domeinen", "Domeinen"),
        ),
        Kind::ChartColumns { count } => say(
            format!("de grafiek heeft {count} kolommen"),
            "noem één kolom, of twee voor de ene binnen de andere, zoals in grafiek: gemeente, domein",
        ),
        _ => None,
    }
}

fn text(kind: &Kind) -> (String, String) {
    let parts = match kind {
        Kind::SeenMarkup { mark } => say(
            format!("lezers zien “{mark}” zoals het er staat"),
            "verwijder het, of schrijf wat het betekent",
        ),
        Kind::Mojibake { part } => say(
            format!("“{part}” lijkt een letter die in een andere codering is gelezen"),
            "schrijf de letter die bedoeld is",
        ),
        Kind::LostLetter => say(
            "er is een letter verloren gegaan (U+FFFD)",
            "schrijf de letter die bedoeld is",
        ),
        Kind::DoubledQuotes { marks } => say(
            format!("er staan twee aanhalingstekens bij elkaar: {marks}"),
            "houd een van de twee",
        ),
        Kind::SoftHyphen => say(
            "een titel of zoekwoord heeft een zacht afbreekstreepje, dat meegaat in adressen en zoekresultaten",
            "verwijder het; het programma breekt titels zelf af",
        ),
        Kind::PhaseCountInText { words, count } => say(
            format!("de tekst zegt “{words}”, en de publicatie heeft {count} fasen"),
            "verander een van de twee",
        ),
        _ => None,
    };
    parts.unwrap_or_default()
}

/// A size with one decimal. More than 5 MB is never shown as 5,0.
fn megabytes(size: u64) -> String {
    let tenths = (size * 10).div_ceil(1024 * 1024);
    format!("{},{}", tenths / 10, tenths % 10)
}

pub(super) fn hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| {
        format!(" (bedoeld is misschien “{name}”)")
    })
}

fn known_or(known: &[String], what: &str, section: &str) -> String {
    match known {
        [] => format!("noem de {what} in het onderdeel {section}, of verwijder het gegeven"),
        known => format!("bekende {what}: {}", list(known.iter().map(String::as_str))),
    }
}

fn facts(known: &[[&'static str; 2]]) -> String {
    match known {
        [] => "geen gegevens".into(),
        known => list(known.iter().map(|[dutch, _]| *dutch)),
    }
}

fn sections(is_publication: bool) -> impl Iterator<Item = &'static str> {
    let sections: &[Section] = match is_publication {
        true => &Section::OF_PUBLICATION,
        false => &Section::OF_PHASE,
    };
    sections.iter().map(|section| section.name(Language::Dutch))
}

fn spaces_in_words(spaces: usize) -> String {
    match spaces {
        2 => "twee spaties".into(),
        3 => "drie spaties".into(),
        4 => "vier spaties".into(),
        spaces => format!("{spaces} spaties"),
    }
}
