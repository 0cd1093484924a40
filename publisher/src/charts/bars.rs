//! Draws bars: plotters places them, a backend of ours keeps what it draws.

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use kennislemniscaat::chart::{Chart, Row, Table, Text, WIDTH};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendStyle, BackendTextStyle, DrawingErrorKind};

/// Height of a row, in the chart's units; bars and texts stand in its middle.
const ROW: i32 = 32;
/// Height of a bar.
const BAR: i32 = 16;
/// How wide a character of a label is on average, in wide fonts: nothing hangs out on the left.
const LABEL_CHARACTER: f64 = 8.9;
/// How wide a character of a value is: digits and signs are narrower.
const VALUE_CHARACTER: f64 = 7.9;
/// Between label, bar and value.
const GAP: i32 = 8;

/// A row before it is drawn.
pub struct Entry {
    /// What it is about.
    pub label: String,
    /// How long the bar is and what stands after it; none for a heading.
    pub value: Option<(usize, String)>,
    /// The view or the part of the page that it leads to.
    pub link: String,
    /// The phase whose colour it has.
    pub phase: Option<u8>,
}

/// A chart of some rows, with the table that says the same.
///
/// # Errors
/// When it is larger than a chart can be.
pub fn draw(caption: &str, entries: &[Entry], table: Table) -> Result<Chart> {
    let mut rows: Vec<_> = entries
        .iter()
        .map(|entry| Row {
            link: entry.link.clone(),
            phase: entry.phase,
            ..Row::default()
        })
        .collect();
    let height = ROW * i32::try_from(entries.len())?;
    let area = Shapes {
        rows: &mut rows,
        size: (u32::try_from(WIDTH)?, u32::try_from(height)?),
    }
    .into_drawing_area();
    plot(&area, entries).map_err(|error| anyhow!("drawing a chart: {error}"))?;
    drop(area);
    Ok(Chart {
        caption: caption.into(),
        height: i16::try_from(height)?,
        rows,
        table,
    })
}

type Area<'a> = DrawingArea<Shapes<'a>, Shift>;
type Failure = DrawingAreaErrorKind<Infallible>;

fn plot(area: &Area, entries: &[Entry]) -> Result<(), Failure> {
    let wide = |text: &str, character: f64| (text.chars().count() as f64 * character).ceil() as i32;
    let bars = || entries.iter().filter(|entry| entry.value.is_some());
    let values = || entries.iter().filter_map(|entry| entry.value.as_ref());
    let labels = bars()
        .map(|entry| wide(&entry.label, LABEL_CHARACTER))
        .max()
        .unwrap_or(0);
    let texts = values()
        .map(|(_, text)| wide(text, VALUE_CHARACTER))
        .max()
        .unwrap_or(0);
    let most = values().map(|(count, _)| *count).max().unwrap_or(0).max(1);
    let left = labels + GAP;
    let right = (i32::from(WIDTH) - texts - GAP).max(left + 1);
    // Rows count from above.
    let ranges = (0.0..most as f64, 0.0..entries.len() as f64);
    let down = area.get_pixel_range().1;
    let chart = area.apply_coord_spec(Cartesian2d::<
        plotters::coord::types::RangedCoordf64,
        plotters::coord::types::RangedCoordf64,
    >::new(ranges.0, ranges.1, (left..right, down)));
    for (at, entry) in entries.iter().enumerate() {
        // The colour tells our backend which row this belongs to.
        let row = RGBColor((at / 256) as u8, (at % 256) as u8, 0);
        let middle = at as f64 + 0.5;
        let half = f64::from(BAR) / f64::from(ROW) / 2.0;
        let style = |end: bool| {
            let side = if end { HPos::Right } else { HPos::Left };
            TextStyle::from(("sans-serif", 16.0).into_font())
                .color(&row)
                .pos(Pos::new(side, VPos::Center))
        };
        let (_, y) = chart.map_coordinate(&(0.0, middle));
        let Some((count, text)) = &entry.value else {
            area.draw_text(&entry.label, &style(false), (0, y))?;
            continue;
        };
        let corners = [(0.0, middle - half), (*count as f64, middle + half)];
        chart.draw(&Rectangle::new(corners, row.filled()))?;
        area.draw_text(&entry.label, &style(true), (left - GAP, y))?;
        let (end, _) = chart.map_coordinate(&(*count as f64, middle));
        area.draw_text(text, &style(false), (end + GAP, y))?;
    }
    Ok(())
}

/// Where plotters draws: every shape goes to the row that its colour names.
struct Shapes<'a> {
    rows: &'a mut Vec<Row>,
    size: (u32, u32),
}

impl Shapes<'_> {
    fn row(&mut self, color: BackendColor) -> Option<&mut Row> {
        let (high, low, _) = color.rgb;
        self.rows
            .get_mut(usize::from(high) * 256 + usize::from(low))
    }
}

/// A length on the chart, none of which comes near the limits.
fn unit(length: i32) -> i16 {
    length.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}

impl DrawingBackend for Shapes<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
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
        // Only what is no rectangle and no text is drawn in single points: none here.
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): (i32, i32),
        (right, bottom): (i32, i32),
        style: &S,
        _: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let Some(row) = self.row(style.color()) {
            row.bar = Some([left, top, right - left, bottom - top].map(unit));
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): (i32, i32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let Some(row) = self.row(style.color()) {
            row.texts.push(Text {
                x: unit(x),
                // The base line of a text of 16 units whose middle is at `y`.
                y: unit(y + 5),
                end: matches!(style.anchor().h_pos, HPos::Right),
                text: text.to_owned(),
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::charts;
    use crate::content::content_file::fixture;

    #[test]
    fn nothing_sticks_out_of_a_chart() {
        for chart in charts(&fixture()).unwrap() {
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
