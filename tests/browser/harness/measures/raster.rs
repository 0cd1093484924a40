//! Pictures: read, written small, told apart and laid side by side.

use std::collections::HashMap;
use std::io::Cursor;
use std::iter::repeat_n;
use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Decoder, DeflateCompression, Encoder, Filter, Transformations};

/// Red, green and blue, as a screen gets them.
pub type Colour = [u8; 3];

/// How far apart, in OKLab, colours must be to count as different: an eye just sees it.
const SEEN: f32 = 0.02;
/// How near another colour must be to share its place in a palette, on an edge and as a plane.
const SHARED: [f32; 2] = [0.019, 0.006];
/// One in so many pixels makes a plane of a colour.
const PLANE: usize = 1000;

/// A picture without transparency.
pub struct Raster {
    /// In px.
    pub width: usize,
    /// In px.
    pub height: usize,
    /// Row by row.
    pixels: Vec<Colour>,
}

impl Raster {
    /// A picture in one colour.
    pub fn filled(width: usize, height: usize, colour: Colour) -> Self {
        let pixels = vec![colour; width * height];
        Self {
            width,
            height,
            pixels,
        }
    }

    /// Reads a PNG; what is transparent in it comes out opaque.
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
            pixels: pixels.map(|each| [each[0], each[1], each[2]]).collect(),
        })
    }

    /// Writes a PNG with a palette, in which colours that hardly anybody tells apart are one.
    pub fn write(&self) -> Result<Vec<u8>> {
        let (palette, place) = self.palette();
        let runs = self.pixels.chunk_by(|a, b| a == b);
        let indices: Vec<u8> = runs
            .flat_map(|run| repeat_n(place[&run[0]], run.len()))
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

    /// The colours to write, and which of them stands for each in the picture. The most
    /// frequent come first, so that planes keep exactly their colour.
    fn palette(&self) -> (Vec<Colour>, HashMap<Colour, u8>) {
        let mut counts = HashMap::<Colour, usize>::new();
        for run in self.pixels.chunk_by(|a, b| a == b) {
            *counts.entry(run[0]).or_default() += run.len();
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|(colour, count)| (usize::MAX - count, *colour));
        let is_plane = |count| usize::from(count * PLANE > self.pixels.len());
        let mut colours: Vec<_> = counts
            .into_iter()
            .map(|(colour, count)| (colour, SHARED[is_plane(count)]))
            .collect();
        loop {
            if let Some(found) = palette(&colours) {
                return found;
            }
            for (_, near) in &mut colours {
                *near *= 1.25;
            }
        }
    }

    /// The colour at a point, if that is in the picture.
    fn at(&self, x: usize, y: usize) -> Option<Colour> {
        let inside = x < self.width && y < self.height;
        inside.then(|| self.pixels[y * self.width + x])
    }

    /// Lays another picture over this one; what reaches outside is cut off.
    pub fn put(&mut self, other: &Self, left: usize, top: usize) {
        let rows = other.height.min(self.height.saturating_sub(top));
        let columns = other.width.min(self.width.saturating_sub(left));
        for y in 0..rows {
            let from = y * other.width;
            let to = (top + y) * self.width + left;
            self.pixels[to..to + columns].copy_from_slice(&other.pixels[from..from + columns]);
        }
    }

    /// The picture at a fraction of its size, as one over a whole number.
    pub fn shrunk(&self, by: usize) -> Self {
        let (width, height) = (self.width / by, self.height / by);
        let mean = |at: usize| {
            let (left, top) = (at % width * by, at / width * by);
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

    /// Where two pictures differ for an eye, as points; where only one of them reaches, too.
    /// An edge that moved by less than a pixel, as with another version of a page, isn't
    /// a difference: each colour need only be among or between those around its place in
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

    /// Whether a colour is neither among nor between those around a point.
    fn is_strange(&self, colour: Colour, x: usize, y: usize) -> bool {
        let look = lab(colour);
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

    /// This picture, pale, with points marked in red, large enough to be found.
    pub fn marked(&self, points: &[(usize, usize)], width: usize, height: usize) -> Self {
        const RED: Colour = [224, 0, 32];
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

    /// Pictures from left to right, with room around them.
    pub fn row(pictures: &[&Self], room: usize, background: Colour) -> Self {
        let width = pictures.iter().map(|each| each.width + room).sum::<usize>() + room;
        let height = pictures.iter().map(|each| each.height).max();
        let height = height.unwrap_or_default() + 2 * room;
        let mut row = Self::filled(width, height, background);
        let mut left = room;
        for each in pictures {
            row.put(each, left, room);
            left += each.width + room;
        }
        row
    }

    /// Pictures in so many columns, each where there is room first.
    pub fn columns(pictures: &[Self], columns: usize, background: Colour) -> Self {
        let width = pictures.iter().map(|each| each.width).max();
        let width = width.unwrap_or_default();
        let mut heights = vec![0; columns];
        let mut places = Vec::new();
        for each in pictures {
            let shortest = (0..columns).min_by_key(|at| heights[*at]);
            let column = shortest.unwrap_or_default();
            places.push((column * width, heights[column]));
            heights[column] += each.height;
        }
        let height = heights.into_iter().max().unwrap_or_default();
        let mut all = Self::filled(columns * width, height, background);
        for (each, (left, top)) in pictures.iter().zip(places) {
            all.put(each, left, top);
        }
        all
    }
}

/// A palette in which each colour has one as near as it needs, if there is room for that.
fn palette(colours: &[(Colour, f32)]) -> Option<(Vec<Colour>, HashMap<Colour, u8>)> {
    let mut palette: Vec<Colour> = Vec::new();
    let mut looks: Vec<Lab> = Vec::new();
    let mut place = HashMap::new();
    for &(colour, near) in colours {
        let look = lab(colour);
        let shared = |other: &Lab| distance(look, *other) < near;
        let at = looks.iter().position(shared).unwrap_or_else(|| {
            palette.push(colour);
            looks.push(look);
            looks.len() - 1
        });
        place.insert(colour, u8::try_from(at).ok()?);
    }
    Some((palette, place))
}

/// A colour as an eye sees it: lightness, green to red, blue to yellow.
type Lab = [f32; 3];

/// What the screen makes of each value.
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

/// OKLab: <https://www.w3.org/TR/css-color-4/#ok-lab>.
fn lab(colour: Colour) -> Lab {
    let light = colour.map(|value| LIGHT[usize::from(value)]);
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

fn distance(a: Lab, b: Lab) -> f32 {
    let squares = [0, 1, 2].map(|at| (a[at] - b[at]).powi(2));
    squares.iter().sum::<f32>().sqrt()
}

#[test]
fn a_picture_is_kept_as_it_looks() -> Result<()> {
    // More colours than a palette holds.
    let mut picture = Raster::filled(64, 64, [255; 3]);
    for (at, pixel) in picture.pixels.iter_mut().enumerate() {
        *pixel = [(96 + at % 64) as u8, (96 + at / 64) as u8, 96];
    }
    let kept = Raster::read(&picture.write()?)?;
    ensure!((kept.width, kept.height) == (64, 64));
    let wrong = picture.differences(&kept).len();
    ensure!(wrong == 0, "{wrong} of 4096 colours look different");
    Ok(())
}

#[test]
fn what_an_eye_sees_differs_and_what_a_renderer_does_to_edges_does_not() {
    const PAPER: Colour = [251, 250, 247];
    const INK: Colour = [22, 32, 46];
    let page = |left: usize, colour: Colour| {
        let mut page = Raster::filled(40, 40, PAPER);
        page.put(&Raster::filled(10, 10, colour), left, 10);
        page
    };
    let kept = page(10, INK);
    let count = |other: &Raster| kept.differences(other).len();
    assert_eq!(count(&page(10, INK)), 0);
    assert_eq!(count(&page(11, INK)), 0, "an edge that moved by a pixel");
    assert!(count(&page(13, INK)) >= 20, "a block that moved");
    assert_eq!(count(&page(10, [40, 60, 110])), 100, "another colour");
    assert_eq!(count(&Raster::filled(40, 40, PAPER)), 100, "a block gone");
    let mut longer = Raster::filled(40, 42, PAPER);
    longer.put(&kept, 0, 0);
    assert_eq!(count(&longer), 80, "a page that grew");
}
