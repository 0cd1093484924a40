//! Palettes of pictures: colors that are hardly distinguishable share an entry.

use std::collections::HashMap;

use crate::oklab::{Lab, distance, lab};
use crate::{Color, Raster};

/// The OKLab distance below which a color shares the entry of another, for colors of edges and of
/// planes.
const SHARED: [f32; 2] = [0.019, 0.006];
/// A color counts as a plane if more than one pixel in this many has it.
const PLANE: usize = 1000;

impl Raster {
    /// The colors to write, and the index of one of them for each color of the picture. The most
    /// frequent colors come first, so that planes keep their exact color.
    pub(crate) fn palette(&self) -> (Vec<Color>, HashMap<Color, u8>) {
        let mut counts = HashMap::<Color, usize>::new();
        for run in self.pixels().chunk_by(|a, b| a == b) {
            *counts.entry(run[0]).or_default() += run.len();
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|(color, count)| (usize::MAX - count, *color));
        let is_plane = |count| usize::from(count * PLANE > self.pixels().len());
        let mut colors: Vec<_> = counts
            .into_iter()
            .map(|(color, count)| (color, SHARED[is_plane(count)]))
            .collect();
        loop {
            if let Some(palette) = palette(&colors) {
                return palette;
            }
            for (_, near) in &mut colors {
                *near *= 1.25;
            }
        }
    }
}

/// A palette that has a near enough entry for each color, or `None` if that takes too many entries.
fn palette(colors: &[(Color, f32)]) -> Option<(Vec<Color>, HashMap<Color, u8>)> {
    let mut palette: Vec<Color> = Vec::new();
    let mut lab_colors: Vec<Lab> = Vec::new();
    let mut index_of = HashMap::new();
    for &(color, near) in colors {
        let lab_color = lab(color);
        let shared = |other: &Lab| distance(lab_color, *other) < near;
        let index = lab_colors.iter().position(shared).unwrap_or_else(|| {
            palette.push(color);
            lab_colors.push(lab_color);
            lab_colors.len() - 1
        });
        index_of.insert(color, u8::try_from(index).ok()?);
    }
    Some((palette, index_of))
}
