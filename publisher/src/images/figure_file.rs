//! The figure as a file to keep: with the names of the phases, and with its source.

use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::{plain_text, without_soft_hyphens};
use kennislemniscaat::route::Route;
use yew::prelude::*;

use crate::citation::Citation;
use crate::images::figure_svg::{FigureSvg, figure};
use crate::images::share_card::CardRenderer;
use crate::images::text_layout::{LINE, wrap};

/// The names of the files, beside the page of the view.
pub const SVG_FILE: &str = "figuur.svg";
pub const PNG_FILE: &str = "figuur.png";

const WIDTH: f64 = 1200.0;
const MARGIN: f64 = 64.0;
/// The scale of the figure, which is a thousand units wide.
const SCALE: f64 = 1.05;
/// Half the height of the figure in its own units.
const HALF_HEIGHT: f64 = 290.0;
/// Sizes of the text in px.
const TITLE: f64 = 42.0;
const NAME: f64 = 28.0;
const SOURCE: f64 = 20.0;
/// The width of a number with the space behind it.
const NUMBER: f64 = 44.0;

/// Lines of text below each other.
#[derive(Clone, PartialEq)]
struct Lines {
    lines: Vec<String>,
    size: f64,
    /// The baseline of the first line.
    top: f64,
}

impl Lines {
    fn bottom(&self) -> f64 {
        self.top + self.size * LINE * (self.lines.len() as f64 - 1.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Layout {
    title: Lines,
    /// The position of the figure's crossing from the top.
    crossing: f64,
    names: Vec<Lines>,
    source: Lines,
    height: f64,
    current: Option<usize>,
    drawing: FigureSvg,
}

impl CardRenderer {
    /// Renders the figure as SVG, with the phase of a view highlighted.
    pub async fn figure_file(&self, bundle: &Bundle, route: Route, citation: &Citation) -> String {
        let layout = self.figure_layout(bundle, route, citation);
        yew::LocalServerRenderer::<FigureFile>::with_props(layout)
            .hydratable(false)
            .render()
            .await
    }

    fn figure_layout(&self, bundle: &Bundle, route: Route, citation: &Citation) -> Layout {
        let content = &bundle.content;
        let width = WIDTH - 2.0 * MARGIN;
        let lines = |text: &str, size: f64, width: f64, top: f64| Lines {
            lines: wrap(&self.bold, text, size, width, usize::MAX),
            size,
            top,
        };
        let title = without_soft_hyphens(&content.title);
        let title = lines(&title, TITLE, width, MARGIN + TITLE);
        let crossing = title.bottom() + TITLE + HALF_HEIGHT * SCALE;
        let mut bottom = crossing + HALF_HEIGHT * SCALE;
        let mut names = Vec::new();
        for phase in &content.phases {
            let name = without_soft_hyphens(&plain_text(&content.views.get(*phase).heading));
            let name = lines(&name, NAME, width - NUMBER, bottom + NAME * 1.6);
            bottom = name.bottom();
            names.push(name);
        }
        let source = citation.apa(&content.labels).text();
        let source = lines(&source, SOURCE, width, bottom + SOURCE * 3.0);
        Layout {
            title,
            crossing,
            names,
            height: (source.bottom() + MARGIN).ceil(),
            source,
            current: content.views.get(route).phase.map(usize::from),
            drawing: FigureSvg {
                shapes: bundle.shapes.clone(),
                colors: self.colors.clone(),
            },
        }
    }
}

#[component]
fn FigureFile(layout: &Layout) -> Html {
    let colors = &layout.drawing.colors;
    let height = layout.height.to_string();
    // Beside a current phase the figure is small, with larger numbers.
    let numbers = if layout.current.is_some() { 1.6 } else { 1.0 };
    let text = |text: &Lines, x: f64, weight: &'static str, color: &str| {
        let line = |(index, line): (usize, &String)| {
            let y = text.top + text.size * LINE * index as f64;
            html! {
                <text x={x.to_string()} y={y.to_string()} font-size={text.size.to_string()} font-weight={weight} fill={color.to_owned()}>{line}</text>
            }
        };
        text.lines.iter().enumerate().map(line).collect::<Html>()
    };
    let name = |(index, name): (usize, &Lines)| {
        let weight = match layout.current {
            Some(current) if current == index => "700",
            _ => "400",
        };
        let color = colors.phases.get(index).unwrap_or(&colors.ink);
        let number = Lines {
            lines: vec![(index + 1).to_string()],
            ..name.clone()
        };
        html! {
            <>
                {text(&number, MARGIN, "700", color)}
                {text(name, MARGIN + NUMBER, weight, &colors.ink)}
            </>
        }
    };
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" width={WIDTH.to_string()} height={height.clone()} viewBox={format!("0 0 {WIDTH} {height}")} font-family="Inter, system-ui, sans-serif">
            <title>{layout.title.lines.join(" ")}</title>
            <rect width={WIDTH.to_string()} height={height.clone()} fill={colors.surface.clone()} />
            {text(&layout.title, MARGIN, "700", &colors.ink)}
            <g transform={format!("translate({} {}) scale({SCALE})", WIDTH / 2.0, layout.crossing)}>{figure(&layout.drawing, layout.current, numbers)}</g>
            {for layout.names.iter().enumerate().map(name)}
            {text(&layout.source, MARGIN, "400", &colors.soft)}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use resvg::usvg::{Options, Tree};
    use test_support::cycles::{Names, cycle};

    use super::*;
    use crate::edition::Edition;
    use crate::fixture;
    use crate::images::figure_svg::Colors;
    use crate::images::text_layout::extent;

    fn cards(edition: &Edition) -> CardRenderer {
        let tokens = include_str!("../../../styles/tokens.css");
        let colors = crate::colors::spread(&edition.loops);
        CardRenderer::new(Colors::new(tokens, &colors).unwrap()).unwrap()
    }

    fn layout(edition: &Edition, cards: &CardRenderer) -> Layout {
        let citation = Citation::new(edition, Route::OVERVIEW, None);
        cards.figure_layout(&edition.bundle, Route::OVERVIEW, &citation)
    }

    #[tokio::test]
    async fn figure_and_texts_of_every_cycle_lie_within_the_picture() {
        for counts in [[1, 1], [2, 2], [3, 5], [8, 4], [4, 8]] {
            let edition = fixture::edition_of(&cycle(counts, 0, Names::Long));
            let cards = cards(&edition);
            let layout = layout(&edition, &cards);
            for text in layout.names.iter().chain([&layout.title, &layout.source]) {
                for line in &text.lines {
                    let width = extent(&cards.bold, line, text.size);
                    assert!(width <= WIDTH - 2.0 * MARGIN, "{counts:?}: {line}");
                }
            }
            let citation = Citation::new(&edition, Route::OVERVIEW, None);
            let svg = cards
                .figure_file(&edition.bundle, Route::OVERVIEW, &citation)
                .await;
            let (_, figure) = svg.split_once("<g transform").unwrap();
            let (figure, _) = figure.split_once("</g><text").unwrap();
            let figure = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><g transform{figure}</g></svg>"
            );
            // Without fonts, and so without the numbers, which lie within their circles.
            let tree = Tree::from_str(&figure, &Options::default()).unwrap();
            let bounds = tree.root().abs_stroke_bounding_box();
            let top = layout.title.bottom() + TITLE * 0.25;
            let bottom = layout.names[0].top - NAME;
            assert!(f64::from(bounds.top()) >= top, "{counts:?}: {bounds:?}");
            assert!(
                f64::from(bounds.bottom()) <= bottom,
                "{counts:?}: {bounds:?} {bottom}"
            );
            assert!(bounds.left() >= 0.0 && f64::from(bounds.right()) <= WIDTH);
        }
    }

    #[tokio::test]
    async fn the_png_has_the_size_of_the_svg() {
        let edition = fixture::edition();
        let cards = cards(&edition);
        let phase = edition.content().phases[1];
        let citation = Citation::new(&edition, phase, None);
        let svg = cards.figure_file(&edition.bundle, phase, &citation).await;
        let png = cards.png(&svg).unwrap();
        let pixels = resvg::tiny_skia::Pixmap::decode_png(&png).unwrap();
        let height = layout(&edition, &cards).height;
        assert_eq!(f64::from(pixels.width()), WIDTH);
        assert!((f64::from(pixels.height()) - height).abs() <= 2.0 * SOURCE * LINE);
        if let Ok(file) = std::env::var("FIGURE_FILE") {
            std::fs::write(file, png).unwrap();
        }
    }
}
