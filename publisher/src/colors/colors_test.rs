//! Colors of every number of phases can be distinguished and read, and CSS has them.

use std::sync::LazyLock;

use palette::color_difference::EuclideanDistance;
use palette::convert::FromColorUnclamped;
use palette::{FromColor, Oklab, Oklch};
use test_support::backgrounds::BACKGROUNDS;

use crate::manuscript::Language;

use super::vision::{Light, VISIONS, contrast, luminance, perceived_color};
use super::*;

/// The numbers of phases in both loops: every number of phases, and the extremes.
const SPLITS: [(usize, usize); 24] = [
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (2, 3),
    (1, 4),
    (3, 3),
    (1, 5),
    (3, 4),
    (1, 6),
    (4, 4),
    (3, 5),
    (1, 7),
    (5, 4),
    (1, 8),
    (8, 1),
    (5, 5),
    (8, 2),
    (6, 5),
    (6, 6),
    (8, 4),
    (4, 8),
];

/// The colors of the design, light and dark, with their hue and chroma on host pages.
const DESIGN: [(&str, &str, f64, f64); 4] = [
    ("#006365", "#2aa8ab", 197.0, 0.077),
    ("#332d84", "#bbbbff", 282.0, 0.095),
    ("#8e3902", "#e47a07", 48.0, 0.125),
    ("#651141", "#feb0ba", 12.0, 0.09),
];

fn cycle(first: usize, second: usize) -> Vec<usize> {
    [vec![0; first], vec![1; second]].concat()
}

fn design() -> Vec<PhaseColor> {
    let colors = DESIGN.into_iter();
    colors
        .map(|(light, dark, ..)| given(light, dark).unwrap())
        .collect()
}

/// All backgrounds with the light of each phase on them: the surfaces, and backgrounds of host pages.
fn backgrounds(colors: &[PhaseColor]) -> Vec<(&'static str, Vec<Light>)> {
    let themes = [
        colors
            .iter()
            .map(|color| color.light.into_linear())
            .collect(),
        colors
            .iter()
            .map(|color| color.dark.into_linear())
            .collect(),
    ];
    let hosts = BACKGROUNDS.into_iter().map(|background| {
        let lightness = Oklab::<f64>::from_color(parse(background)).l;
        let lights = colors.iter().map(|color| {
            // As in CSS, independently of `on_background`.
            let lightness = ((0.57 - lightness) * 1e4).clamp(color.on_light, color.on_dark);
            Light::from_color_unclamped(Oklch::new(lightness, color.chroma, color.hue))
        });
        (background, lights.collect())
    });
    SURFACES.into_iter().zip(themes).chain(hosts).collect()
}

/// A description, a cycle and its colors.
type Palette = (String, Vec<usize>, Vec<PhaseColor>);

/// Spread colors for all [`SPLITS`], then the colors of the design.
static PALETTES: LazyLock<Vec<Palette>> = LazyLock::new(|| {
    let spread = SPLITS.into_iter().map(|(first, second)| {
        let cycle = cycle(first, second);
        let colors = spread(&cycle);
        (format!("{first} + {second}"), cycle, colors)
    });
    let design = ("the design".to_owned(), cycle(2, 2), design());
    spread.chain([design]).collect()
});

#[test]
fn colors_keep_all_rules_on_every_background() {
    for (palette, cycle, colors) in &*PALETTES {
        assert_eq!(colors.len(), cycle.len());
        for (background, lights) in backgrounds(colors) {
            let place = format!("{palette} on {background}");
            for (phase, light) in lights.iter().enumerate() {
                let channels = [light.red, light.green, light.blue];
                let in_gamut = channels
                    .iter()
                    .all(|channel| (-0.002..1.002).contains(channel));
                assert!(in_gamut, "{place}: phase {phase} is {light:?}");
                let with_background = contrast(luminance(*light), luminance(parse(background)));
                assert!(with_background > 3.45, "{place}: {with_background}");
                let text = f64::from(u8::from(Oklab::<f64>::from_color(*light).l < 0.57));
                let with_text = contrast(luminance(*light), text);
                assert!(with_text > 5.0, "{place}: text {with_text}");
            }
            for one in 0..colors.len() {
                for other in 0..one {
                    check_pair(&place, touch(cycle, one, other), lights[one], lights[other]);
                }
            }
        }
    }
}

fn check_pair(place: &str, touch: Touch, one: Light, other: Light) {
    for ([_, vision], matrix) in VISIONS {
        let [one, other] = [one, other].map(|light| perceived_color(&matrix, light));
        let distance = one.distance(other);
        let least = if touch == Touch::Apart {
            0.03
        } else {
            MIN_DISTANCE
        };
        assert!(distance > least, "{place}: {distance} for {vision}");
    }
    let gray = contrast(luminance(one), luminance(other));
    if touch == Touch::Neighbors {
        assert!(gray > MIN_GRAY_CONTRAST, "{place}: {gray} in gray");
    }
}

#[test]
fn check_finds_no_weakness_in_colors_that_keep_all_rules() {
    for (palette, cycle, colors) in &*PALETTES {
        assert_eq!(check(colors, cycle), [], "{palette}");
    }
}

#[test]
fn hues_are_spread_around_the_circle() {
    for (palette, _, colors) in &PALETTES[..SPLITS.len()] {
        let mut hues: Vec<_> = colors.iter().map(|color| color.hue).collect();
        hues.sort_by(f64::total_cmp);
        hues.push(hues[0] + 360.0);
        let largest = hues
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .fold(0.0, f64::max);
        let even = 360.0 / colors.len() as f64;
        assert!(largest < 2.4 * even, "{palette}: {largest}° without a hue");
    }
}

#[test]
fn spread_is_deterministic_and_accepts_a_cycle_that_starts_within_a_loop() {
    assert_eq!(spread(&cycle(3, 5)), spread(&cycle(3, 5)));
    let rotated = [0, 1, 1, 1, 0, 0];
    assert_eq!(check(&spread(&rotated), &rotated), []);
}

#[test]
fn all_first_and_last_phases_of_loops_touch() {
    let cycle = [0, 0, 0, 1, 1, 1, 1, 0];
    // The loops are phases 7, 0, 1, 2 and 3 to 6.
    for (one, other, expected) in [
        (0, 1, Touch::Neighbors),
        (7, 0, Touch::Neighbors),
        (2, 3, Touch::Neighbors),
        (2, 7, Touch::Crossing),
        (2, 6, Touch::Crossing),
        (3, 6, Touch::Crossing),
        (3, 7, Touch::Crossing),
        (0, 2, Touch::Apart),
        (4, 6, Touch::Apart),
    ] {
        assert_eq!(touch(&cycle, one, other), expected, "{one}, {other}");
        assert_eq!(touch(&cycle, other, one), expected, "{other}, {one}");
    }
}

#[test]
fn hardest_hosts_are_the_hardest_backgrounds() {
    let luminances = BACKGROUNDS.map(|background| luminance(parse(background)));
    let (light, dark): (Vec<f64>, Vec<f64>) = luminances.iter().partition(|value| **value > 0.2);
    let hardest = [
        light.into_iter().fold(1.0, f64::min),
        dark.into_iter().fold(0.0, f64::max),
    ];
    assert_eq!(HARDEST_HOSTS.map(|color| luminance(parse(color))), hardest);
}

#[test]
fn given_colors_keep_their_lightness_hue_and_chroma_on_host_pages() {
    for (color, (light, dark, hue, chroma)) in design().iter().zip(DESIGN) {
        assert_eq!(
            (color.light_hex().as_str(), color.dark_hex().as_str()),
            (light, dark)
        );
        let turn = (color.hue - hue + 180.0).rem_euclid(360.0) - 180.0;
        assert!(turn.abs() < 10.0, "{color:?}");
        assert!((color.chroma - chroma).abs() < 0.013, "{color:?}");
        let lightness = |color: &str| Oklab::<f64>::from_color(parse(color)).l;
        assert!(
            (color.on_light - lightness(light)).abs() < 0.002,
            "{color:?}"
        );
        assert!((color.on_dark - lightness(dark)).abs() < 0.002, "{color:?}");
    }
}

#[test]
fn given_colors_stand_out_from_host_pages_even_if_they_are_too_light_or_too_dark() {
    for (light, dark) in [
        ("#ffff00", "#000080"),
        ("#888888", "#888888"),
        ("#ff0000", "#ff0000"),
        ("#00ff00", "#0000ff"),
        ("#ffffff", "#000000"),
    ] {
        let colors = [given(light, dark).unwrap()];
        for (background, lights) in backgrounds(&colors).into_iter().skip(2) {
            let ratio = contrast(luminance(lights[0]), luminance(parse(background)));
            assert!(ratio > MIN_CONTRAST, "{colors:?} on {background}: {ratio}");
        }
    }
    assert!(given("teal", "#2aa8ab").is_err());
}

fn message(weakness: &Weakness) -> String {
    let (wrong, expected) = weakness.parts(Language::English);
    format!("{wrong}; {expected}")
}

#[test]
fn check_names_phases_and_reasons() {
    let colors = [
        ("#006365", "#2aa8ab"),
        ("#ddddee", "#bbbbff"),
        ("#8e3902", "#e47a07"),
        ("#903b04", "#feb0ba"),
    ];
    let colors = colors.map(|(light, dark)| given(light, dark).unwrap());
    let weaknesses: Vec<_> = check(&colors, &cycle(2, 2)).iter().map(message).collect();
    for expected in [
        "color of phase 2 has a contrast of 1.28 with the surface in the light theme; expected at least 3",
        "colors of phases 3 and 4, which touch, are 0.00 apart for tritanopia in the light theme; expected at least 0.09",
        "colors of phases 3 and 4, which follow each other, have a contrast of 1.01 in grayscale on light backgrounds of host pages; expected at least 1.4",
    ] {
        assert!(
            weaknesses.iter().any(|weakness| weakness == expected),
            "{weaknesses:#?}"
        );
    }
}

#[test]
fn check_finds_unreadable_text() {
    // Dark enough for white text by the rule of the stylesheet, but green is brighter than other colors.
    let colors = [("#009000", "#2aa8ab"), ("#332d84", "#bbbbff")];
    let colors = colors.map(|(light, dark)| given(light, dark).unwrap());
    let weaknesses = check(&colors, &cycle(1, 1));
    let messages: Vec<_> = weaknesses.iter().map(message).collect();
    let expected = "color of phase 1 has a contrast of 4.20 with text on it in the light theme; expected at least 4.5";
    assert_eq!(messages, [expected]);
}

#[test]
fn css_has_a_rule_for_each_phase() {
    let colors = design();
    let css = css(&colors);
    let first = ".kl-phase-1{--_host:oklch(from var(--kl-surface) clamp(.453,(.57 - l)*1e4,.668) .077 197);\
                 --_phase:var(--kl-phase-1,var(--_host,light-dark(#006365,#2aa8ab)))}";
    assert!(css.starts_with(first), "{css}");
    assert_eq!(css.matches(".kl-phase-").count(), 4);
    let older = older_engines(&colors);
    assert!(
        older.starts_with(".kl-phase-1{--_phase:#006365}.kl-phase-2{"),
        "{older}"
    );
}
