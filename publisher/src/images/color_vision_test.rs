//! Colors of the phases as seen with a color vision deficiency and in grayscale.

use std::array::from_fn;

use test_support::backgrounds::BACKGROUNDS;

/// Linear light of red, green and blue, from 0 to 1.
type Light = [f64; 3];
type Matrix = [Light; 3];

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

/// From light to cones and from there to OKLab: <https://bottosson.github.io/posts/oklab/>.
const CONES: Matrix = [
    [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
    [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
    [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];
const OKLAB: Matrix = [
    [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
    [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
    [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
];

/// The least distance of two colors in OKLab: more than four times a just noticeable difference.
const MIN_DISTANCE: f64 = 0.09;

fn times(matrix: &Matrix, vector: Light) -> Light {
    from_fn(|row| {
        (0..3)
            .map(|column| matrix[row][column] * vector[column])
            .sum()
    })
}

/// The light of a color like `#09635f`: <https://www.w3.org/TR/css-color-4/#color-conversion-code>.
fn light(color: &str) -> Light {
    from_fn(|channel| {
        let hex = &color[1 + 2 * channel..3 + 2 * channel];
        let value = f64::from(u8::from_str_radix(hex, 16).expect("a color in hexadecimal")) / 255.0;
        match value {
            ..=0.04045 => value / 12.92,
            _ => ((value + 0.055) / 1.055).powf(2.4),
        }
    })
}

fn oklab(light: Light) -> Light {
    times(
        &OKLAB,
        times(&CONES, light.map(|channel| channel.clamp(0.0, 1.0))).map(f64::cbrt),
    )
}

/// The inverse of a matrix.
fn inverse(m: &Matrix) -> Matrix {
    let minor = |row: usize, column: usize| {
        let at = |right: usize, down: usize| m[(row + down) % 3][(column + right) % 3];
        at(1, 1) * at(2, 2) - at(2, 1) * at(1, 2)
    };
    let determinant: f64 = (0..3).map(|column| m[0][column] * minor(0, column)).sum();
    from_fn(|row| from_fn(|column| minor(column, row) / determinant))
}

/// The light of an OKLCH color in CSS: lightness, chroma and hue in degrees.
fn from_oklch([lightness, chroma, hue]: Light) -> Light {
    let (sine, cosine) = hue.to_radians().sin_cos();
    let lab = [lightness, chroma * cosine, chroma * sine];
    let cones = times(&inverse(&OKLAB), lab).map(|cone| cone.powi(3));
    times(&inverse(&CONES), cones)
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
        let [lightness, ..] = oklab(light(background));
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
    from_oklch([((0.57 - lightness) * 1e4).clamp(least, most), chroma, hue])
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
                    let squares = (0..3)
                        .map(|axis| (one[axis] - other[axis]).powi(2))
                        .sum::<f64>();
                    let distance = squares.sqrt();
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

/// Relative luminance plus 0.05, as in a contrast ratio: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn luminance([red, green, blue]: Light) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
}

#[test]
fn adjacent_phases_are_distinguishable_in_grayscale() {
    for (place, phases) in phases() {
        for phase in 0..4 {
            let next = (phase + 1) % 4;
            let (a, b) = (luminance(phases[phase]), luminance(phases[next]));
            let ratio = a.max(b) / a.min(b);
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
            let in_gamut = light
                .iter()
                .all(|channel| (-0.002..1.002).contains(channel));
            assert!(in_gamut, "phase {} is {light:?} {place}", phase + 1);
        }
    }
}
