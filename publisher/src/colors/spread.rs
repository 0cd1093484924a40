//! Colors for any number of phases, spread evenly.
//!
//! Phases choose from a set of candidates, as far from each other as they can: they repel each other with an energy that
//! grows steeply as two colors get alike, for the eye that distinguishes them least. Phases in turn take the candidate
//! with the least energy until none changes, from several starts, of which the best result counts.
//!
//! Least values that are reached in both themes and on all backgrounds of host pages, by the numbers of phases in the two
//! loops: distances in OKLab for every color vision, the contrast in grayscale, and the distance of hues.
//!
//! | Phases | Touching | Apart | Apart or touching, normal vision | Grayscale contrast of neighbors | Hues, degrees |
//! | --- | --- | --- | --- | --- | --- |
//! | 1 + 1 | 0.173 | – | 0.275 | 1.68 | 180 |
//! | 1 + 2 | 0.117 | – | 0.218 | 1.40 | 90 |
//! | 2 + 2 | 0.102 | – | 0.189 | 1.68 | 75 |
//! | 1 + 3 | 0.102 | 0.213 | 0.189 | 1.68 | 75 |
//! | 2 + 3 | 0.090 | 0.092 | 0.132 | 1.41 | 60 |
//! | 3 + 3 | 0.099 | 0.077 | 0.144 | 1.68 | 52 |
//! | 3 + 4 | 0.092 | 0.055 | 0.108 | 1.41 | 30 |
//! | 4 + 4 | 0.094 | 0.055 | 0.099 | 1.41 | 30 |
//! | 3 + 5 | 0.090 | 0.060 | 0.097 | 1.41 | 37 |
//! | 5 + 4 | 0.095 | 0.044 | 0.081 | 1.41 | 22 |
//! | 1 + 8 | 0.094 | 0.050 | 0.100 | 1.41 | 30 |
//! | 5 + 5 | 0.094 | 0.042 | 0.093 | 1.41 | 15 |
//! | 8 + 2 | 0.092 | 0.042 | 0.085 | 1.40 | 22 |
//! | 6 + 5 | 0.090 | 0.043 | 0.067 | 1.41 | 15 |
//! | 6 + 6 | 0.095 | 0.036 | 0.067 | 1.41 | 15 |
//! | 8 + 4 | 0.092 | 0.036 | 0.065 | 1.41 | 15 |
//! | 4 + 8 | 0.091 | 0.034 | 0.067 | 1.41 | 15 |

use palette::color_difference::EuclideanDistance;
use palette::{FromColor, Oklab, Srgb};

use super::vision::{contrast, luminance};
use super::{
    HARDEST_HOSTS, MIN_DISTANCE, MIN_GRAY_CONTRAST, PhaseColor, lightness, max_chroma, oklch,
    parse, thousandths, touch,
};

/// The number of hues to choose from.
const HUES: usize = 48;

/// The number of tones of each hue to choose from. The first stands out least from the surface, the last stands out most.
const TONES: usize = 5;

/// The contrast of successive tones: two steps are more than [`MIN_GRAY_CONTRAST`].
const TONE_CONTRAST: f64 = 1.19;

/// The contrast of the first tone with the [`HARDEST_HOSTS`], the light and the dark one.
const HOST_CONTRAST: [f64; 2] = [3.49, 3.49];

/// The largest chroma in the themes and on host pages: rich, but not shrill.
const MAX_CHROMA: [f64; 2] = [0.14, 0.13];

/// The margin above the limits for phases that touch, because browsers round.
const MARGIN: f64 = 1.0025;

/// The number of starts that differ only by a rotation of their hues.
const ROTATIONS: usize = 8;

/// The energy of a phase that breaks a rule.
const FORBIDDEN: f64 = 1e6;

/// The colors of phases, as different as possible. The cycle has the loop of each phase.
#[must_use]
pub fn spread(cycle: &[usize]) -> Vec<PhaseColor> {
    let candidates = candidates();
    let energies = Energies::new(&candidates, cycle);
    let results = starts(cycle.len()).map(|mut chosen| {
        energies.improve(&mut chosen);
        (energies.total(&chosen), chosen)
    });
    let best = results.reduce(|best, result| match result.0 < best.0 {
        true => result,
        false => best,
    });
    // There is a start for every number of phases.
    let (_, chosen) = best.unwrap_or_default();
    chosen
        .into_iter()
        .map(|candidate| candidates[candidate].clone())
        .collect()
}

/// The colors to choose from: [`TONES`] of each of the [`HUES`].
fn candidates() -> Vec<PhaseColor> {
    let hues = (0..HUES).map(|hue| (360.0 * hue as f64 / HUES as f64).round());
    hues.flat_map(|hue| (0..TONES).map(move |tone| candidate(hue, tone)))
        .collect()
}

/// The candidate of a hue in degrees and a tone.
fn candidate(hue: f64, tone: usize) -> PhaseColor {
    let [theme_chroma, host_chroma] = MAX_CHROMA;
    let [light_host, dark_host] = HARDEST_HOSTS.map(|color| luminance(parse(color)) + 0.05);
    let step = TONE_CONTRAST.powi(tone as i32);
    let luminances = [
        light_host / HOST_CONTRAST[0] / step - 0.05,
        dark_host * HOST_CONTRAST[1] * step - 0.05,
    ];
    let [light, dark] = luminances.map(|luminance| {
        let lightness = lightness(luminance, theme_chroma, hue);
        let chroma = max_chroma(lightness, hue).min(theme_chroma);
        Srgb::from_linear(oklch(lightness, chroma, hue))
    });
    let chroma = luminances
        .map(|luminance| max_chroma(lightness(luminance, host_chroma, hue), hue))
        .into_iter()
        .fold(host_chroma, f64::min);
    let chroma = thousandths(chroma - 0.001);
    let [on_light, on_dark] =
        luminances.map(|luminance| thousandths(lightness(luminance, chroma, hue) + 0.0005));
    PhaseColor {
        light,
        dark,
        on_light,
        on_dark,
        chroma,
        hue,
    }
}

/// First choices: hues at equal distances, in the order of the circle or of a star, and alternating tones.
fn starts(count: usize) -> impl Iterator<Item = Vec<usize>> {
    let rotations = move |skip| (0..ROTATIONS).map(move |rotation| (skip, rotation));
    (1..count.max(2))
        .flat_map(rotations)
        .map(move |(skip, rotation)| {
            let choose = |phase: usize| {
                let turns = phase * skip * ROTATIONS + rotation;
                let hue = (turns * HUES / (count * ROTATIONS)) % HUES;
                let tone = match phase % 2 {
                    // The last phase of an odd cycle is between those beside it.
                    0 if phase + 1 == count => TONES / 2,
                    0 => 0,
                    _ => TONES - 1,
                };
                hue * TONES + tone
            };
            (0..count).map(choose).collect()
        })
}

/// The energies of all candidates and pairs of candidates.
struct Energies {
    /// The number of candidates.
    count: usize,
    /// The energy of each candidate.
    own: Vec<f64>,
    /// The energy of each two candidates, for each way to meet.
    pairs: [Vec<f64>; 3],
    /// How each two phases meet, as an index into `pairs`.
    touches: Vec<Vec<usize>>,
}

impl Energies {
    fn new(candidates: &[PhaseColor], cycle: &[usize]) -> Self {
        let (count, phases) = (candidates.len(), cycle.len());
        let measures: Vec<_> = candidates.iter().map(Measures::new).collect();
        let mut pairs = [(); 3].map(|()| vec![0.0; count * count]);
        for one in 0..count {
            for other in 0..=one {
                let energies = measures[one].energies(&measures[other], phases);
                for (pairs, energy) in pairs.iter_mut().zip(energies) {
                    pairs[one * count + other] = energy;
                    pairs[other * count + one] = energy;
                }
            }
        }
        let touches = |one| {
            let touch = |other| touch(cycle, one, other) as usize;
            (0..phases).map(touch).collect()
        };
        Self {
            count,
            own: measures.iter().map(Measures::own_energy).collect(),
            pairs,
            touches: (0..phases).map(touches).collect(),
        }
    }

    /// Lets phases in turn take the candidate with the least energy, until none changes.
    fn improve(&self, chosen: &mut [usize]) {
        // Each change lowers the total energy, so this ends.
        let mut changed = true;
        while changed {
            changed = false;
            for phase in 0..chosen.len() {
                let (mut best, mut least) = (chosen[phase], self.of(chosen, phase, chosen[phase]));
                for candidate in 0..self.count {
                    let energy = self.of(chosen, phase, candidate);
                    // Smaller differences are due to rounding.
                    if energy < least - 1e-9 {
                        (best, least) = (candidate, energy);
                        changed = true;
                    }
                }
                chosen[phase] = best;
            }
        }
    }

    /// The energy of a phase that takes a candidate, among the choices of the others.
    fn of(&self, chosen: &[usize], phase: usize, candidate: usize) -> f64 {
        let row = candidate * self.count;
        let mut energy = self.own[candidate];
        for (other, touch) in self.touches[phase].iter().enumerate() {
            if other != phase {
                energy += self.pairs[*touch][row + chosen[other]];
            }
        }
        energy
    }

    fn total(&self, chosen: &[usize]) -> f64 {
        let mut energy = 0.0;
        for (phase, candidate) in chosen.iter().enumerate() {
            // Phases share the energy of a pair.
            energy += (self.of(chosen, phase, *candidate) + self.own[*candidate]) / 2.0;
        }
        energy
    }
}

/// Measures of a candidate.
struct Measures {
    colors: [[Oklab<f64>; 4]; 4],
    luminances: [f64; 4],
    hue: f64,
    /// Chroma in the light and the dark theme, and on host pages.
    chromas: [f64; 3],
}

impl Measures {
    fn new(color: &PhaseColor) -> Self {
        let chroma = |color: Srgb<u8>| {
            let color = Oklab::<f64>::from_color(color.into_linear::<f64>());
            color.a.hypot(color.b)
        };
        Self {
            colors: color.perceived(),
            luminances: color.luminances(),
            hue: color.hue,
            chromas: [chroma(color.light), chroma(color.dark), color.chroma],
        }
    }

    /// The energy of a candidate: dull colors are less welcome.
    fn own_energy(&self) -> f64 {
        let energies = self.chromas.map(|chroma| 0.3 * (0.08 / chroma).powi(4));
        energies.into_iter().sum()
    }

    /// The energies of two candidates that are apart, meet at the crossing, or follow each other.
    fn energies(&self, other: &Self, phases: usize) -> [f64; 3] {
        let (mut normal, mut deficient) = (1.0_f64, 1.0_f64);
        for (one, other) in self.colors.iter().zip(&other.colors) {
            normal = normal.min(one[0].distance(other[0]));
            for vision in 1..one.len() {
                deficient = deficient.min(one[vision].distance(other[vision]));
            }
        }
        let gray = self.luminances.iter().zip(&other.luminances);
        let gray = gray.map(|(one, other)| contrast(*one, *other));
        let gray = gray.fold(f64::INFINITY, f64::min);
        let hue = (self.hue - other.hue).rem_euclid(360.0);
        let hue = hue.min(360.0 - hue);

        // Most people have normal vision, for which more is possible.
        let distance = deficient.min(0.6 * normal).max(0.001);
        // The energy of one is reached about where as many colors as phases can be apart.
        let phases = phases as f64;
        let by_distance = (0.17 / phases.sqrt() / distance).powi(8);
        let by_hue = (0.6 * 360.0 / phases / hue.max(1.0)).powi(6);
        let apart = by_distance + by_hue;

        // The more a rule is broken, the more energy, so that improvements lead to where no rule is broken.
        let forbidden = |least: f64, value: f64| match value < least * MARGIN {
            true => FORBIDDEN * (1.0 + least - value),
            false => 0.0,
        };
        let touching = apart + forbidden(MIN_DISTANCE, normal.min(deficient));
        [
            apart,
            touching,
            touching + forbidden(MIN_GRAY_CONTRAST, gray),
        ]
    }
}
