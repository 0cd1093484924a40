//! Small invented publications with cycles of any number of phases.

use serde_json::{Value, json};

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

/// The content of a publication in JSON whose cycle has `counts` phases in the left and the right loop. The first phase
/// is the one at `first` along the left and then the right loop.
#[must_use]
pub fn cycle(counts: [usize; 2], first: usize, names: Names) -> Value {
    let publication = include_str!("../../../content/nl.json");
    let mut content: Value = serde_json::from_str(publication).expect("content/nl.json is JSON");
    let template = content["phases"][0].clone();
    let [left, right] = [0, 1].map(|side| content["loops"][side]["id"].clone());
    let mut loops = [vec![left; counts[0]], vec![right; counts[1]]].concat();
    loops.rotate_left(first % (counts[0] + counts[1]));
    let phases = loops
        .into_iter()
        .zip(NAMES)
        .map(|(phase_loop, [long, short])| {
            let (name, short_name) = match names {
                Names::Short => (short, short),
                Names::Long => (long, short),
                Names::LongOnly => (long, long),
                Names::Unbroken => (WORD, WORD),
            };
            let mut phase = template.clone();
            phase["slug"] = json!(short.to_lowercase());
            phase["name"] = json!(name);
            phase["short_name"] = json!(short_name);
            phase["loop"] = phase_loop;
            phase
        });
    content["phases"] = phases.collect();
    content
}
