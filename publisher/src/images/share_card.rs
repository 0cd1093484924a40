//! Share card, which social media show with a link: the figure and the text of the view.

use std::sync::Arc;

use anyhow::{Context, Result};
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::{plain_text, without_soft_hyphens};
use kennislemniscaat::route::{Kind, Route};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use ttf_parser::Face;
use yew::prelude::*;

use crate::edition::body_text;
use crate::images::figure_svg::{Colors, FigureSvg, figure};
use crate::images::text_layout::{LINE, fit, wrap};

/// Width and height in px, which Open Graph consumers show without cropping.
pub const SIZE: (u32, u32) = (1200, 630);
/// The name of the card's file, beside the page of its view.
pub const FILE: &str = "kaart.png";

/// Inter in TrueType, a Latin subset with arrows: see `fonts/OFL.txt`.
pub const REGULAR: &[u8] = include_bytes!("../../fonts/Inter-400.ttf");
pub const BOLD: &[u8] = include_bytes!("../../fonts/Inter-700.ttf");

const MARGIN: f64 = 64.0;
const SMALL: f64 = 28.0;

/// Renders share cards.
pub struct CardRenderer {
    pub(super) bold: Face<'static>,
    regular: Face<'static>,
    options: Options<'static>,
    pub(super) colors: Colors,
}

/// The texts and the figure of a card, with their sizes and positions.
#[derive(Clone, PartialEq, Properties)]
struct Layout {
    kicker: Vec<String>,
    lines: Vec<String>,
    size: f64,
    byline: Vec<String>,
    footer: String,
    /// Position of the figure's crossing in px, and scale of the figure.
    figure: (f64, f64, f64),
    current: Option<usize>,
    drawing: FigureSvg,
}

impl CardRenderer {
    /// A renderer of cards in these colors.
    ///
    /// # Errors
    /// If a font is damaged.
    pub fn new(colors: Colors) -> Result<Self> {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(REGULAR.to_vec());
        fonts.load_font_data(BOLD.to_vec());
        Ok(Self {
            bold: Face::parse(BOLD, 0)?,
            regular: Face::parse(REGULAR, 0)?,
            options: Options {
                fontdb: Arc::new(fonts),
                ..Options::default()
            },
            colors,
        })
    }

    /// Renders the card of a view as SVG.
    pub async fn svg(&self, bundle: &Bundle, route: Route) -> String {
        let layout = self.layout(bundle, route);
        yew::LocalServerRenderer::<Card>::with_props(layout)
            .hydratable(false)
            .render()
            .await
    }

    /// Renders the SVG of a card or a figure as PNG.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options).context("reading the picture's SVG")?;
        let size = tree.size().to_int_size();
        let mut pixels =
            Pixmap::new(size.width(), size.height()).context("making a picture of this size")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().context("writing the picture's PNG")
    }

    fn layout(&self, bundle: &Bundle, route: Route) -> Layout {
        let content = &bundle.content;
        let view = content.views.get(route);
        let kicker = match view.kind {
            Kind::Tip => view.title.clone(),
            Kind::Quote => content.views.get(view.parent).short_title(),
            Kind::Background if !view.short_title.is_empty() => view.short_title.clone(),
            _ => view.kicker.clone(),
        };
        let (text, byline) = match view.kind {
            Kind::Overview => (content.title.clone(), content.subtitle.clone()),
            Kind::Quote => (body_text(view), view.speaker.clone()),
            _ => (plain_text(&view.heading), String::new()),
        };
        // Lines of a card break only between words.
        let [kicker, text, byline] = [kicker, text, byline].map(|text| without_soft_hyphens(&text));
        // A longer text gets the full width. A name stands beside the figure, except that the title of the
        // publication stands above it.
        let full_width = f64::from(SIZE.0) - 2.0 * MARGIN;
        let (width, height, byline_width, figure) = match view.kind {
            Kind::Overview => (full_width, 120.0, full_width, (600.0, 404.0, 0.8)),
            // The byline may stand beside the figure.
            Kind::Tip | Kind::Question | Kind::Quote => {
                (full_width, 320.0, 700.0, (984.0, 520.0, 0.33))
            }
            _ => (450.0, 370.0, 450.0, (872.0, 290.0, 0.58)),
        };
        let byline = wrap(&self.regular, &byline, SMALL, byline_width, usize::MAX);
        let kicker = wrap(&self.bold, &kicker, SMALL, width, usize::MAX);
        let small_lines = byline.len() + kicker.len().saturating_sub(1);
        let text_height = height - small_lines as f64 * SMALL * LINE;
        let (size, lines) = fit(&self.bold, &text, width, text_height);
        Layout {
            kicker,
            lines,
            size,
            byline,
            footer: match route {
                Route::OVERVIEW => String::new(),
                _ => without_soft_hyphens(&content.title),
            },
            figure,
            current: view.phase.map(usize::from),
            drawing: FigureSvg {
                shapes: bundle.shapes.clone(),
                colors: self.colors.clone(),
            },
        }
    }
}

#[component]
fn Card(layout: &Layout) -> Html {
    let (width, height) = SIZE;
    let colors = &layout.drawing.colors;
    let (x, y, scale) = layout.figure;
    let accent = layout
        .current
        .map_or(&colors.ink, |phase| &colors.phases[phase]);
    let top = MARGIN + SMALL;
    let first = match layout.kicker.len() {
        0 => MARGIN + layout.size,
        lines => top + (lines - 1) as f64 * SMALL * LINE + 24.0 + layout.size,
    };
    let after = first + layout.size * LINE * (layout.lines.len() as f64 - 1.0) + 24.0;
    let texts = |lines: &[String], from: f64, size: f64, weight: &'static str, color: &str| {
        let line = |(at, line): (usize, &String)| {
            let y = from + size * LINE * at as f64;
            html! {
                <text x={MARGIN.to_string()} y={y.to_string()} font-size={size.to_string()} font-weight={weight} fill={color.to_owned()}>{line}</text>
            }
        };
        lines.iter().enumerate().map(line).collect::<Html>()
    };
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")} font-family="Inter">
            <rect width={width.to_string()} height={height.to_string()} fill={colors.surface.clone()} />
            <rect width="16" height={height.to_string()} fill={accent.clone()} />
            <g transform={format!("translate({x} {y}) scale({scale})")}>{figure(&layout.drawing, layout.current)}</g>
            {texts(&layout.kicker, top, SMALL, "700", accent)}
            {texts(&layout.lines, first, layout.size, "700", &colors.ink)}
            {texts(&layout.byline, after + SMALL, SMALL, "400", &colors.soft)}
            {texts(std::slice::from_ref(&layout.footer), f64::from(height) - MARGIN, SMALL, "700", &colors.soft)}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::fixture;
    use crate::images::text_layout::extent;

    fn cards() -> CardRenderer {
        let tokens = include_str!("../../../styles/tokens.css");
        CardRenderer::new(Colors::new(tokens, &fixture::publication().colors()).unwrap()).unwrap()
    }

    fn bundle() -> Bundle {
        fixture::edition().bundle.clone()
    }

    #[test]
    fn the_text_of_every_view_fits_on_its_card() {
        let (cards, bundle) = (cards(), bundle());
        for route in bundle.content.views.routes() {
            let layout = cards.layout(&bundle, route);
            let height = layout.size * LINE * layout.lines.len() as f64;
            assert!(height <= 370.0, "{route:?} takes {height} px");
            for line in &layout.lines {
                assert!(extent(&cards.bold, line, layout.size) <= 1072.0, "{line}");
                assert!(!line.ends_with('…'), "{route:?} is cut off: {line}");
            }
            for line in layout.kicker.iter().chain(&layout.byline) {
                assert!(extent(&cards.bold, line, SMALL) <= 1072.0, "{line}");
            }
            let missing: Vec<_> =
                (layout.lines.concat() + &layout.kicker.concat() + &layout.byline.concat())
                    .chars()
                    .filter(|char| cards.bold.glyph_index(*char).is_none())
                    .collect();
            assert!(missing.is_empty(), "the font has no {missing:?}");
        }
    }

    #[tokio::test]
    async fn cards_have_the_declared_size_a_small_file_and_a_unique_picture() {
        let (cards, bundle) = (cards(), bundle());
        let mut pngs = HashSet::new();
        for route in bundle.content.views.routes().step_by(8) {
            let png = cards.png(&cards.svg(&bundle, route).await).unwrap();
            let pixels = Pixmap::decode_png(&png).unwrap();
            assert_eq!((pixels.width(), pixels.height()), SIZE);
            assert!(png.len() <= 300 * 1024, "{route:?}: {} bytes", png.len());
            assert!(pngs.insert(png), "{route:?} has the card of another view");
        }
    }

    #[test]
    fn text_that_is_too_long_ends_in_an_ellipsis() {
        let cards = cards();
        let text = "kennis ".repeat(400);
        let (size, lines) = fit(&cards.bold, &text, 1072.0, 320.0);
        assert!(lines.last().unwrap().ends_with('…'));
        assert!(lines.len() as f64 * size * LINE <= 320.0);
        let widest = lines.iter().map(|line| extent(&cards.bold, line, size));
        assert!(widest.fold(0.0, f64::max) <= 1072.0);
    }
}
