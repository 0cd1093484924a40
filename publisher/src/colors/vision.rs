//! Colors as seen with normal vision and with color vision deficiencies.

use std::array::from_fn;

use palette::{FromColor, Oklab};

/// Linear light of red, green and blue, from 0 to 1.
pub type Light = palette::LinSrgb<f64>;

/// A linear map of red, green and blue, by row.
pub type Matrix = [[f64; 3]; 3];

/// Kinds of vision, with their names in Dutch and English: the light that is perceived with normal vision, and without the cones for long, middle or short waves: Machado,
/// Oliveira and Fernandes 2009, severity 1 (<https://doi.org/10.1109/TVCG.2009.113>).
pub const VISIONS: [([&str; 2], Matrix); 4] = [
    (
        ["normaal zien", "normal vision"],
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        ["protanopie", "protanopia"],
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        ["deuteranopie", "deuteranopia"],
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        ["tritanopie", "tritanopia"],
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// The light that is perceived, limited to what a screen can show.
#[must_use]
pub fn perceived(matrix: &Matrix, light: Light) -> Light {
    let light = [light.red, light.green, light.blue];
    let channels: [f64; 3] = from_fn(|row| {
        let channel: f64 = (0..3)
            .map(|column| matrix[row][column] * light[column])
            .sum();
        channel.clamp(0.0, 1.0)
    });
    channels.into()
}

/// The color that is perceived, in OKLab, where distances are differences for the eye.
#[must_use]
pub fn perceived_color(matrix: &Matrix, light: Light) -> Oklab<f64> {
    Oklab::from_color(perceived(matrix, light))
}

/// Relative luminance, from 0 to 1 (WCAG 2.2).
#[must_use]
pub fn luminance(light: Light) -> f64 {
    0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
}

/// The contrast of two relative luminances, from 1 to 21 (WCAG 2.2).
#[must_use]
pub fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vision_perceives_white_as_white_and_black_as_black() {
        for ([_, vision], matrix) in VISIONS {
            let white = perceived_color(&matrix, Light::new(1.0, 1.0, 1.0));
            let black = perceived_color(&matrix, Light::new(0.0, 0.0, 0.0));
            assert!((white.l - 1.0).abs() < 1e-3, "{vision}: {white:?}");
            assert!(white.a.hypot(white.b) < 1e-3, "{vision}: {white:?}");
            assert!(black.l.abs() < 1e-3, "{vision}: {black:?}");
        }
    }

    #[test]
    fn contrast_of_black_and_white_is_21() {
        assert!((contrast(0.0, 1.0) - 21.0).abs() < 1e-9);
        assert!((contrast(1.0, 0.0) - 21.0).abs() < 1e-9);
        assert!((luminance(Light::new(1.0, 1.0, 1.0)) - 1.0).abs() < 1e-9);
    }
}
