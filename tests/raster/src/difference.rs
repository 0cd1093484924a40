//! Differences between two pictures that an eye sees.

use crate::oklab::{distance, lab};
use crate::{Color, Raster};

/// The distance in OKLab from which an eye sees two colors as different.
const SEEN: f32 = 0.02;

impl Raster {
    /// The points at which two pictures differ for an eye, also those in only one of them.
    /// An edge that moved by less than a pixel, as with another version of a page, isn't
    /// a difference: each color need only be among or between those around its place in
    /// the other picture.
    pub fn differences(&self, other: &Self) -> Vec<(usize, usize)> {
        let width = self.width.max(other.width);
        let height = self.height.max(other.height);
        let points = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let differs = |&(x, y): &(usize, usize)| match (self.at(x, y), other.at(x, y)) {
            (Some(a), Some(b)) if a == b => false,
            (Some(a), Some(b)) => {
                distance(lab(a), lab(b)) > SEEN
                    && (other.is_strange(a, x, y) || self.is_strange(b, x, y))
            }
            _ => true,
        };
        points.filter(differs).collect()
    }

    /// Whether a color is neither among nor between those around a point.
    fn is_strange(&self, color: Color, x: usize, y: usize) -> bool {
        let look = lab(color);
        let (mut least, mut most) = ([f32::MAX; 3], [f32::MIN; 3]);
        for near_y in y.saturating_sub(1)..=y + 1 {
            for near_x in x.saturating_sub(1)..=x + 1 {
                if let Some(near) = self.at(near_x, near_y) {
                    for (at, value) in lab(near).into_iter().enumerate() {
                        least[at] = least[at].min(value);
                        most[at] = most[at].max(value);
                    }
                }
            }
        }
        let nearest = [0, 1, 2].map(|at| look[at].max(least[at]).min(most[at]));
        distance(look, nearest) > SEEN
    }
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, ensure};

    use super::*;

    #[test]
    fn a_picture_is_kept_as_it_looks() -> Result<()> {
        // More colors than a palette holds.
        let mut picture = Raster::filled(64, 64, [255; 3]);
        for (at, pixel) in picture.pixels.iter_mut().enumerate() {
            *pixel = [(96 + at % 64) as u8, (96 + at / 64) as u8, 96];
        }
        let kept = Raster::read(&picture.write()?)?;
        ensure!((kept.width, kept.height) == (64, 64));
        let wrong = picture.differences(&kept).len();
        ensure!(wrong == 0, "{wrong} of 4096 colors look different");
        Ok(())
    }

    #[test]
    fn what_an_eye_sees_differs_and_what_a_renderer_does_to_edges_does_not() {
        const PAPER: Color = [251, 250, 247];
        const INK: Color = [22, 32, 46];
        let page = |left: usize, color: Color| {
            let mut page = Raster::filled(40, 40, PAPER);
            page.put(&Raster::filled(10, 10, color), left, 10);
            page
        };
        let kept = page(10, INK);
        let count = |other: &Raster| kept.differences(other).len();
        assert_eq!(count(&page(10, INK)), 0);
        assert_eq!(count(&page(11, INK)), 0, "an edge that moved by a pixel");
        assert!(count(&page(13, INK)) >= 20, "a block that moved");
        assert_eq!(count(&page(10, [40, 60, 110])), 100, "another color");
        assert_eq!(count(&Raster::filled(40, 40, PAPER)), 100, "a block gone");
        let mut longer = Raster::filled(40, 42, PAPER);
        longer.put(&kept, 0, 0);
        assert_eq!(count(&longer), 80, "a page that grew");
    }
}
