//! The card of the overview: the figure with the names of its loops and phases.

use kennislemniscaat::content::without_soft_hyphens;

use super::CardRenderer;
use super::column::{BOTTOM, Column, Ink, LEFT, Line, MIDDLE, Number, WIDTH};
use super::layout::{Layout, Place};
use crate::edition::Edition;
use crate::hyphens::hyphenate_above;
use crate::images::text_layout::{LINE, extent, wrap};

/// The most height of the title, and the sizes of names beside arcs, the first that fits, in px.
const TITLE: f64 = 62.0;
const NAMES: [f64; 3] = [34.0, 31.0, 29.0];
/// The sizes of the names of loops: inside the figure, and above a list.
const LOOP: f64 = 29.0;
const LOOP_ABOVE: f64 = 24.0;
/// The space between a name and the figure in px.
const GAP: f64 = 10.0;
/// The space below the title in px.
const BELOW_TITLE: f64 = 14.0;
/// Words of more letters may break in a loop.
const LONG: usize = 10;
/// Half the height of the figure in its own units, with its ribbon.
const HALF_HEIGHT: f64 = 258.0;
/// The distance of the middle of a loop from the crossing, and the width for its name, in units of the figure.
const LOOP_MIDDLE: f64 = 240.0;
const LOOP_WIDTH: f64 = 300.0;
/// The scale of the figure above a list.
const SMALL: f64 = 0.4;
/// The space between the columns of a list, in px.
const GUTTER: f64 = 20.0;
/// The largest name in a list, in px.
const LARGEST_ITEM: f64 = 31.0;

impl CardRenderer {
    /// The words of the overview's card. The names of phases stand at their arcs where they fit, and else in a list
    /// for each loop.
    pub(super) fn overview(&self, edition: &Edition) -> Layout {
        let content = edition.content();
        let footer = self.footer(edition, true);
        let end = footer
            .first()
            .map_or(BOTTOM, |line| line.y - line.size * 2.0);
        let mut column = Column::new(end, true);
        let title = without_soft_hyphens(&content.title);
        column.add_fitting(&title, self.bold(0.0, Ink::Full), TITLE);
        column.skip(BELOW_TITLE);
        let names: Vec<_> = content
            .phases
            .iter()
            .map(|phase| without_soft_hyphens(&content.views.get(*phase).short_title()))
            .collect();
        let arcs = &edition.bundle.shapes.arcs;
        let is_alone = arcs.iter().all(|arc| arc.slot.count == 1);
        let width = WIDTH / 2.0 - GAP;
        let size = NAMES.into_iter().find(|size| {
            let fits = |name: &String| extent(&self.bold, name, *size) <= width;
            is_alone && names.iter().all(fits)
        });
        let figure = match size {
            Some(size) => self.names_at_arcs(&mut column, edition, &names, size),
            None => self.names_in_lists(&mut column, edition, &names),
        };
        Layout {
            lines: [column.lines, footer].concat(),
            numbers: column.numbers,
            figure,
            current: None,
        }
    }

    /// Adds the names around the figure, and the names of the loops in it.
    fn names_at_arcs(
        &self,
        column: &mut Column,
        edition: &Edition,
        names: &[String],
        size: f64,
    ) -> Place {
        let letters = size * 0.74;
        let above = column.y + GAP + letters;
        let below = column.end - GAP;
        let top = above + GAP + size * 0.22;
        let height = below - letters - GAP - top;
        let scale = height / (2.0 * HALF_HEIGHT);
        let middle = top + height / 2.0;
        for (phase, (name, arc)) in names.iter().zip(&edition.bundle.shapes.arcs).enumerate() {
            let side = f64::from(arc.slot.in_loop) * 2.0 - 1.0;
            column.lines.push(Line {
                text: name.clone(),
                x: MIDDLE.0 + side * (WIDTH / 4.0 + GAP / 2.0),
                y: if arc.slot.below { below } else { above },
                size,
                is_bold: true,
                is_centered: true,
                ink: Ink::Phase(phase),
            });
        }
        for (name, side) in edition.content().loops.iter().zip([-1.0, 1.0]) {
            let name = hyphenate_above(LONG, &without_soft_hyphens(name), &edition.content().lang);
            let lines = wrap(&self.regular, &name, LOOP, LOOP_WIDTH * scale, 4);
            let first = middle - (lines.len() as f64 - 1.0) * LOOP * LINE / 2.0 + LOOP * 0.35;
            for (index, text) in lines.into_iter().enumerate() {
                column.lines.push(Line {
                    text,
                    x: MIDDLE.0 + side * LOOP_MIDDLE * scale,
                    y: first + index as f64 * LOOP * LINE,
                    size: LOOP,
                    is_bold: false,
                    is_centered: true,
                    ink: Ink::Soft,
                });
            }
        }
        Place::Whole { y: middle, scale }
    }

    /// Adds a list of names for each loop below the figure.
    fn names_in_lists(&self, column: &mut Column, edition: &Edition, names: &[String]) -> Place {
        let middle = column.y + GAP + HALF_HEIGHT * SMALL;
        let start = middle + HALF_HEIGHT * SMALL + GAP;
        let of_loop = |side: usize| {
            edition
                .loops
                .iter()
                .filter(move |own| **own == side)
                .count()
        };
        let most = of_loop(0).max(of_loop(1)) as f64;
        let width = (WIDTH - GUTTER) / 2.0;
        for (side, name) in edition.content().loops.iter().enumerate() {
            let left = LEFT + side as f64 * (width + GUTTER);
            let mut list = Column {
                y: start,
                left,
                width,
                ..Column::new(column.end, false)
            };
            let heading = without_soft_hyphens(name);
            list.add(&heading, self.bold(LOOP_ABOVE, Ink::Soft), 2);
            // Both lists begin at the same height.
            list.y = start + 2.0 * LOOP_ABOVE * LINE + GAP / 2.0;
            let row = list.rest() / most;
            let size = (row / LINE).min(LARGEST_ITEM);
            let radius = size * 0.55;
            for (phase, name) in names.iter().enumerate() {
                if edition.loops[phase] != side {
                    continue;
                }
                list.numbers.push(Number {
                    number: phase + 1,
                    x: left + radius,
                    y: list.y + size * LINE / 2.0,
                    radius,
                    phase,
                });
                (list.left, list.width) = (left + 2.8 * radius, width - 2.8 * radius);
                list.add(name, self.regular(size, Ink::Full), 1);
            }
            column.lines.append(&mut list.lines);
            column.numbers.append(&mut list.numbers);
        }
        Place::Whole {
            y: middle,
            scale: SMALL,
        }
    }
}
