//! Pictures: reading, writing small files, comparing, and arranging side by side.

use std::io::Cursor;
use std::iter::repeat_n;

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Decoder, DeflateCompression, Encoder, Filter, Transformations};

mod difference;
mod oklab;
mod palette;

/// Red, green and blue in sRGB.
pub type Color = [u8; 3];

/// A picture without transparency.
pub struct Raster {
    /// In px.
    pub width: usize,
    /// In px.
    pub height: usize,
    /// Row by row.
    pixels: Vec<Color>,
}

impl Raster {
    /// A picture in one color.
    pub fn filled(width: usize, height: usize, color: Color) -> Self {
        let pixels = vec![color; width * height];
        Self {
            width,
            height,
            pixels,
        }
    }

    /// Reads a PNG; transparent pixels come out opaque.
    ///
    /// # Errors
    /// When it isn't a PNG in color.
    pub fn read(file: &[u8]) -> Result<Self> {
        let mut decoder = Decoder::new(Cursor::new(file));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().context("reading a PNG")?;
        let size = reader.output_buffer_size().context("a PNG's size")?;
        let mut bytes = vec![0; size];
        let frame = reader.next_frame(&mut bytes).context("reading a PNG")?;
        let samples = frame.color_type.samples();
        ensure!(samples >= 3, "a picture in {:?}", frame.color_type);
        let pixels = bytes.chunks_exact(samples);
        Ok(Self {
            width: frame.width.try_into()?,
            height: frame.height.try_into()?,
            pixels: pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(),
        })
    }

    /// Writes a PNG with a palette, in which colors that are hardly distinguishable share an entry.
    ///
    /// # Errors
    /// When the picture is empty.
    pub fn write(&self) -> Result<Vec<u8>> {
        let (palette, index_of) = self.palette();
        let runs = self.pixels.chunk_by(|a, b| a == b);
        let indices: Vec<u8> = runs
            .flat_map(|run| repeat_n(index_of[&run[0]], run.len()))
            .collect();
        let mut file = Vec::new();
        let (width, height) = (self.width.try_into()?, self.height.try_into()?);
        let mut encoder = Encoder::new(&mut file, width, height);
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

    /// The color at a point, if the point is in the picture.
    fn at(&self, x: usize, y: usize) -> Option<Color> {
        let inside = x < self.width && y < self.height;
        inside.then(|| self.pixels[y * self.width + x])
    }

    /// Draws another picture over this one; parts outside this picture are cut off.
    pub fn put(&mut self, other: &Self, left: usize, top: usize) {
        let rows = other.height.min(self.height.saturating_sub(top));
        let columns = other.width.min(self.width.saturating_sub(left));
        for y in 0..rows {
            let from = y * other.width;
            let to = (top + y) * self.width + left;
            self.pixels[to..to + columns].copy_from_slice(&other.pixels[from..from + columns]);
        }
    }

    /// The picture at `1 / by` of its size.
    pub fn shrunk(&self, by: usize) -> Self {
        let (width, height) = (self.width / by, self.height / by);
        let mean = |index: usize| {
            let (left, top) = (index % width * by, index / width * by);
            let mut sums = [0_usize; 3];
            for y in top..top + by {
                let row = y * self.width + left;
                for pixel in &self.pixels[row..row + by] {
                    for (sum, value) in sums.iter_mut().zip(pixel) {
                        *sum += usize::from(*value);
                    }
                }
            }
            sums.map(|sum| (sum / (by * by)) as u8)
        };
        Self {
            width,
            height,
            pixels: (0..width * height).map(mean).collect(),
        }
    }

    /// A pale copy of this picture in the given size in px, with points marked in red by spots large
    /// enough to notice.
    pub fn marked(&self, points: &[(usize, usize)], width: usize, height: usize) -> Self {
        const RED: Color = [224, 0, 32];
        let mut pale = Self::filled(width, height, [255; 3]);
        pale.put(self, 0, 0);
        for pixel in &mut pale.pixels {
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
    pub fn row(pictures: &[&Self], gap: usize, background: Color) -> Self {
        let width = pictures
            .iter()
            .map(|picture| picture.width + gap)
            .sum::<usize>()
            + gap;
        let height = pictures.iter().map(|picture| picture.height).max();
        let height = height.unwrap_or_default() + 2 * gap;
        let mut row = Self::filled(width, height, background);
        let mut left = gap;
        for picture in pictures {
            row.put(picture, left, gap);
            left += picture.width + gap;
        }
        row
    }

    /// Pictures in a number of columns, each picture in the shortest column so far.
    pub fn columns(pictures: &[Self], columns: usize, background: Color) -> Self {
        let width = pictures.iter().map(|picture| picture.width).max();
        let width = width.unwrap_or_default();
        let mut heights = vec![0; columns];
        let mut positions = Vec::new();
        for picture in pictures {
            let shortest = (0..columns).min_by_key(|column| heights[*column]);
            let column = shortest.unwrap_or_default();
            positions.push((column * width, heights[column]));
            heights[column] += picture.height;
        }
        let height = heights.into_iter().max().unwrap_or_default();
        let mut all = Self::filled(columns * width, height, background);
        for (picture, (left, top)) in pictures.iter().zip(positions) {
            all.put(picture, left, top);
        }
        all
    }
}
