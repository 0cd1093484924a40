//! Small invented publications with cycles of any number of phases.

/// Names in full, of 56 to 60 characters, and in short.
const NAMES: [[&str; 2]; 12] = [
    [
        "Signaleren van vragen en knelpunten in de huidige praktijk",
        "Signaleren",
    ],
    [
        "Verkennen van bestaande kennis, ervaring en best practices",
        "Verkennen",
    ],
    [
        "Ordenen en duiden van onderzoek samen met de betrokkenen",
        "Ordenen",
    ],
    [
        "Ontwerpen van een aanpak die past bij inwoners en de wijk",
        "Ontwerpen",
    ],
    [
        "Beproeven van de aanpak in een kleine groep van gemeenten",
        "Beproeven",
    ],
    [
        "Evalueren met inwoners, professionals en kennisinstituten",
        "Evalueren",
    ],
    [
        "Vaststellen van werkzame bestanddelen en randvoorwaarden",
        "Vaststellen",
    ],
    [
        "Beschrijven van de aanpak in een handreiking met voorbeelden",
        "Beschrijven",
    ],
    [
        "Verspreiden via opleidingen, netwerken en beroepsorganisatie",
        "Verspreiding",
    ],
    [
        "Toepassen in beleid, inkoop en uitvoering van de gemeente",
        "Toepassen",
    ],
    [
        "Begeleiden van professionals bij invoering en implementatie",
        "Begeleiding",
    ],
    [
        "Bijstellen op grond van monitoring, klachten en ervaringen",
        "Bijstelling",
    ],
];

/// A word of 60 letters.
const WORD: &str = "Kennisinfrastructuurontwikkelingsprogrammacoördinatiebureaus";

/// The names of the phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// One word each, the longest of 12 letters.
    Short,
    /// Up to 60 characters each, with a short name.
    Long,
    /// Up to 60 characters each, also where space is narrow.
    LongOnly,
    /// One word of 60 letters each.
    Unbroken,
}

/// The text of an invented publication in Dutch, as names and contents of files. Its cycle has `counts` phases in the left
/// and the right loop, and begins with the phase at `first` along the left and then the right loop.
#[must_use]
pub fn cycle([left, right]: [usize; 2], first: usize, names: Names) -> Vec<(String, String)> {
    let mut loops = [vec!["lokaal"; left], vec!["landelijk"; right]].concat();
    loops.rotate_left(first % (left + right));
    let overview = "# De kennislus\nondertitel: Hoe stroomt kennis?\n\n\
        ## Model\nuitnodiging: Klik op een fase.\n\nEen liggende acht.\n\n\
        ## Lussen\n- Lokale kennisinfrastructuur {#lokaal}\n- Landelijke kennisinfrastructuur {#landelijk}\n\n\
        ## Domeinen\n- Wmo {#wmo}\n";
    let mut files = vec![("publicatie.md".into(), overview.into())];
    for (index, (phase_loop, [long, short])) in loops.into_iter().zip(NAMES).enumerate() {
        let (name, short_name) = match names {
            Names::Short => (short, short),
            Names::Long => (long, short),
            Names::LongOnly => (long, long),
            Names::Unbroken => (WORD, WORD),
        };
        let number = index + 1;
        let text = format!(
            "# {name} {{#fase-{number}}}\nkort: {short_name}\nlus: {phase_loop}\n\n\
            ## Tips\n1. Vraag het na. {{#tip-1}}\n2. Schrijf het op. {{#tip-2}}\n\n\
            ## Ervaringen\n### Wat werkt? {{#wat-werkt}}\nVragen en luisteren.\n\n\
            > Dat klopt.\n> — Beleidsadviseur Wmo {{#citaat-1}}\n"
        );
        files.push((format!("{number}-fase.md"), text));
    }
    files
}
