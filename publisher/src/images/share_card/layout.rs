//! The words of a card and their places.

use kennislemniscaat::content::{plain_text, without_soft_hyphens};
use kennislemniscaat::route::{Kind, Route, View};

use super::CardRenderer;
use super::column::{BOTTOM, Column, Ink, LEFT, Line, Number, Style, WIDTH};
use crate::edition::{Edition, body_text};
use crate::images::text_layout::{LINE, wrap};

/// Sizes of fonts in px.
const KICKER: f64 = 27.0;
const ITEM: f64 = 28.0;
const BYLINE: f64 = 26.0;
const NAME: f64 = 22.0;
const ORGANISATIONS: f64 = 20.0;

/// The most tips on the card of a phase, and the space for their numbers in px.
const TIPS: usize = 4;
const INDENT: f64 = 50.0;
/// The most height of the name of a phase in px.
const PHASE_NAME: f64 = 150.0;

/// A card.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub lines: Vec<Line>,
    pub numbers: Vec<Number>,
    pub figure: Place,
    /// The phase that the card is about.
    pub current: Option<usize>,
}

/// Where the figure is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place {
    /// As large as the card: its loops embrace the words, and its crossing lies below them.
    Around,
    /// The whole figure; `y` is the place of its crossing in px, `scale` the size of its units in px.
    Whole { y: f64, scale: f64 },
}

impl CardRenderer {
    /// The words of a view's card.
    pub(super) fn layout(&self, edition: &Edition, route: Route) -> Layout {
        if route == Route::OVERVIEW {
            return self.overview(edition);
        }
        let content = edition.content();
        let view = content.views.get(route);
        let phase = view.phase.map(usize::from);
        let footer = self.footer(edition, false);
        let end = footer.first().map_or(BOTTOM, |line| line.y - 1.5 * NAME);
        let mut column = Column::new(end, false);
        let ink = phase.map_or(Ink::Full, Ink::Phase);
        let text = |text: &str| without_soft_hyphens(text);
        let kicker = text(&kicker(edition, view));
        column.add(&kicker, self.bold(KICKER, ink), 2);
        column.skip(10.0);
        let heading = text(&plain_text(&view.heading));
        let bold = self.bold(0.0, Ink::Full);
        match view.kind {
            Kind::Phase => {
                column.add_fitting(&heading, bold, PHASE_NAME);
                column.skip(22.0);
                let tips = content.views.children_of(route, Kind::Tip).take(TIPS);
                for (index, tip) in tips.enumerate() {
                    let heading = text(&plain_text(&content.views.get(tip).heading));
                    if !self.add_tip(&mut column, index, phase.unwrap_or_default(), &heading) {
                        break;
                    }
                }
            }
            Kind::Quote => {
                let speaker = text(&view.speaker);
                let byline = wrap(&self.regular, &speaker, BYLINE, WIDTH, usize::MAX);
                let below = 16.0 + byline.len() as f64 * BYLINE * LINE;
                column.add_fitting(&text(&body_text(view)), bold, column.rest() - below);
                column.skip(16.0);
                column.add(&speaker, self.regular(BYLINE, Ink::Soft), usize::MAX);
            }
            _ => column.add_fitting(&heading, bold, column.rest()),
        }
        Layout {
            lines: [column.lines, footer].concat(),
            numbers: column.numbers,
            figure: Place::Around,
            current: phase,
        }
    }

    /// Adds a tip with its number, if there is space for the whole tip or it is the first one. Returns whether there was.
    fn add_tip(&self, column: &mut Column, index: usize, phase: usize, text: &str) -> bool {
        let style = self.regular(ITEM, Ink::Full);
        let width = WIDTH - INDENT;
        let space = (column.rest() / (ITEM * LINE)).floor() as usize;
        let fits = wrap(style.face, text, ITEM, width, usize::MAX).len() <= space;
        if !fits && index > 0 {
            return false;
        }
        column.numbers.push(Number {
            number: index + 1,
            x: LEFT + 18.0,
            y: column.y + ITEM * LINE / 2.0,
            radius: 17.0,
            phase,
        });
        (column.left, column.width) = (LEFT + INDENT, width);
        column.add(text, style, space);
        (column.left, column.width) = (LEFT, WIDTH);
        column.skip(12.0);
        fits
    }

    /// The name of the publication, unless the card has it as its title, and the organizations, at the lower end.
    pub(super) fn footer(&self, edition: &Edition, is_overview: bool) -> Vec<Line> {
        let names: Vec<_> = edition
            .organisations
            .iter()
            .map(|(name, _)| &**name)
            .collect();
        let mut column = Column::new(BOTTOM, is_overview);
        if !is_overview {
            let title = without_soft_hyphens(&edition.content().title);
            column.add(&title, self.bold(NAME, Ink::Soft), 1);
        }
        let names = without_soft_hyphens(&names.join(", "));
        column.add(&names, self.regular(ORGANISATIONS, Ink::Soft), 2);
        let space = column.rest();
        let mut lines = column.lines;
        for line in &mut lines {
            line.y += space;
        }
        lines
    }

    pub(super) fn bold(&self, size: f64, ink: Ink) -> Style<'_> {
        Style {
            face: &self.bold,
            is_bold: true,
            size,
            ink,
        }
    }

    pub(super) fn regular(&self, size: f64, ink: Ink) -> Style<'_> {
        Style {
            face: &self.regular,
            is_bold: false,
            size,
            ink,
        }
    }
}

/// The line above the text: what the view is, and where it belongs.
fn kicker(edition: &Edition, view: &View) -> String {
    let views = &edition.content().views;
    match view.kind {
        Kind::Tip => view.title.clone(),
        Kind::Quote => views.get(view.parent).short_title(),
        Kind::Background if !view.short_title.is_empty() => view.short_title.clone(),
        _ => view.kicker.clone(),
    }
}
