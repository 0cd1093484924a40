//! Weaknesses of the colors that a publication gives to its phases.

use palette::color_difference::EuclideanDistance;
use palette::{FromColor, Oklab};

use super::vision::{VISIONS, contrast, luminance};
use super::{
    LIGHT_FROM, MIN_CONTRAST, MIN_DISTANCE, MIN_GRAY_CONTRAST, MIN_TEXT_CONTRAST, PLACES,
    PhaseColor, SURFACES, Touch, parse, touch,
};
use crate::manuscript::Language;

/// A property of colors that makes the figure hard to read. Phases count from 0; places and visions
/// have their names in Dutch and English.
#[derive(Clone, Debug, PartialEq)]
pub enum Weakness {
    /// A phase hardly stands out from the surface.
    Surface {
        phase: usize,
        place: [&'static str; 2],
        contrast: f64,
    },
    /// Text on the color of a phase is hard to read.
    Text {
        phase: usize,
        place: [&'static str; 2],
        contrast: f64,
    },
    /// Two phases that touch look alike.
    Alike {
        phases: (usize, usize),
        place: [&'static str; 2],
        vision: [&'static str; 2],
        distance: f64,
    },
    /// Two phases that follow each other look alike in grayscale.
    AlikeInGray {
        phases: (usize, usize),
        place: [&'static str; 2],
        contrast: f64,
    },
}

impl Weakness {
    /// The fault, and the expectation.
    #[must_use]
    pub fn parts(&self, language: Language) -> (String, String) {
        // Rounds down, so that no number seems to be as expected.
        let floor = |number: f64| {
            let text = format!("{:.2}", (number * 100.0).floor() / 100.0);
            match language {
                Language::Dutch => text.replace('.', ","),
                Language::English => text,
            }
        };
        let at_least = |least: f64| match language {
            Language::Dutch => format!("verwacht is ten minste {least}").replace('.', ","),
            Language::English => format!("expected at least {least}"),
        };
        let [dutch, english, least] = match self {
            Self::Surface {
                phase,
                place: [dutch, english],
                contrast,
            } => {
                let (phase, contrast) = (phase + 1, floor(*contrast));
                [
                    format!(
                        "kleur van fase {phase} heeft {dutch} een contrast van {contrast} met de achtergrond"
                    ),
                    format!(
                        "color of phase {phase} has a contrast of {contrast} with the surface {english}"
                    ),
                    at_least(MIN_CONTRAST),
                ]
            }
            Self::Text {
                phase,
                place: [dutch, english],
                contrast,
            } => {
                let (phase, contrast) = (phase + 1, floor(*contrast));
                [
                    format!(
                        "kleur van fase {phase} heeft {dutch} een contrast van {contrast} met de tekst erop"
                    ),
                    format!(
                        "color of phase {phase} has a contrast of {contrast} with text on it {english}"
                    ),
                    at_least(MIN_TEXT_CONTRAST),
                ]
            }
            Self::Alike {
                phases: (one, other),
                place: [dutch, english],
                vision: [dutch_vision, english_vision],
                distance,
            } => {
                let (one, other, distance) = (one + 1, other + 1, floor(*distance));
                [
                    format!(
                        "kleuren van fase {one} en {other}, die elkaar raken, verschillen {dutch} {distance} bij {dutch_vision}"
                    ),
                    format!(
                        "colors of phases {one} and {other}, which touch, are {distance} apart for {english_vision} {english}"
                    ),
                    at_least(MIN_DISTANCE),
                ]
            }
            Self::AlikeInGray {
                phases: (one, other),
                place: [dutch, english],
                contrast,
            } => {
                let (one, other, contrast) = (one + 1, other + 1, floor(*contrast));
                [
                    format!(
                        "kleuren van fase {one} en {other}, die op elkaar volgen, hebben {dutch} in grijs een contrast van {contrast}"
                    ),
                    format!(
                        "colors of phases {one} and {other}, which follow each other, have a contrast of {contrast} in grayscale {english}"
                    ),
                    at_least(MIN_GRAY_CONTRAST),
                ]
            }
        };
        match language {
            Language::Dutch => (dutch, least),
            Language::English => (english, least),
        }
    }
}

/// The weaknesses of the colors of phases: for each phase in each theme, and for each two phases in the least favorable
/// place. The cycle has the loop of each phase.
#[must_use]
pub fn check(colors: &[PhaseColor], cycle: &[usize]) -> Vec<Weakness> {
    let of_phases = (0..colors.len()).flat_map(|phase| of_phase(phase, &colors[phase]));
    let pairs =
        (0..colors.len()).flat_map(|one| (one + 1..colors.len()).map(move |other| (one, other)));
    let of_pairs = pairs.flat_map(|(one, other)| {
        let touch = touch(cycle, one, other);
        let pair = (&colors[one], &colors[other]);
        let alike = (touch != Touch::Apart).then(|| alike((one, other), pair));
        let in_gray = (touch == Touch::Neighbors).then(|| alike_in_gray((one, other), pair));
        [alike.flatten(), in_gray.flatten()]
    });
    of_phases.chain(of_pairs.flatten()).collect()
}

/// The weaknesses of one phase. Its colors on host pages have none, as they are derived.
fn of_phase(phase: usize, color: &PhaseColor) -> Vec<Weakness> {
    let mut weaknesses = Vec::new();
    let themes = [color.light, color.dark].into_iter().zip(SURFACES);
    for ((color, surface), place) in themes.zip(PLACES) {
        let light = color.into_linear();
        let with_surface = contrast(luminance(light), luminance(parse(surface)));
        if with_surface < MIN_CONTRAST {
            weaknesses.push(Weakness::Surface {
                phase,
                place,
                contrast: with_surface,
            });
        }
        let text = match Oklab::<f64>::from_color(light).l < LIGHT_FROM {
            true => 1.0,
            false => 0.0,
        };
        let with_text = contrast(luminance(light), text);
        if with_text < MIN_TEXT_CONTRAST {
            weaknesses.push(Weakness::Text {
                phase,
                place,
                contrast: with_text,
            });
        }
    }
    weaknesses
}

/// Whether two phases that touch look alike, where and to whom they do most.
fn alike(phases: (usize, usize), (one, other): (&PhaseColor, &PhaseColor)) -> Option<Weakness> {
    let (one, other) = (one.perceived(), other.perceived());
    let distances = PLACES.into_iter().enumerate().flat_map(|(at, place)| {
        let visions = VISIONS.into_iter().enumerate();
        visions.map(move |(by, (vision, _))| (one[at][by].distance(other[at][by]), place, vision))
    });
    let (distance, place, vision) = distances.min_by(|one, other| one.0.total_cmp(&other.0))?;
    (distance < MIN_DISTANCE).then_some(Weakness::Alike {
        phases,
        place,
        vision,
        distance,
    })
}

/// Whether two phases that follow each other look alike in grayscale, where they do most.
fn alike_in_gray(
    phases: (usize, usize),
    (one, other): (&PhaseColor, &PhaseColor),
) -> Option<Weakness> {
    let pairs = one.luminances().into_iter().zip(other.luminances());
    let contrasts = pairs.map(|(one, other)| contrast(one, other)).zip(PLACES);
    let (contrast, place) = contrasts.min_by(|one, other| one.0.total_cmp(&other.0))?;
    (contrast < MIN_GRAY_CONTRAST).then_some(Weakness::AlikeInGray {
        phases,
        place,
        contrast,
    })
}
