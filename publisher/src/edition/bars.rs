//! Draws the bars of a chart: plotters places the shapes of each row, and a backend of ours keeps them.

use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Result, anyhow};
use kennislemniscaat::chart::{Chart, Row, Table, Text, WIDTH};
use kennislemniscaat::content::without_soft_hyphens;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendStyle, BackendTextStyle, DrawingErrorKind};

/// The height of a row, in units of the chart; bars and texts are in the middle of it.
const ROW: u16 = 32;
/// The height of a bar.
const BAR: u16 = 16;
/// The average width of a character of a label in wide fonts, so that no label reaches out on the left.
const LABEL_CHARACTER: f64 = 8.9;
/// The average width of a character of a value: digits and signs are narrower.
const VALUE_CHARACTER: f64 = 7.9;
/// The gap between label, bar and value.
const GAP: i32 = 8;

/// A row of a chart before it is drawn.
pub struct Entry {
    pub label: String,
    /// The length of the bar and the text after it; none for a heading.
    pub value: Option<(usize, String)>,
    /// The view, or the part of the page, that the bar links to.
    pub link: String,
    /// The phase that gives the bar its color.
    pub phase: Option<u8>,
}

/// Draws a chart of some rows, with the table of the same numbers.
///
/// # Errors
/// If there are too many rows for a chart.
pub fn draw(caption: &str, entries: &[Entry], table: Table) -> Result<Chart> {
    let height = i16::try_from(usize::from(ROW) * entries.len())?;
    let scale = Scale::new(entries);
    let rows = entries.iter().zip((0..height).step_by(ROW.into()));
    let rows = rows.map(|(entry, top)| scale.draw(entry, top));
    Ok(Chart {
        caption: caption.into(),
        height,
        rows: rows.collect::<Result<_>>()?,
        table,
    })
}

/// The horizontal scale that all rows of a chart share.
struct Scale {
    /// The longest bar.
    most: f64,
    /// The space for bars, between labels and values.
    bars: Range<i32>,
}

impl Scale {
    fn new(entries: &[Entry]) -> Self {
        let width = |text: &str, character: f64| {
            let count = without_soft_hyphens(text).chars().count();
            (count as f64 * character).ceil() as i32
        };
        let bars = || {
            entries
                .iter()
                .filter_map(|entry| Some((&entry.label, entry.value.as_ref()?)))
        };
        let labels = bars().map(|(label, _)| width(label, LABEL_CHARACTER)).max();
        let texts = bars()
            .map(|(_, (_, text))| width(text, VALUE_CHARACTER))
            .max();
        let most = bars()
            .map(|(_, (count, _))| *count)
            .max()
            .unwrap_or(0)
            .max(1);
        let left = labels.unwrap_or(0) + GAP;
        let right = (i32::from(WIDTH) - texts.unwrap_or(0) - GAP).max(left + 1);
        Self {
            most: most as f64,
            bars: left..right,
        }
    }

    /// Draws a row whose upper edge is at `top`.
    fn draw(&self, entry: &Entry, top: i16) -> Result<Row> {
        let mut row = Row {
            link: entry.link.clone(),
            phase: entry.phase,
            ..Row::default()
        };
        let shapes = Shapes { row: &mut row, top };
        let result = self.plot(&shapes.into_drawing_area(), entry);
        result.map_err(|error| anyhow!("drawing a chart: {error}"))?;
        Ok(row)
    }

    fn plot(&self, area: &Area, entry: &Entry) -> Result<(), DrawingAreaErrorKind<Infallible>> {
        let middle = i32::from(ROW / 2);
        let text = |side| {
            TextStyle::from(("sans-serif", 16.0).into_font()).pos(Pos::new(side, VPos::Center))
        };
        let Some((count, value)) = &entry.value else {
            return area.draw_text(&entry.label, &text(HPos::Left), (0, middle));
        };
        let space = (self.bars.clone(), 0..ROW.into());
        let chart = area.apply_coord_spec(Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
            0.0..self.most,
            0.0..f64::from(ROW),
            space,
        ));
        let upper = f64::from((ROW - BAR) / 2);
        let corners = [(0.0, upper), (*count as f64, upper + f64::from(BAR))];
        chart.draw(&Rectangle::new(corners, BLACK.filled()))?;
        let label = (self.bars.start - GAP, middle);
        area.draw_text(&entry.label, &text(HPos::Right), label)?;
        let (end, _) = chart.map_coordinate(&(*count as f64, 0.0));
        area.draw_text(value, &text(HPos::Left), (end + GAP, middle))
    }
}

type Area<'a> = DrawingArea<Shapes<'a>, plotters::coord::Shift>;

/// The backend: keeps the shapes of a row. Colors are those of the stylesheet.
struct Shapes<'a> {
    row: &'a mut Row,
    top: i16,
}

/// A length in the chart, far from the limits.
fn unit(length: i32) -> i16 {
    length.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}

impl DrawingBackend for Shapes<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (WIDTH.unsigned_abs().into(), ROW.into())
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        _: (i32, i32),
        _: BackendColor,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        // Rectangles and texts are not drawn in single points.
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): (i32, i32),
        (right, bottom): (i32, i32),
        _: &S,
        _: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let [x, y, width, height] = [left, top, right - left, bottom - top].map(unit);
        self.row.bar = Some([x, self.top + y, width, height]);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): (i32, i32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.row.texts.push(Text {
            x: unit(x),
            // The baseline of a text of 16 units whose middle is at `y`.
            y: self.top + unit(y + 5),
            end: matches!(style.anchor().h_pos, HPos::Right),
            text: text.to_owned(),
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn table() -> Table {
        Table {
            id: String::new(),
            caption: String::new(),
            columns: vec![],
            rows: vec![],
        }
    }

    #[test]
    fn soft_hyphens_take_no_space() {
        let bars = |name: &str| {
            let entry = Entry {
                label: name.into(),
                value: Some((3, "3".into())),
                link: String::new(),
                phase: None,
            };
            let rows = draw("", &[entry], table()).unwrap().rows;
            rows.iter().map(|row| row.bar).collect::<Vec<_>>()
        };
        assert_eq!(
            bars("Kennis\u{AD}infra\u{AD}structuur"),
            bars("Kennisinfrastructuur")
        );
    }

    #[test]
    fn nothing_sticks_out_of_a_chart() {
        for chart in fixture::edition().bundle.charts {
            for row in &chart.rows {
                for text in &row.texts {
                    let each = if text.end {
                        LABEL_CHARACTER
                    } else {
                        VALUE_CHARACTER
                    };
                    let width = (text.text.chars().count() as f64 * each) as i16;
                    let left = if text.end { text.x - width } else { text.x };
                    assert!(left >= 0 && left + width <= WIDTH, "{text:?}");
                    assert!(text.y > 0 && text.y < chart.height, "{text:?}");
                }
            }
        }
    }
}
