//! Palettes of pictures: colors that hardly anybody tells apart share an entry.

use std::collections::HashMap;

use crate::oklab::{Lab, distance, lab};
use crate::{Color, Raster};

/// The distance below which a color shares the entry of another, on an edge and as a plane.
const SHARED: [f32; 2] = [0.019, 0.006];
/// One in so many pixels makes a plane of a color.
const PLANE: usize = 1000;

impl Raster {
    /// The colors to write, and the index in them for each color of the picture. The most
    /// frequent come first, so that planes keep exactly their color.
    pub(crate) fn palette(&self) -> (Vec<Color>, HashMap<Color, u8>) {
        let mut counts = HashMap::<Color, usize>::new();
        for run in self.pixels.chunk_by(|a, b| a == b) {
            *counts.entry(run[0]).or_default() += run.len();
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|(color, count)| (usize::MAX - count, *color));
        let is_plane = |count| usize::from(count * PLANE > self.pixels.len());
        let mut colors: Vec<_> = counts
            .into_iter()
            .map(|(color, count)| (color, SHARED[is_plane(count)]))
            .collect();
        loop {
            if let Some(found) = palette(&colors) {
                return found;
            }
            for (_, near) in &mut colors {
                *near *= 1.25;
            }
        }
    }
}

/// A palette in which each color has one as near as it needs, if there is room for that.
fn palette(colors: &[(Color, f32)]) -> Option<(Vec<Color>, HashMap<Color, u8>)> {
    let mut palette: Vec<Color> = Vec::new();
    let mut looks: Vec<Lab> = Vec::new();
    let mut place = HashMap::new();
    for &(color, near) in colors {
        let look = lab(color);
        let shared = |other: &Lab| distance(look, *other) < near;
        let at = looks.iter().position(shared).unwrap_or_else(|| {
            palette.push(color);
            looks.push(look);
            looks.len() - 1
        });
        place.insert(color, u8::try_from(at).ok()?);
    }
    Some((palette, place))
}
