//! The column in the middle of a card that holds all its words: no crop of social media touches it.

use ttf_parser::Face;

use crate::images::text_layout::{LINE, fit, wrap};

/// The middle of a card in px.
pub const MIDDLE: (f64, f64) = (600.0, 315.0);
/// The left side and the width of the column in px: WhatsApp shows the square in the middle, 630 px wide.
pub const LEFT: f64 = 305.0;
pub const WIDTH: f64 = 590.0;
/// The first and the last place for words from above in px: X shows the middle 600 px.
pub const TOP: f64 = 32.0;
pub const BOTTOM: f64 = 606.0;

/// The color of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ink {
    /// Text.
    Full,
    /// Secondary text.
    Soft,
    /// The color of a phase.
    Phase(usize),
}

/// A line of text at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub text: String,
    /// The place of its beginning or its middle in px.
    pub x: f64,
    /// The place of its baseline in px.
    pub y: f64,
    /// The size of the font in px.
    pub size: f64,
    pub is_bold: bool,
    /// Whether `x` is its middle.
    pub is_centered: bool,
    pub ink: Ink,
}

/// A number in a disc.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    pub number: usize,
    /// The place of its middle in px.
    pub x: f64,
    pub y: f64,
    /// The radius of the disc in px.
    pub radius: f64,
    /// The phase whose color the ring has.
    pub phase: usize,
}

/// How a block of text looks.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    pub face: &'a Face<'a>,
    pub is_bold: bool,
    pub size: f64,
    pub ink: Ink,
}

/// Words that are added from the top down.
pub struct Column {
    pub lines: Vec<Line>,
    pub numbers: Vec<Number>,
    /// The place below the last words in px.
    pub y: f64,
    /// The left side, the width and the lower end in px.
    pub left: f64,
    pub width: f64,
    pub end: f64,
    pub is_centered: bool,
}

impl Column {
    /// The column of a card, empty, above words that begin at `end`.
    pub fn new(end: f64, is_centered: bool) -> Self {
        Self {
            lines: vec![],
            numbers: vec![],
            y: TOP,
            left: LEFT,
            width: WIDTH,
            end,
            is_centered,
        }
    }

    /// Adds a text in a fixed size, cut off after some lines.
    pub fn add(&mut self, text: &str, style: Style, max_lines: usize) {
        let lines = wrap(style.face, text, style.size, self.width, max_lines);
        self.add_lines(lines, style);
    }

    /// Adds a text in the largest size at which it fits into a height.
    pub fn add_fitting(&mut self, text: &str, style: Style, height: f64) {
        let (size, lines) = fit(style.face, text, self.width, height);
        self.add_lines(lines, Style { size, ..style });
    }

    fn add_lines(&mut self, lines: Vec<String>, style: Style) {
        let Style {
            is_bold, size, ink, ..
        } = style;
        for text in lines {
            self.y += size * LINE;
            self.lines.push(Line {
                text,
                x: match self.is_centered {
                    true => self.left + self.width / 2.0,
                    false => self.left,
                },
                // The space of a line is above and below its letters.
                y: self.y - size * (LINE - 1.0) / 2.0 - size * 0.12,
                size,
                is_bold,
                is_centered: self.is_centered,
                ink,
            });
        }
    }

    /// Leaves space in px.
    pub fn skip(&mut self, space: f64) {
        self.y += space;
    }

    /// The space in px that is left.
    pub fn rest(&self) -> f64 {
        self.end - self.y
    }
}
