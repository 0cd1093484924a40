//! Our own pages look like the widget on them: what it keeps to itself is said again in their style,
//! and is the same.

const TOKENS: &str = include_str!("../../../styles/tokens.css");
const PAGE: &str = include_str!("../../../styles/page.css");

#[test]
fn our_pages_have_the_colours_of_the_widget() {
    let pairs: Vec<_> = PAGE.split("light-dark(").skip(1).collect();
    assert!(!pairs.is_empty());
    for pair in pairs {
        let (pair, _) = pair.split_once(')').expect("two colours");
        assert!(TOKENS.contains(&format!("light-dark({pair})")), "{pair}");
    }
}

#[test]
fn our_pages_have_the_fonts_of_the_widget() {
    let (_, fonts) = TOKENS.split_once("var(--kl-font, ").expect("fonts");
    let (fonts, _) = fonts.split_once(");").expect("fonts that end");
    let (_, font) = PAGE.split_once("  font: ").expect("a font");
    let (font, _) = font.split_once(';').expect("a font that ends");
    // The size and the height of lines stand before them.
    let (_, own) = font.split_once(' ').expect("fonts after a size");
    assert_eq!(own, fonts);
}
