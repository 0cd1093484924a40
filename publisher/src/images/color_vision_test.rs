//! The phases' colours, as eyes see them that lack a kind of cone.

use std::array::from_fn;

use test_support::backgrounds::BACKGROUNDS;

/// Red, green and blue as light, from 0 to 1.
type Light = [f64; 3];
type Matrix = [Light; 3];

/// What is left of light without the cones for long, middle or short waves: Machado, Oliveira
/// and Fernandes 2009, severity 1 (<https://doi.org/10.1109/TVCG.2009.113>).
const WITHOUT: [(&str, Matrix); 3] = [
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

/// How far apart two colours must be in OKLab: more than four times what an eye just sees.
const APART: f64 = 0.09;

fn times(matrix: &Matrix, vector: Light) -> Light {
    from_fn(|row| {
        (0..3)
            .map(|column| matrix[row][column] * vector[column])
            .sum()
    })
}

/// The light of a colour as in `#09635f`: <https://www.w3.org/TR/css-color-4/#color-conversion-code>.
fn light(color: &str) -> Light {
    from_fn(|at| {
        let hex = &color[1 + 2 * at..3 + 2 * at];
        let value =
            f64::from(u8::from_str_radix(hex, 16).expect("a colour in hexadecimal")) / 255.0;
        match value {
            ..=0.04045 => value / 12.92,
            _ => ((value + 0.055) / 1.055).powf(2.4),
        }
    })
}

fn oklab(light: Light) -> Light {
    times(
        &OKLAB,
        times(&CONES, light.map(|each| each.clamp(0.0, 1.0))).map(f64::cbrt),
    )
}

/// What undoes a matrix.
fn inverse(m: &Matrix) -> Matrix {
    let minor = |row: usize, column: usize| {
        let at = |right: usize, down: usize| m[(row + down) % 3][(column + right) % 3];
        at(1, 1) * at(2, 2) - at(2, 1) * at(1, 2)
    };
    let determinant: f64 = (0..3).map(|column| m[0][column] * minor(0, column)).sum();
    from_fn(|row| from_fn(|column| minor(column, row) / determinant))
}

/// The light of a colour that CSS gives by lightness, chroma and hue in degrees.
fn of_oklch([lightness, chroma, hue]: Light) -> Light {
    let (sine, cosine) = hue.to_radians().sin_cos();
    let lab = [lightness, chroma * cosine, chroma * sine];
    let cones = times(&inverse(&OKLAB), lab).map(|each| each.powi(3));
    times(&inverse(&CONES), cones)
}

/// What the tokens say after a name, up to an end.
fn token(name: &str, end: &str) -> &'static str {
    let (_, value) = include_str!("../../../styles/tokens.css")
        .split_once(&format!("{name}: "))
        .unwrap_or_else(|| panic!("{name} is a token"));
    let (value, _) = value.split_once(end).expect("a value that ends");
    value
}

/// Where phases are seen, and in which light: in our own two themes and on grounds of hosts.
fn phases() -> Vec<(String, [Light; 4])> {
    let own = ["light", "dark"]
        .into_iter()
        .enumerate()
        .map(|(theme, at)| {
            let phases = from_fn(|phase| {
                let pair = token(&format!("--_phase-{}", phase + 1), "))");
                let (_, pair) = pair.split_once("light-dark(").expect("one for each theme");
                light(pair.split(", ").nth(theme).expect("two colours"))
            });
            (format!("in our {at} theme"), phases)
        });
    let hosts = BACKGROUNDS.into_iter().map(|ground| {
        let [bright, ..] = oklab(light(ground));
        (
            format!("on {ground}"),
            from_fn(|phase| on_ground(phase, bright)),
        )
    });
    own.chain(hosts).collect()
}

/// The light of a phase on a ground of this lightness, as the tokens derive it.
fn on_ground(phase: usize, bright: f64) -> Light {
    let name = format!("--_surface-phase-{}", phase + 1);
    let value = token(&name, ");\n");
    let value = value.strip_prefix("oklch(from var(--kl-surface) clamp(");
    let (bounds, rest) = value
        .and_then(|value| value.rsplit_once(") "))
        .expect(&name);
    let (least, most) = bounds.split_once(", (0.57 - l) * 1e4, ").expect(&name);
    let (chroma, hue) = rest.split_once(' ').expect(&name);
    let [least, most, chroma, hue] =
        [least, most, chroma, hue].map(|each| each.parse::<f64>().expect(&name));
    of_oklch([((0.57 - bright) * 1e4).clamp(least, most), chroma, hue])
}

#[test]
fn every_phase_is_told_from_every_other_by_all_eyes() {
    let all: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let eyes = WITHOUT.into_iter().chain([("no deficiency", all)]);
    for (eye, matrix) in eyes {
        for (place, phases) in phases() {
            let seen = phases.map(|each| oklab(times(&matrix, each)));
            for (at, one) in seen.iter().enumerate() {
                for (next, other) in seen.iter().enumerate().skip(at + 1) {
                    let far = (0..3)
                        .map(|axis| (one[axis] - other[axis]).powi(2))
                        .sum::<f64>();
                    let far = far.sqrt();
                    let pair = (at + 1, next + 1);
                    assert!(
                        far > APART,
                        "with {eye} {pair:?} are {far:.3} apart {place}"
                    );
                }
            }
        }
    }
}

/// How light a light is: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn bright([red, green, blue]: Light) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
}

#[test]
fn in_grey_each_phase_is_told_from_the_next() {
    for (place, phases) in phases() {
        for at in 0..4 {
            let next = (at + 1) % 4;
            let (a, b) = (bright(phases[at]), bright(phases[next]));
            let ratio = a.max(b) / a.min(b);
            let (at, next) = (at + 1, next + 1);
            assert!(ratio > 1.4, "{at} and {next} differ by {ratio:.2} {place}");
        }
    }
}

/// Else browsers show others, each in its own way, and what is measured here isn't seen.
#[test]
fn every_screen_has_the_colours_of_the_phases() {
    for (place, phases) in phases() {
        for (at, phase) in phases.into_iter().enumerate() {
            // What is less than that outside, no eye sees.
            let shown = phase.iter().all(|each| (-0.002..1.002).contains(each));
            assert!(shown, "phase {} is {phase:?} {place}", at + 1);
        }
    }
}
