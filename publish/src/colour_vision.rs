//! The phases' colours, as eyes see them that lack a kind of cone.

use std::array::from_fn;

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

/// How far apart two colours must be in OKLab: four times what an eye just sees.
const APART: f64 = 0.08;

fn times(matrix: &Matrix, vector: Light) -> Light {
    from_fn(|row| {
        (0..3)
            .map(|column| matrix[row][column] * vector[column])
            .sum()
    })
}

/// The light of a colour as in `#09635f`: <https://www.w3.org/TR/css-color-4/#color-conversion-code>.
fn light(colour: &str) -> Light {
    from_fn(|at| {
        let hex = &colour[1 + 2 * at..3 + 2 * at];
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

/// The colours of the phases in light and in dark.
fn themes() -> [[String; 4]; 2] {
    let tokens = include_str!("../../styles/tokens.css");
    from_fn(|theme| {
        from_fn(|phase| {
            let name = format!("--_phase-{}: ", phase + 1);
            let (_, value) = tokens.split_once(&name).expect("a colour for each phase");
            let (_, pair) = value.split_once("light-dark(").expect("one for each theme");
            let (pair, _) = pair.split_once(')').expect("two colours");
            let colour = pair.split(", ").nth(theme).expect("two colours");
            colour.to_owned()
        })
    })
}

#[test]
fn every_phase_is_told_from_every_other_by_all_eyes() {
    let all: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    let eyes = WITHOUT.into_iter().chain([("no deficiency", all)]);
    for (eye, matrix) in eyes {
        for theme in themes() {
            let seen = theme
                .each_ref()
                .map(|each| oklab(times(&matrix, light(each))));
            for (at, one) in seen.iter().enumerate() {
                for (next, other) in seen.iter().enumerate().skip(at + 1) {
                    let far = (0..3)
                        .map(|axis| (one[axis] - other[axis]).powi(2))
                        .sum::<f64>();
                    let far = far.sqrt();
                    let pair = (&theme[at], &theme[next]);
                    assert!(far > APART, "with {eye} {pair:?} are {far:.3} apart");
                }
            }
        }
    }
}

#[test]
fn in_grey_each_phase_is_told_from_the_next() {
    // How much lighter a light is: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    let bright = |colour: &str| {
        let [red, green, blue] = light(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    for theme in themes() {
        for at in 0..4 {
            let (one, next) = (&theme[at], &theme[(at + 1) % 4]);
            let (dim, bright) = {
                let (a, b) = (bright(one), bright(next));
                (a.min(b), a.max(b))
            };
            let ratio = bright / dim;
            assert!(ratio > 1.4, "{one} and {next} differ by {ratio:.2}");
        }
    }
}

#[test]
fn our_pages_have_the_colours_of_the_widget() {
    let tokens = include_str!("../../styles/tokens.css");
    let page = include_str!("../../styles/page.css");
    let pairs: Vec<_> = page.split("light-dark(").skip(1).collect();
    assert!(!pairs.is_empty());
    for pair in pairs {
        let (pair, _) = pair.split_once(')').expect("two colours");
        assert!(tokens.contains(&format!("light-dark({pair})")), "{pair}");
    }
}
