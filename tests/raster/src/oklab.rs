//! Perceptual colors in OKLab: <https://www.w3.org/TR/css-color-4/#ok-lab>.

use palette::{FromColor, Oklab, Srgb};

use crate::Color;

/// A perceptual color: lightness, green to red, blue to yellow.
pub type Lab = [f32; 3];

/// Converts a color to OKLab.
pub fn lab(color: Color) -> Lab {
    Oklab::from_color(Srgb::from(color).into_linear::<f32>()).into()
}

pub fn distance(a: Lab, b: Lab) -> f32 {
    let squares = [0, 1, 2].map(|axis| (a[axis] - b[axis]).powi(2));
    squares.iter().sum::<f32>().sqrt()
}
