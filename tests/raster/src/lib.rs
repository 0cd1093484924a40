//! Pictures: reading, writing small files, comparing, and arranging side by side.

use std::array::from_fn;
use std::iter::repeat_n;

use anyhow::{Context, Result};
use image::imageops::{crop_imm, replace};
use image::{GenericImageView, ImageFormat, Rgb, RgbImage};
use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

mod difference;
mod oklab;
mod palette;

/// Red, green and blue in sRGB.
pub type Color = [u8; 3];

/// A picture without transparency. Sizes are in px.
pub struct Raster(RgbImage);

impl Raster {
    /// A picture in one color.
    pub fn filled(width: u32, height: u32, color: Color) -> Self {
        Self(RgbImage::from_pixel(width, height, Rgb(color)))
    }

    /// Reads a PNG; transparent pixels come out opaque.
    ///
    /// # Errors
    /// When it isn't a PNG.
    pub fn read(file: &[u8]) -> Result<Self> {
        let picture = image::load_from_memory_with_format(file, ImageFormat::Png);
        Ok(Self(picture.context("reading a PNG")?.into_rgb8()))
    }

    pub fn width(&self) -> u32 {
        self.0.width()
    }

    pub fn height(&self) -> u32 {
        self.0.height()
    }

    /// The colors, row by row.
    fn pixels(&self) -> &[Color] {
        self.0.as_raw().as_chunks().0
    }

    /// Writes a PNG with a palette, in which colors that are hardly distinguishable share an entry.
    ///
    /// # Errors
    /// When the picture is empty.
    pub fn write(&self) -> Result<Vec<u8>> {
        let (palette, index_of) = self.palette();
        let runs = self.pixels().chunk_by(|a, b| a == b);
        let indices: Vec<u8> = runs
            .flat_map(|run| repeat_n(index_of[&run[0]], run.len()))
            .collect();
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width(), self.height());
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_filter(Filter::NoFilter);
        encoder.set_deflate_compression(DeflateCompression::Level(9));
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&indices)?;
        writer.finish()?;
        Ok(file)
    }

    /// Writes a PNG with every color.
    ///
    /// # Errors
    /// When the picture is empty.
    pub fn write_exactly(&self) -> Result<Vec<u8>> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width(), self.height());
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_deflate_compression(DeflateCompression::Level(9));
        let mut writer = encoder.write_header()?;
        writer.write_image_data(self.0.as_raw())?;
        writer.finish()?;
        Ok(file)
    }

    /// The color at a point, if the point is in the picture.
    fn at(&self, x: u32, y: u32) -> Option<Color> {
        self.0.get_pixel_checked(x, y).map(|pixel| pixel.0)
    }

    /// Draws another picture over this one; parts outside this picture are cut off.
    pub fn put(&mut self, other: &Self, left: u32, top: u32) {
        replace(&mut self.0, &other.0, left.into(), top.into());
    }

    /// The picture at `1 / by` of its size: each pixel is the mean of `by` by `by`.
    pub fn shrunk(&self, by: u32) -> Self {
        let mean = |x, y| {
            let block = crop_imm(&self.0, x * by, y * by, by, by);
            let sums = block
                .pixels()
                .fold([0; 3], |sums: [u32; 3], (.., Rgb(pixel))| {
                    from_fn(|channel| sums[channel] + u32::from(pixel[channel]))
                });
            Rgb(sums.map(|sum| (sum / (by * by)) as u8))
        };
        Self(RgbImage::from_fn(
            self.width() / by,
            self.height() / by,
            mean,
        ))
    }

    /// A pale copy of this picture in the given size in px, with points marked in red by spots large
    /// enough to notice.
    pub fn marked(&self, points: &[(u32, u32)], width: u32, height: u32) -> Self {
        const RED: Color = [224, 0, 32];
        let mut pale = Self::filled(width, height, [255; 3]);
        pale.put(self, 0, 0);
        for Rgb(pixel) in pale.0.pixels_mut() {
            let [r, g, b] = pixel.map(u16::from);
            *pixel = [((255 * 3 + (r + g + b) / 3) / 4) as u8; 3];
        }
        let spot = Self::filled(3, 3, RED);
        for &(x, y) in points {
            pale.put(&spot, x.saturating_sub(1), y.saturating_sub(1));
        }
        pale
    }

    /// Pictures from left to right, with gaps in px around them.
    pub fn row(pictures: &[&Self], gap: u32, background: Color) -> Self {
        let width = pictures
            .iter()
            .map(|picture| picture.width() + gap)
            .sum::<u32>()
            + gap;
        let height = pictures.iter().map(|picture| picture.height()).max();
        let height = height.unwrap_or_default() + 2 * gap;
        let mut row = Self::filled(width, height, background);
        let mut left = gap;
        for picture in pictures {
            row.put(picture, left, gap);
            left += picture.width() + gap;
        }
        row
    }

    /// Pictures in a number of columns, each picture in the shortest column so far.
    pub fn columns(pictures: &[Self], columns: u32, background: Color) -> Self {
        let width = pictures.iter().map(|picture| picture.width()).max();
        let width = width.unwrap_or_default();
        let mut heights = vec![0; columns as usize];
        let mut positions = Vec::new();
        for picture in pictures {
            let shortest = (0..columns).min_by_key(|column| heights[*column as usize]);
            let column = shortest.unwrap_or_default();
            positions.push((column * width, heights[column as usize]));
            heights[column as usize] += picture.height();
        }
        let height = heights.into_iter().max().unwrap_or_default();
        let mut all = Self::filled(columns * width, height, background);
        for (picture, (left, top)) in pictures.iter().zip(positions) {
            all.put(picture, left, top);
        }
        all
    }
}
