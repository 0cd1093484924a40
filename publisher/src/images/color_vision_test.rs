//! Colors of the phases as seen with a color vision deficiency and in grayscale.

use std::array::from_fn;

use palette::color_difference::{EuclideanDistance, Wcag21RelativeContrast};
use palette::convert::FromColorUnclamped;
use palette::{FromColor, Oklab, Oklch, Srgb};
use test_support::backgrounds::BACKGROUNDS;

/// Linear light of red, green and blue, from 0 to 1.
type Light = palette::LinSrgb<f64>;
type Matrix = [[f64; 3]; 3];

/// The light that is perceived without the cones for long, middle or short waves: Machado, Oliveira
/// and Fernandes 2009, severity 1 (<https://doi.org/10.1109/TVCG.2009.113>).
const DEFICIENCIES: [(&str, Matrix); 3] = [
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// The least distance of two colors in OKLab: more than four times a just noticeable difference.
const MIN_DISTANCE: f64 = 0.09;

fn times(matrix: &Matrix, light: Light) -> Light {
    let light = [light.red, light.green, light.blue];
    let channels: [f64; 3] = from_fn(|row| {
        (0..3)
            .map(|column| matrix[row][column] * light[column])
            .sum()
    });
    channels.into()
}

/// The light of a color like `#09635f`.
fn light(color: &str) -> Light {
    let color: Srgb<u8> = color.parse().expect("a color in hexadecimal");
    color.into_linear()
}

/// The OKLab color of light that a screen can show.
fn oklab(light: Light) -> Oklab<f64> {
    let [red, green, blue] =
        [light.red, light.green, light.blue].map(|channel| channel.clamp(0.0, 1.0));
    Oklab::from_color(Light::new(red, green, blue))
}

/// The value of a token, up to `end`.
fn token(name: &str, end: &str) -> &'static str {
    let (_, value) = include_str!("../../../styles/tokens.css")
        .split_once(&format!("{name}: "))
        .unwrap_or_else(|| panic!("missing token {name} in tokens.css"));
    let (value, _) = value.split_once(end).expect("a value that ends");
    value
}

/// The light of the phases in both themes and on backgrounds of host pages, with a description of the place.
fn phases() -> Vec<(String, [Light; 4])> {
    let themes = ["light", "dark"]
        .into_iter()
        .enumerate()
        .map(|(theme, name)| {
            let phases = from_fn(|phase| {
                let pair = token(&format!("--_phase-{}", phase + 1), "))");
                let (_, pair) = pair.split_once("light-dark(").expect("one for each theme");
                light(pair.split(", ").nth(theme).expect("two colors"))
            });
            (format!("in the {name} theme"), phases)
        });
    let hosts = BACKGROUNDS.into_iter().map(|background| {
        let lightness = oklab(light(background)).l;
        (
            format!("on {background}"),
            from_fn(|phase| on_background(phase, lightness)),
        )
    });
    themes.chain(hosts).collect()
}

/// The light of a phase on a background of this lightness, as the tokens derive it.
fn on_background(phase: usize, lightness: f64) -> Light {
    let name = format!("--_surface-phase-{}", phase + 1);
    let value = token(&name, ");\n");
    let value = value.strip_prefix("oklch(from var(--kl-surface) clamp(");
    let (bounds, rest) = value
        .and_then(|value| value.rsplit_once(") "))
        .expect(&name);
    let (least, most) = bounds.split_once(", (0.57 - l) * 1e4, ").expect(&name);
    let (chroma, hue) = rest.split_once(' ').expect(&name);
    let [least, most, chroma, hue] =
        [least, most, chroma, hue].map(|number| number.parse::<f64>().expect(&name));
    let lightness = ((0.57 - lightness) * 1e4).clamp(least, most);
    Light::from_color_unclamped(Oklch::new(lightness, chroma, hue))
}

#[test]
fn phases_are_distinguishable_with_every_color_vision_deficiency() {
    let all: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let deficiencies = DEFICIENCIES.into_iter().chain([("no deficiency", all)]);
    for (deficiency, matrix) in deficiencies {
        for (place, phases) in phases() {
            let seen = phases.map(|light| oklab(times(&matrix, light)));
            for (first, one) in seen.iter().enumerate() {
                for (second, other) in seen.iter().enumerate().skip(first + 1) {
                    let distance = one.distance(*other);
                    let pair = (first + 1, second + 1);
                    assert!(
                        distance > MIN_DISTANCE,
                        "phases {pair:?} are {distance:.3} apart {place}, with {deficiency}"
                    );
                }
            }
        }
    }
}

#[test]
fn adjacent_phases_are_distinguishable_in_grayscale() {
    for (place, phases) in phases() {
        for phase in 0..4 {
            let next = (phase + 1) % 4;
            let ratio = phases[phase].relative_contrast(phases[next]);
            let pair = (phase + 1, next + 1);
            assert!(
                ratio > 1.4,
                "phases {pair:?} have a contrast of {ratio:.2} {place}"
            );
        }
    }
}

/// Browsers map colors outside sRGB to other colors, each in its own way, so the measurements of this file would
/// not hold for them.
#[test]
fn phase_colors_are_in_the_srgb_gamut() {
    for (place, phases) in phases() {
        for (phase, light) in phases.into_iter().enumerate() {
            // An excess of less than 0.002 is invisible.
            let in_gamut = [light.red, light.green, light.blue]
                .iter()
                .all(|channel| (-0.002..1.002).contains(channel));
            assert!(in_gamut, "phase {} is {light:?} {place}", phase + 1);
        }
    }
}
