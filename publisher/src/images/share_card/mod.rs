//! Share card, which social media show with a link: the figure and the text of the view.

mod card;
mod column;
mod layout;
mod overview;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use anyhow::{Context, Result};
use kennislemniscaat::route::Route;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use ttf_parser::Face;

use crate::edition::Edition;
use crate::images::figure_svg::{Colors, FigureSvg};
use card::{Card, CardProps};

/// Width and height in px, which Open Graph consumers show without cropping.
pub const SIZE: (u32, u32) = (1200, 630);
/// The name of the card's file, beside the page of its view.
pub const FILE: &str = "kaart.png";

/// Inter in TrueType, a Latin subset with arrows: see `fonts/OFL.txt`.
pub const REGULAR: &[u8] = include_bytes!("../../../fonts/Inter-400.ttf");
pub const BOLD: &[u8] = include_bytes!("../../../fonts/Inter-700.ttf");

/// Renders share cards.
pub struct CardRenderer {
    pub(super) bold: Face<'static>,
    regular: Face<'static>,
    options: Options<'static>,
    pub(super) colors: Colors,
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
    pub async fn svg(&self, edition: &Edition, route: Route) -> String {
        let drawing = FigureSvg {
            shapes: edition.bundle.shapes.clone(),
            colors: self.colors.clone(),
        };
        let layout = self.layout(edition, route);
        yew::LocalServerRenderer::<Card>::with_props(CardProps { layout, drawing })
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
}
