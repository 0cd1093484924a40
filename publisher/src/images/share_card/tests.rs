use std::collections::HashSet;

use kennislemniscaat::route::{Kind, Route};
use resvg::tiny_skia::Pixmap;
use test_support::cycles::{Names, cycle};

use super::column::Line;
use super::layout::Layout;
use super::*;
use crate::fixture;
use crate::images::text_layout::extent;

const TOKENS: &str = include_str!("../../../../styles/tokens.css");

fn cards() -> CardRenderer {
    CardRenderer::new(Colors::new(TOKENS, &fixture::publication().colors()).unwrap()).unwrap()
}

/// The left and the right side of a line in px.
fn sides(line: &Line, face: &Face) -> (f64, f64) {
    let width = extent(face, &line.text, line.size);
    let left = match line.is_centered {
        true => line.x - width / 2.0,
        false => line.x,
    };
    (left, left + width)
}

/// The square in the middle, which WhatsApp shows, without the parts that X leaves out.
const CROP: [std::ops::RangeInclusive<f64>; 2] = [285.0..=915.0, 15.0..=615.0];

/// Checks that words lie within the crop, beside each other and whole.
fn check_words(cards: &CardRenderer, layout: &Layout, name: &str, may_be_cut: bool) {
    let face = |line: &Line| {
        if line.is_bold {
            &cards.bold
        } else {
            &cards.regular
        }
    };
    for line in &layout.lines {
        let (left, right) = sides(line, face(line));
        let (top, bottom) = (line.y - line.size * 0.75, line.y + line.size * 0.25);
        assert!(
            CROP[0].contains(&left) && CROP[0].contains(&right),
            "{name}: {:?} is cut off by the square: {left} to {right}",
            line.text
        );
        assert!(
            CROP[1].contains(&top) && CROP[1].contains(&bottom),
            "{name}: {:?} is cut off above or below: {top} to {bottom}",
            line.text
        );
        assert!(
            may_be_cut || !line.text.ends_with('…'),
            "{name}: {:?} is cut off",
            line.text
        );
        let missing: String = line
            .text
            .chars()
            .filter(|char| cards.bold.glyph_index(*char).is_none())
            .collect();
        assert!(missing.is_empty(), "the font has no {missing:?}");
        for other in &layout.lines {
            let (other_left, other_right) = sides(other, face(other));
            let apart = (line.y - other.y).abs();
            let touches =
                apart < line.size.max(other.size) * 0.9 && left < other_right && other_left < right;
            assert!(
                line == other || !touches,
                "{name}: {:?} and {:?} overlap",
                line.text,
                other.text
            );
        }
    }
}

#[test]
fn the_words_of_every_view_are_within_every_crop() {
    let cards = cards();
    for edition in fixture::editions() {
        for route in edition.content().views.routes() {
            let layout = cards.layout(&edition, route);
            // A long quote ends in an ellipsis, where its letters would be too small to read.
            let is_quote = edition.content().views.get(route).kind == Kind::Quote;
            check_words(&cards, &layout, &format!("{route:?}"), is_quote);
        }
    }
}

#[test]
fn cards_are_for_any_number_of_phases() {
    let cards = cards();
    for (left, right) in [(1, 1), (2, 2), (1, 3), (3, 4), (4, 8), (8, 4), (6, 6)] {
        for names in [Names::Short, Names::Long] {
            let edition = fixture::edition_of(&cycle([left, right], 1, names));
            let name = format!("{left} and {right} phases");
            let layout = cards.layout(&edition, Route::OVERVIEW);
            check_words(&cards, &layout, &name, true);
            let shown = layout.lines.iter().map(|line| &*line.text);
            let shown: HashSet<_> = shown.collect();
            if names == Names::Short {
                for phase in &edition.content().phases {
                    let phase = edition.content().views.get(*phase).short_title();
                    assert!(shown.contains(&*phase), "{name}: {phase} is missing");
                }
            }
        }
    }
}

#[test]
fn the_overview_names_loops_and_phases_in_sizes_that_are_readable_at_a_third() {
    let (cards, [edition, _]) = (cards(), fixture::editions());
    let layout = cards.layout(&edition, Route::OVERVIEW);
    for phase in &edition.content().phases {
        let name = edition.content().views.get(*phase).short_title();
        let line = layout.lines.iter().find(|line| line.text == name);
        let size = line.map(|line| line.size);
        assert!(size.is_some_and(|size| size >= 29.0), "{name}: {size:?} px");
    }
    let text: Vec<_> = layout.lines.iter().map(|line| &*line.text).collect();
    let text = text.join(" ").replace("- ", "");
    for name in &edition.content().loops {
        let name = kennislemniscaat::content::without_soft_hyphens(name);
        assert!(text.contains(&name), "{name} is missing in {text}");
    }
}

#[test]
fn the_card_of_a_phase_has_its_first_tips() {
    let (cards, [edition, _]) = (cards(), fixture::editions());
    for phase in &edition.content().phases {
        let layout = cards.layout(&edition, *phase);
        assert!(layout.numbers.len() >= 2, "{:?}", layout.numbers);
    }
}

#[tokio::test]
async fn cards_have_the_declared_size_a_small_file_and_a_unique_picture() {
    let (cards, [edition, _]) = (cards(), fixture::editions());
    let mut pngs = HashSet::new();
    for route in edition.content().views.routes().step_by(8) {
        let png = cards.png(&cards.svg(&edition, route).await).unwrap();
        let pixels = Pixmap::decode_png(&png).unwrap();
        assert_eq!((pixels.width(), pixels.height()), SIZE);
        assert!(png.len() <= 300 * 1024, "{route:?}: {} bytes", png.len());
        assert!(pngs.insert(png), "{route:?} has the card of another view");
    }
}
