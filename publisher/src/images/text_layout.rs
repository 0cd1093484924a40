//! Words in lines of a limited width.

use ttf_parser::Face;

/// Sizes of the main text in px, the largest that fits being taken.
const TEXT_SIZES: [f64; 8] = [64.0, 56.0, 48.0, 42.0, 36.0, 31.0, 27.0, 23.0];
/// From line to line, as a multiple of the size.
pub const LINE: f64 = 1.28;

/// Text in the largest size that fits, cut off with an ellipsis where none does.
pub fn fit(face: &Face, text: &str, width: f64, height: f64) -> (f64, Vec<String>) {
    let room = |size: f64| (height / (size * LINE)).floor() as usize;
    for size in TEXT_SIZES {
        let lines = wrap(face, text, size, width, usize::MAX);
        let whole = lines.iter().all(|line| extent(face, line, size) <= width);
        if whole && lines.len() <= room(size) {
            return (size, lines);
        }
    }
    let least = TEXT_SIZES[TEXT_SIZES.len() - 1];
    (least, wrap(face, text, least, width, room(least)))
}

/// Lines of whole words no wider than `width` px; of more than `most`, the last ends in “…”.
pub fn wrap(face: &Face, text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
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
    if lines.len() > most {
        lines.truncate(most);
        if let Some(line) = lines.last_mut() {
            while extent(face, &format!("{line}…"), size) > width && line.pop().is_some() {}
            line.push('…');
        }
    }
    lines
}

/// How wide a line is, in px; kerning, which only makes it narrower, left out.
pub fn extent(face: &Face, line: &str, size: f64) -> f64 {
    let advance = |each: char| {
        let glyph = face.glyph_index(each).unwrap_or_default();
        face.glyph_hor_advance(glyph).unwrap_or_default()
    };
    let units: f64 = line.chars().map(|each| f64::from(advance(each))).sum();
    units * size / f64::from(face.units_per_em())
}
