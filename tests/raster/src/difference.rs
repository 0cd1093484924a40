//! Visible differences between two pictures.

use crate::oklab::{distance, lab};
use crate::{Color, Raster};

/// The distance in OKLab above which two colors look different.
const VISIBLE: f32 = 0.02;

impl Raster {
    /// The points at which two pictures differ visibly, including points in only one of them.
    /// An edge that moved by less than a pixel, as with another version of a browser, isn't
    /// a difference: each color need only be among or between the colors around its position
    /// in the other picture.
    pub fn differences(&self, other: &Self) -> Vec<(u32, u32)> {
        let width = self.width().max(other.width());
        let height = self.height().max(other.height());
        let points = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let differs = |&(x, y): &(u32, u32)| match (self.at(x, y), other.at(x, y)) {
            (Some(a), Some(b)) if a == b => false,
            (Some(a), Some(b)) => {
                distance(lab(a), lab(b)) > VISIBLE
                    && (other.is_outlier(a, x, y) || self.is_outlier(b, x, y))
            }
            _ => true,
        };
        points.filter(differs).collect()
    }

    /// Whether a color is neither among nor between the colors around a point.
    fn is_outlier(&self, color: Color, x: u32, y: u32) -> bool {
        let lab_color = lab(color);
        let (mut minimum, mut maximum) = ([f32::MAX; 3], [f32::MIN; 3]);
        for near_y in y.saturating_sub(1)..=y + 1 {
            for near_x in x.saturating_sub(1)..=x + 1 {
                if let Some(near) = self.at(near_x, near_y) {
                    for (axis, value) in lab(near).into_iter().enumerate() {
                        minimum[axis] = minimum[axis].min(value);
                        maximum[axis] = maximum[axis].max(value);
                    }
                }
            }
        }
        let nearest = [0, 1, 2].map(|axis| lab_color[axis].max(minimum[axis]).min(maximum[axis]));
        distance(lab_color, nearest) > VISIBLE
    }
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, ensure};

    use super::*;

    #[test]
    fn writing_a_picture_preserves_its_appearance() -> Result<()> {
        // More colors than a palette holds.
        let mut picture = Raster::filled(64, 64, [255; 3]);
        for (x, y, pixel) in picture.0.enumerate_pixels_mut() {
            pixel.0 = [96 + x as u8, 96 + y as u8, 96];
        }
        let written = Raster::read(&picture.write()?)?;
        ensure!((written.width(), written.height()) == (64, 64));
        let count = picture.differences(&written).len();
        ensure!(count == 0, "{count} of 4096 colors look different");
        Ok(())
    }

    #[test]
    fn visible_changes_differ_and_small_shifts_of_edges_do_not() {
        const PAPER: Color = [251, 250, 247];
        const INK: Color = [22, 32, 46];
        let page = |left: u32, color: Color| {
            let mut page = Raster::filled(40, 40, PAPER);
            page.put(&Raster::filled(10, 10, color), left, 10);
            page
        };
        let original = page(10, INK);
        let count = |other: &Raster| original.differences(other).len();
        assert_eq!(count(&page(10, INK)), 0);
        assert_eq!(count(&page(11, INK)), 0, "an edge that moved by a pixel");
        assert!(count(&page(13, INK)) >= 20, "a block that moved");
        assert_eq!(count(&page(10, [40, 60, 110])), 100, "another color");
        assert_eq!(count(&Raster::filled(40, 40, PAPER)), 100, "a block gone");
        let mut longer = Raster::filled(40, 42, PAPER);
        longer.put(&original, 0, 0);
        assert_eq!(count(&longer), 80, "a page that grew");
    }
}
