//! Standalone pages look like the widget on them: the tokens of the widget are private, so `page.css` repeats their
//! values, and both must be the same.

use crate::colors::SURFACES;

const TOKENS: &str = include_str!("../../../styles/tokens.css");
const PAGE: &str = include_str!("../../../styles/page.css");

#[test]
fn standalone_pages_have_the_colors_of_the_widget() {
    let pairs: Vec<_> = PAGE.split("light-dark(").skip(1).collect();
    assert!(!pairs.is_empty());
    for pair in pairs {
        let (pair, _) = pair.split_once(')').expect("two colors");
        assert!(TOKENS.contains(&format!("light-dark({pair})")), "{pair}");
    }
}

#[test]
fn phase_colors_are_checked_against_the_surface_of_the_widget() {
    let [light, dark] = SURFACES;
    let surface = format!("var(--kl-surface, light-dark({light}, {dark}))");
    assert!(TOKENS.contains(&surface), "{surface}");
}

#[test]
fn standalone_pages_have_the_fonts_of_the_widget() {
    let (_, fonts) = TOKENS.split_once("var(--kl-font, ").expect("fonts");
    let (fonts, _) = fonts.split_once(");").expect("fonts that end");
    let (_, font) = PAGE.split_once("  font: ").expect("a font");
    let (font, _) = font.split_once(';').expect("a font that ends");
    // Font size and line height precede the fonts.
    let (_, page_fonts) = font.split_once(' ').expect("fonts after a size");
    assert_eq!(page_fonts, fonts);
}
