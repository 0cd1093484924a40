//! Perceptual colors in OKLab.

use std::sync::LazyLock;

use crate::Color;

/// A perceptual color: lightness, green to red, blue to yellow.
pub type Lab = [f32; 3];

/// The light that a screen emits for each value of a channel, from 0 to 1.
static LIGHT: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|value| {
        let value = value as f32 / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    })
});

/// Converts a color to OKLab: <https://www.w3.org/TR/css-color-4/#ok-lab>.
pub fn lab(color: Color) -> Lab {
    let light = color.map(|value| LIGHT[usize::from(value)]);
    let cones = times(
        light,
        [
            [0.412_22, 0.536_33, 0.051_45],
            [0.211_90, 0.680_70, 0.107_40],
            [0.088_30, 0.281_72, 0.629_98],
        ],
    );
    times(
        cones.map(f32::cbrt),
        [
            [0.210_45, 0.793_62, -0.004_07],
            [1.978_00, -2.428_59, 0.450_59],
            [0.025_90, 0.782_77, -0.808_68],
        ],
    )
}

fn times(vector: [f32; 3], matrix: [[f32; 3]; 3]) -> [f32; 3] {
    matrix.map(|row| row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
}

pub fn distance(a: Lab, b: Lab) -> f32 {
    let squares = [0, 1, 2].map(|axis| (a[axis] - b[axis]).powi(2));
    squares.iter().sum::<f32>().sqrt()
}
