//! Rules of the stylesheets that depend on the publication: the flow along its figure, the colors of its phases and
//! the place of their names.

mod names;

use anyhow::Result;
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::figure::flow::keyframes;

use crate::colors::{PhaseColor, css, older_engines};
use crate::template::Template;
use names::Names;

/// The condition for engines in which the colors of the first view are valid, as in `older-engines.css`.
const MODERN: &str = "((color:light-dark(red,red)) and (color:oklch(from red l c h)))";

/// The rules that the publisher adds to the stylesheets of the widget.
pub struct Computed {
    /// To the stylesheet of the first view.
    pub first_view: String,
    /// To the stylesheet that loads after the first view.
    pub deferred: String,
    /// To the stylesheet of standalone pages alone.
    page: String,
}

impl Computed {
    /// Computes the rules for the languages of a publication.
    ///
    /// # Errors
    /// If a stylesheet or a font can't be read.
    pub fn new<'a>(
        template: &Template,
        bundles: impl Iterator<Item = &'a Bundle>,
        colors: &[PhaseColor],
    ) -> Result<Self> {
        let rules = |name: &str| template.text(&format!("styles/view/{name}.css"));
        let names = Names::new(bundles)?;
        Ok(Self {
            first_view: css(colors) + &names.css(rules("names")?, rules("names-beside")?),
            page: names.page_css(),
            deferred: format!(
                "{}@supports not {MODERN}{{{}}}",
                keyframes(),
                older_engines(colors)
            ),
        })
    }

    /// To the stylesheet of standalone pages, which has the rules of both.
    #[must_use]
    pub fn page(&self) -> String {
        [&*self.first_view, &*self.deferred, &*self.page].concat()
    }
}
