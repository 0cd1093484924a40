//! Where the names of the phases fit around the figure; elsewhere they are a list.

use anyhow::{Context, Result};
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::{Content, plain_text, without_soft_hyphens};
use kennislemniscaat::route::View;
use ttf_parser::Face;

use crate::images::share_card::BOLD;
use crate::images::text_layout::{extent, wrap};

/// Widths of the horizontal figure in em, the size of its text. Narrower figures are upright, or the small figure beside
/// a view; the upper limit is `max-width` of `.kl-figure`.
const HORIZONTAL: (f64, f64) = (28.0, 66.0);
/// Width of the horizontal figure in em at least, where a low window limits it.
const LEAST: f64 = 42.0;
/// Width of the upright figure in em at most.
const UPRIGHT_MAX: f64 = 20.0;
/// Width of a figure in em from which the list is beside the eight, as in `names-beside.css`.
const BESIDE_FROM: f64 = 48.0;
/// Number of lines of a name at most: around the figure, and in the list.
const MAX_LINES: (usize, usize) = (4, 3);
/// Width of a name around the horizontal figure in em at most: `max-width` of `.kl-label` without its padding.
const MAX_NAME: f64 = 22.5;
/// Padding of a name at either end, in em: `padding-inline` of `.kl-label`.
const PADDING: f64 = 0.75;
/// Width of a number in the list and the gap after it, in em.
const NUMBER: f64 = 2.2;
/// Size of a short name in em: `--_size-small`.
const SMALL: f64 = 0.875;
/// Distance between two names: their line height.
const LINE: f64 = 1.3;
/// Fonts of hosts may be wider than Inter, the font that is measured; Verdana is.
const WIDER: f64 = 1.2;

/// How the names of a publication fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Names {
    /// The least width of a figure in em with short names around it: the upright figure, and the small figure beside a
    /// view. `None` if they fit at no width.
    upright: Option<f64>,
    /// The least width of the horizontal figure in em with full names around it.
    horizontal: Option<f64>,
    /// Widths in em of the columns of a list of short and of full names.
    columns: (f64, f64),
}

impl Names {
    /// Measures the names in every language.
    ///
    /// # Errors
    /// If the font is damaged.
    pub fn new<'a>(bundles: impl Iterator<Item = &'a Bundle>) -> Result<Self> {
        let face = Face::parse(BOLD, 0).context("reading the bold font")?;
        let of_languages = bundles.map(|bundle| Self {
            upright: upright(&face, bundle),
            horizontal: horizontal(&face, bundle),
            columns: columns(&face, bundle),
        });
        let start = Self {
            upright: Some(0.0),
            horizontal: Some(0.0),
            columns: (0.0, 0.0),
        };
        let wider = |a: Option<f64>, b: Option<f64>| Some(a?.max(b?));
        Ok(of_languages.fold(start, |all, names| Self {
            upright: wider(all.upright, names.upright),
            horizontal: wider(all.horizontal, names.horizontal),
            columns: (
                all.columns.0.max(names.columns.0),
                all.columns.1.max(names.columns.1),
            ),
        }))
    }

    /// The rules for the list of names, from `names.css` and `names-beside.css`.
    #[must_use]
    pub fn css(&self, list: &str, beside: &str) -> String {
        let (short, full) = self.columns;
        let beside = match self.horizontal {
            Some(width) if width <= BESIDE_FROM => "",
            _ => beside,
        };
        format!(
            ".kl-figure{{--_short:{short}em;--_full:{full}em}}@container kl-figure {}{{{list}{beside}}}",
            self.list_condition()
        )
    }

    /// The rule for the least width of the horizontal figure on standalone pages, for `page.css`.
    #[must_use]
    pub fn page_css(&self) -> String {
        // A list needs no figure that fits the height of the window.
        let least = self
            .horizontal
            .map_or(HORIZONTAL.1, |width| width.max(LEAST));
        format!(".kl-figure{{--_least:{least}em}}")
    }

    /// The condition of a container query for figures whose names are a list.
    fn list_condition(&self) -> String {
        let (least, _) = HORIZONTAL;
        match (self.upright, self.horizontal) {
            (None, None) => "(width>0)".into(),
            (None, Some(horizontal)) => format!("(width<{}em)", horizontal.max(least)),
            (Some(upright), None) => format!("(width<{upright}em) or (width>={least}em)"),
            (Some(upright), Some(horizontal)) if horizontal <= least => {
                format!("(width<{upright}em)")
            }
            (Some(upright), Some(horizontal)) => {
                format!("(width<{upright}em) or ({least}em<=width<{horizontal}em)")
            }
        }
    }
}

/// The least width of a figure with two short names side by side at either end.
fn upright(face: &Face, bundle: &Bundle) -> Option<f64> {
    let shares = bundle.shapes.arcs.iter().any(|arc| arc.slot.count > 1);
    let names = phases(bundle).map(|phase| {
        let name = without_soft_hyphens(&phase.short_title());
        extent(face, &name, SMALL) * WIDER + LINE * SMALL
    });
    let width = rounded_up(2.0 * names.fold(0.0, f64::max));
    (!shares && width <= UPRIGHT_MAX).then_some(width)
}

/// The least width of a horizontal figure with the full names above and below it.
fn horizontal(face: &Face, bundle: &Bundle) -> Option<f64> {
    let all_fit = |width: &f64| {
        let mut phases = phases(bundle).zip(&bundle.shapes.arcs);
        phases.all(|(phase, arc)| {
            let slot = width / 2.0 / f64::from(arc.slot.count) - 2.0 * PADDING;
            fits(
                face,
                &plain_text(&phase.heading),
                slot.min(MAX_NAME),
                MAX_LINES.0,
            )
        })
    };
    let (least, most) = HORIZONTAL;
    half_ems(least, most).find(all_fit)
}

/// The widths of the columns of a list of short and of full names. A long word may be broken at its soft hyphens, so
/// that no column is wider than the narrowest widget.
fn columns(face: &Face, bundle: &Bundle) -> (f64, f64) {
    let around = NUMBER + 2.0 * PADDING;
    let narrowest = |name: &str| {
        let mut widths = half_ems(5.0, 14.0);
        widths
            .find(|width| fits(face, name, *width, MAX_LINES.1))
            .unwrap_or(14.0)
            + around
    };
    let widest = |names: &mut dyn Iterator<Item = String>| {
        names.map(|name| narrowest(&name)).fold(0.0, f64::max)
    };
    (
        rounded_up(widest(&mut phases(bundle).map(View::short_title)) * SMALL),
        widest(&mut phases(bundle).map(|phase| plain_text(&phase.heading))),
    )
}

/// The views of the phases.
fn phases(bundle: &Bundle) -> impl Iterator<Item = &View> {
    let Content { phases, views, .. } = &bundle.content;
    phases.iter().map(|phase| views.get(*phase))
}

/// Whether a name fits in a width in em, in so many lines at most, without a broken word.
fn fits(face: &Face, name: &str, width: f64, max_lines: usize) -> bool {
    let room = width / WIDER;
    let lines = wrap(face, &without_soft_hyphens(name), 1.0, room, usize::MAX);
    lines.len() <= max_lines && lines.iter().all(|line| extent(face, line, 1.0) <= room)
}

/// Widths in steps of half an em.
fn half_ems(least: f64, most: f64) -> impl Iterator<Item = f64> {
    let steps = ((most - least) * 2.0) as u32;
    (0..=steps).map(move |step| least + f64::from(step) / 2.0)
}

/// A width rounded up to a tenth.
fn rounded_up(width: f64) -> f64 {
    (width * 10.0).ceil() / 10.0
}

#[cfg(test)]
mod tests {
    use test_support::cycles;

    use super::*;
    use crate::fixture;

    fn names(counts: [usize; 2], names: cycles::Names) -> Names {
        let edition = fixture::edition_of(&cycles::cycle(counts, 1, names));
        Names::new([&edition.bundle].into_iter()).expect("a readable font")
    }

    #[test]
    fn one_short_name_on_each_side_stands_around_the_narrowest_figure() {
        let names = names([2, 2], cycles::Names::Short);
        assert!(names.upright <= Some(16.0), "{names:?}");
        assert!(names.horizontal <= Some(HORIZONTAL.0), "{names:?}");
    }

    #[test]
    fn the_more_names_share_a_side_the_wider_the_figure_has_to_be() {
        let widths =
            [[2, 2], [4, 4], [6, 6]].map(|counts| names(counts, cycles::Names::Short).horizontal);
        assert!(widths.is_sorted() && widths[0] < widths[2], "{widths:?}");
        assert!(widths.iter().all(Option::is_some), "{widths:?}");
        assert_eq!(names([6, 6], cycles::Names::Short).upright, None);
    }

    #[test]
    fn names_that_fit_nowhere_are_a_list_everywhere() {
        let names = names([8, 4], cycles::Names::Long);
        assert_eq!((names.upright, names.horizontal), (None, None));
        let css = names.css(".list{}", ".beside{}");
        assert!(
            css.ends_with("@container kl-figure (width>0){.list{}.beside{}}"),
            "{css}"
        );
    }

    #[test]
    fn the_list_is_for_widths_in_which_names_do_not_fit() {
        let names = Names {
            upright: Some(15.8),
            horizontal: Some(29.5),
            columns: (10.0, 15.5),
        };
        assert_eq!(
            names.css(".list{}", ".beside{}"),
            ".kl-figure{--_short:10em;--_full:15.5em}\
             @container kl-figure (width<15.8em) or (28em<=width<29.5em){.list{}}"
        );
    }

    #[test]
    fn names_in_another_language_count_as_well() {
        let both = [cycles::Names::Short, cycles::Names::LongOnly]
            .map(|names| fixture::edition_of(&cycles::cycle([2, 2], 1, names)).bundle);
        let names = Names::new(both.iter()).expect("a readable font");
        assert_eq!(names.upright, None);
    }
}
