//! Breaks text into lines of a limited width.

use kennislemniscaat::content::without_soft_hyphens;
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

/// Breaks a text into lines of at most `width` px: between words, and at soft hyphens in words that are wider. If there
/// are more than `max_lines`, the last line ends in “…”.
pub fn wrap(face: &Face, text: &str, size: f64, width: f64, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let words = text.split_whitespace();
    for word in words.flat_map(|word| parts(face, word, size, width)) {
        match lines.last_mut() {
            Some(line) if extent(face, &format!("{line} {word}"), size) <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(line) = lines.last_mut() {
            while extent(face, &format!("{line}…"), size) > width {
                match line.rfind(' ') {
                    Some(space) => line.truncate(space),
                    None if line.pop().is_none() => break,
                    None => {}
                }
            }
            line.push('…');
        }
    }
    lines
}

/// A word without its soft hyphens; one that is wider than a line in parts, which end in hyphens.
fn parts(face: &Face, word: &str, size: f64, width: f64) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut syllables = word.split('\u{ad}').peekable();
    let is_wide = extent(face, &without_soft_hyphens(word), size) > width;
    while let Some(syllable) = syllables.next() {
        let hyphen = if syllables.peek().is_some() { "-" } else { "" };
        let longer = format!("{part}{syllable}{hyphen}");
        if is_wide && !part.is_empty() && extent(face, &longer, size) > width {
            parts.push(std::mem::take(&mut part) + "-");
        }
        part.push_str(syllable);
    }
    parts.push(part);
    parts
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::share_card::BOLD;

    fn face() -> Face<'static> {
        Face::parse(BOLD, 0).expect("a font")
    }

    #[test]
    fn a_wide_word_breaks_at_its_soft_hyphens_alone() {
        let word = "de kennis\u{ad}infra\u{ad}structuur";
        let wide = wrap(&face(), word, 20.0, 400.0, 9);
        assert_eq!(wide, ["de kennisinfrastructuur"]);
        let narrow = wrap(&face(), word, 20.0, 160.0, 9);
        assert_eq!(narrow, ["de kennisinfra-", "structuur"]);
        let unbroken = wrap(&face(), "kennisinfrastructuur", 20.0, 160.0, 9);
        assert_eq!(unbroken, ["kennisinfrastructuur"]);
    }

    #[test]
    fn a_width_without_space_for_an_ellipsis_has_it_all_the_same() {
        assert_eq!(wrap(&face(), "kennis delen", 20.0, 1.0, 1), ["…"]);
    }

    #[test]
    fn text_that_is_too_long_ends_in_an_ellipsis() {
        let text = "kennis ".repeat(400);
        let (size, lines) = fit(&face(), &text, 590.0, 320.0);
        assert!(lines.last().is_some_and(|line| line.ends_with('…')));
        assert!(lines.len() as f64 * size * LINE <= 320.0);
        let widest = lines.iter().map(|line| extent(&face(), line, size));
        assert!(widest.fold(0.0, f64::max) <= 590.0);
    }
}
