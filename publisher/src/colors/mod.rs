//! Colors of the phases: given by the publication, or spread evenly.

mod check;
#[cfg(test)]
mod colors_test;
mod css;
mod spread;
pub mod vision;

use palette::convert::FromColorUnclamped;
use palette::rgb::FromHexError;
use palette::{FromColor, Oklab, Oklch, Srgb};

pub use check::{Weakness, check};
pub use css::{css, older_engines};
pub use spread::spread;
use vision::{Light, VISIONS, luminance, perceived_color};

/// The least distance in OKLab of phases that touch: more than four times a just noticeable difference.
pub const MIN_DISTANCE: f64 = 0.09;

/// The least contrast in grayscale of phases that follow each other along the ribbon.
pub const MIN_GRAY_CONTRAST: f64 = 1.4;

/// The least contrast of a phase with the surface (WCAG 2.2, success criterion 1.4.11).
pub const MIN_CONTRAST: f64 = 3.0;

/// The least contrast of text with the color of a phase behind it (WCAG 2.2, success criterion 1.4.3).
pub const MIN_TEXT_CONTRAST: f64 = 4.5;

/// The surface in the light and the dark theme, as in `styles/tokens.css`.
pub const SURFACES: [&str; 2] = ["#fbfaf7", "#14171c"];

/// The background colors of host pages that are hardest to stand out from: the darkest light one and the lightest dark
/// one on which the design works. On medium backgrounds, colors can't both stand out and differ enough from each other.
pub const HARDEST_HOSTS: [&str; 2] = ["#8ecae6", "#154273"];

/// The least lightness in OKLCH of light backgrounds, on which phases and text are dark. The formulas in
/// `styles/tokens.css` have the same threshold.
const LIGHT_FROM: f64 = 0.57;

/// The places where a phase has a color of its own. On host pages with a background of their own, only the lightness
/// differs between light and dark backgrounds.
pub const PLACES: [[&str; 2]; 4] = [
    ["in het lichte thema", "in the light theme"],
    ["in het donkere thema", "in the dark theme"],
    [
        "op lichte achtergronden van andere pagina’s",
        "on light backgrounds of host pages",
    ],
    [
        "op donkere achtergronden van andere pagina’s",
        "on dark backgrounds of host pages",
    ],
];

/// The color of a phase in both themes, and the values from which CSS derives its color on host pages with a background
/// of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseColor {
    /// The color in the light theme.
    pub light: Srgb<u8>,
    /// The color in the dark theme.
    pub dark: Srgb<u8>,
    /// Lightness in OKLCH on light backgrounds of host pages, from 0 to 1.
    pub on_light: f64,
    /// Lightness in OKLCH on dark backgrounds of host pages, from 0 to 1.
    pub on_dark: f64,
    /// Chroma in OKLCH on host pages, in the gamut of sRGB at both lightnesses.
    pub chroma: f64,
    /// Hue in OKLCH on host pages, in degrees.
    pub hue: f64,
}

impl PhaseColor {
    /// The color in the light theme in CSS, as in `#006365`.
    #[must_use]
    pub fn light_hex(&self) -> String {
        format!("#{:x}", self.light)
    }

    /// The color in the dark theme in CSS, as in `#2aa8ab`.
    #[must_use]
    pub fn dark_hex(&self) -> String {
        format!("#{:x}", self.dark)
    }

    /// The light of the phase in each of the [`PLACES`].
    #[must_use]
    pub fn lights(&self) -> [Light; 4] {
        let on_host = |lightness| oklch(lightness, self.chroma, self.hue);
        [
            self.light.into_linear(),
            self.dark.into_linear(),
            on_host(self.on_light),
            on_host(self.on_dark),
        ]
    }

    /// The light of the phase on a host page whose background has this lightness in OKLCH, as CSS derives it.
    #[must_use]
    pub fn on_background(&self, lightness: f64) -> Light {
        let lightness = match lightness < LIGHT_FROM {
            true => self.on_dark,
            false => self.on_light,
        };
        oklch(lightness, self.chroma, self.hue)
    }

    /// The color in each of the [`PLACES`] with each of the [`VISIONS`].
    fn perceived(&self) -> [[Oklab<f64>; 4]; 4] {
        self.lights()
            .map(|light| VISIONS.map(|(_, matrix)| perceived_color(&matrix, light)))
    }

    /// The relative luminance in each of the [`PLACES`].
    fn luminances(&self) -> [f64; 4] {
        self.lights().map(luminance)
    }
}

/// How two phases meet in the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// They don't touch.
    Apart,
    /// Both begin or end a loop, so they meet at the crossing.
    Crossing,
    /// One follows the other along the ribbon.
    Neighbors,
}

/// How two phases meet. The cycle has the loop of each phase.
#[must_use]
pub fn touch(cycle: &[usize], one: usize, other: usize) -> Touch {
    let count = cycle.len();
    let next = |phase: usize| (phase + 1) % count;
    let previous = |phase: usize| (phase + count - 1) % count;
    let at_crossing =
        |phase: usize| cycle[phase] != cycle[next(phase)] || cycle[phase] != cycle[previous(phase)];
    if next(one) == other || next(other) == one {
        Touch::Neighbors
    } else if at_crossing(one) && at_crossing(other) {
        Touch::Crossing
    } else {
        Touch::Apart
    }
}

/// The color of a phase from the colors in the light and the dark theme, in hexadecimal.
///
/// On host pages it has the hue of the dark theme, whose colors are lighter, so that hue is more visible; the lightness of
/// both as far as it stands out from the [`HARDEST_HOSTS`]; and the chroma that both have and that is in the gamut.
///
/// # Errors
/// If a color isn't in hexadecimal, as in `#006365`.
pub fn given(light: &str, dark: &str) -> Result<PhaseColor, FromHexError> {
    let (light, dark): (Srgb<u8>, Srgb<u8>) = (light.parse()?, dark.parse()?);
    let [on_light, on_dark] =
        [light, dark].map(|color| Oklab::<f64>::from_color(color.into_linear::<f64>()));
    let hue = on_dark.b.atan2(on_dark.a).to_degrees();
    let hue = hue.round().rem_euclid(360.0);
    let chroma = on_light.a.hypot(on_light.b).min(on_dark.a.hypot(on_dark.b));
    // The final chroma may be lower, which changes the luminance a little.
    let least_contrast = MIN_CONTRAST + 0.2;
    let [darkest, lightest] = HARDEST_HOSTS.map(|color| luminance(parse(color)) + 0.05);
    let most = lightness(darkest / least_contrast - 0.05, chroma, hue);
    let least = lightness(lightest * least_contrast - 0.05, chroma, hue);
    let on_light = thousandths(on_light.l.min(most));
    let on_dark = thousandths(on_dark.l.max(least));
    let chroma = [on_light, on_dark]
        .map(|lightness| max_chroma(lightness, hue))
        .into_iter()
        .fold(chroma, f64::min);
    Ok(PhaseColor {
        light,
        dark,
        on_light,
        on_dark,
        chroma: thousandths(chroma),
        hue,
    })
}

/// The light of a constant color in hexadecimal.
fn parse(color: &str) -> Light {
    let color: Srgb<u8> = color.parse().expect("a color in hexadecimal");
    color.into_linear()
}

/// The light of a color in OKLCH, possibly outside the gamut of sRGB.
fn oklch(lightness: f64, chroma: f64, hue: f64) -> Light {
    Light::from_color_unclamped(Oklch::new(lightness, chroma, hue))
}

/// The largest chroma of a lightness and a hue in the gamut of sRGB.
fn max_chroma(lightness: f64, hue: f64) -> f64 {
    // An excess of less than 0.002 is invisible.
    let in_gamut = |light: Light| {
        [light.red, light.green, light.blue]
            .iter()
            .all(|channel| (-0.0019..1.0019).contains(channel))
    };
    // No color in sRGB has a chroma above 0.33.
    bisect(0.33, |chroma| in_gamut(oklch(lightness, chroma, hue)))
}

/// The lightness in OKLCH that a color has at a relative luminance and, as far as it is in the gamut of sRGB, a chroma.
fn lightness(target: f64, chroma: f64, hue: f64) -> f64 {
    bisect(1.0, |lightness| {
        let chroma = max_chroma(lightness, hue).min(chroma);
        luminance(oklch(lightness, chroma, hue)) < target
    })
}

/// The number between 0 and `most` up to which a condition holds, to five digits.
fn bisect(most: f64, condition: impl Fn(f64) -> bool) -> f64 {
    let (mut least, mut most) = (0.0, most);
    for _ in 0..17 {
        let middle = f64::midpoint(least, most);
        match condition(middle) {
            true => least = middle,
            false => most = middle,
        }
    }
    least
}

/// Rounds down to thousandths, which are invisible.
fn thousandths(number: f64) -> f64 {
    (number * 1e3).floor() / 1e3
}
