//! Breaks text into lines of a limited width.

use ttf_parser::Face;

/// Sizes of the main text in px; the largest that fits is used.
const TEXT_SIZES: [f64; 8] = [64.0, 56.0, 48.0, 42.0, 36.0, 31.0, 27.0, 23.0];
/// Line height as a multiple of the font size.
pub const LINE: f64 = 1.28;

/// The largest size at which a text fits, with its lines; a text that fits at no size ends in an ellipsis.
pub fn fit(face: &Face, text: &str, width: f64, height: f64) -> (f64, Vec<String>) {
    let max_lines = |size: f64| (height / (size * LINE)).floor() as usize;
    for size in TEXT_SIZES {
        let lines = wrap(face, text, size, width, usize::MAX);
        let fits_width = lines.iter().all(|line| extent(face, line, size) <= width);
        if fits_width && lines.len() <= max_lines(size) {
            return (size, lines);
        }
    }
    let smallest = TEXT_SIZES[TEXT_SIZES.len() - 1];
    (
        smallest,
        wrap(face, text, smallest, width, max_lines(smallest)),
    )
}

/// Breaks a text between words into lines of at most `width` px. If there are more than `max_lines`, the last line
/// ends in “…”.
pub fn wrap(face: &Face, text: &str, size: f64, width: f64, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if extent(face, &format!("{line} {word}"), size) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(line) = lines.last_mut() {
            while extent(face, &format!("{line}…"), size) > width && line.pop().is_some() {}
            line.push('…');
        }
    }
    lines
}

/// The width of a line in px, without kerning, which only makes lines narrower.
pub fn extent(face: &Face, line: &str, size: f64) -> f64 {
    let advance = |char: char| {
        let glyph = face.glyph_index(char).unwrap_or_default();
        face.glyph_hor_advance(glyph).unwrap_or_default()
    };
    let units: f64 = line.chars().map(|char| f64::from(advance(char))).sum();
    units * size / f64::from(face.units_per_em())
}
