//! The rules of a stylesheet that color the phases.

use super::{LIGHT_FROM, PhaseColor};

/// The rules that set `--_phase` for elements of each phase, minified.
///
/// On a background of the host page, the color is derived from it. Without one, `--_host` is invalid, and the color of
/// the theme applies. Only a property of its own can be invalid without making `--_phase` invalid.
#[must_use]
pub fn css(colors: &[PhaseColor]) -> String {
    let rule = |(phase, color): (usize, &PhaseColor)| {
        let [threshold, on_light, on_dark, chroma, hue] = [
            LIGHT_FROM,
            color.on_light,
            color.on_dark,
            color.chroma,
            color.hue,
        ]
        .map(number);
        format!(
            ".kl-phase-{phase}{{--_host:oklch(from var(--kl-surface) clamp({on_light},({threshold} - l)*1e4,{on_dark}) {chroma} {hue});\
             --_phase:var(--kl-phase-{phase},var(--_host,light-dark({},{})))}}",
            color.light_hex(),
            color.dark_hex(),
        )
    };
    (1..).zip(colors).map(rule).collect()
}

/// The rules for engines without `light-dark()` or relative colors: the colors of the light theme.
#[must_use]
pub fn older_engines(colors: &[PhaseColor]) -> String {
    let rule = |(phase, color): (usize, &PhaseColor)| {
        format!(".kl-phase-{phase}{{--_phase:{}}}", color.light_hex())
    };
    (1..).zip(colors).map(rule).collect()
}

/// The shortest form of a number in CSS, to three digits.
fn number(number: f64) -> String {
    let rounded = (number * 1e3).round() / 1e3;
    match rounded.to_string() {
        digits if digits.starts_with("0.") => digits[1..].to_owned(),
        digits => digits,
    }
}
