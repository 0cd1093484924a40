//! Draws the charts: plotters places the bars, a backend of ours keeps what it draws.

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use kennislemniscaat::chart::{Chart, Row, Table, Text, WIDTH};
use kennislemniscaat::content::{Content, Domain, Municipality, Phase};
use kennislemniscaat::route::Route;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendStyle, BackendTextStyle, DrawingErrorKind};

use crate::tables::{
    PARTICIPANTS, domains_table, municipality_id, participants_table, quotes_table,
};

/// Height of a row, in the chart's units; bars and texts stand in its middle.
const ROW: i32 = 32;
/// Height of a bar.
const BAR: i32 = 16;
/// How wide a character is on average, rather too wide than too narrow.
const CHARACTER: f64 = 8.4;
/// Between label, bar and value.
const GAP: i32 = 8;

/// A row before it is drawn.
struct Entry {
    label: String,
    /// How long the bar is and what stands after it; none for a heading.
    value: Option<(usize, String)>,
    link: String,
    phase: Option<u8>,
}

/// All charts of a publication: respondents by domain and by municipality, quotes by phase.
///
/// # Errors
/// When one can't be drawn.
pub fn charts(content: &Content) -> Result<Vec<Chart>> {
    let labels = &content.labels;
    Ok(vec![
        draw(
            labels.domains_caption(),
            &domains(content),
            domains_table(content),
        )?,
        draw(
            labels.municipalities_caption(),
            &municipalities(content),
            participants_table(content),
        )?,
        draw(
            labels.quotes_caption(),
            &quotes(content),
            quotes_table(content),
        )?,
    ])
}

fn domains(content: &Content) -> Vec<Entry> {
    let counts = content.respondents_by_domain();
    let entry = |(domain, count): (&Domain, usize)| Entry {
        label: domain.name.clone(),
        value: Some((count, count.to_string())),
        link: format!("#{PARTICIPANTS}"),
        phase: None,
    };
    content.domains.iter().zip(counts).map(entry).collect()
}

fn municipalities(content: &Content) -> Vec<Entry> {
    let municipalities = content.background.participants.municipalities.iter();
    let entry = |(at, each): (usize, &Municipality)| {
        let count = each.respondents.len();
        let name = |id| content.domain(id).map_or(id, |domain| &domain.name);
        let domains: Vec<_> = each.domains().into_iter().map(name).collect();
        Entry {
            label: each.name.clone(),
            value: Some((count, format!("{count}: {}", domains.join(", ")))),
            link: format!("#{}", municipality_id(at)),
            phase: None,
        }
    };
    municipalities.enumerate().map(entry).collect()
}

fn quotes(content: &Content) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (phase, each) in content.phases.iter().enumerate() {
        entries.push(Entry {
            label: each.short_name.clone(),
            value: None,
            link: String::new(),
            phase: None,
        });
        let counts = content.quotes_by_domain(each).into_iter();
        for (domain, count) in content.domains.iter().zip(counts) {
            if count > 0 {
                entries.push(Entry {
                    label: domain.name.clone(),
                    value: Some((count, count.to_string())),
                    link: behind(content, phase, each, &domain.id).name(content),
                    phase: u8::try_from(phase).ok(),
                });
            }
        }
    }
    entries
}

/// The view that shows a phase's quotes from a domain: the quote itself if it is the only one.
fn behind(content: &Content, phase: usize, each: &Phase, domain: &str) -> Route {
    let mut said = Route::all(content).into_iter().filter(|route| match route {
        Route::Quote {
            phase: of,
            question,
            quote,
        } => *of == phase && each.questions[*question].quotes[*quote].domain == domain,
        _ => false,
    });
    match (said.next(), said.next()) {
        (Some(only), None) => only,
        _ => Route::Experiences { phase },
    }
}

fn draw(caption: &str, entries: &[Entry], table: Table) -> Result<Chart> {
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
    let wide = |text: &str| (text.chars().count() as f64 * CHARACTER).ceil() as i32;
    let bars = || entries.iter().filter(|entry| entry.value.is_some());
    let values = || entries.iter().filter_map(|entry| entry.value.as_ref());
    let labels = bars().map(|entry| wide(&entry.label)).max().unwrap_or(0);
    let texts = values().map(|(_, text)| wide(text)).max().unwrap_or(0);
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
    fn row(&mut self, colour: BackendColor) -> Option<&mut Row> {
        let (high, low, _) = colour.rgb;
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
    use crate::content_file::fixture;

    /// Every bar of a chart: its words and its length.
    fn bars(chart: usize) -> Vec<(String, i16)> {
        let mut charts = charts(&fixture()).unwrap();
        let rows = charts.swap_remove(chart).rows.into_iter();
        rows.filter_map(|row| {
            let words: Vec<_> = row.texts.iter().map(|each| each.text.clone()).collect();
            Some((words.join(" "), row.bar?[2]))
        })
        .collect()
    }

    /// The length of a bar is its number times the same unit.
    fn to_scale(bars: &[(String, i16)]) {
        let number = |words: &str| -> f64 {
            let digits = words.split([' ', ':']).find_map(|word| word.parse().ok());
            digits.unwrap()
        };
        let unit = bars
            .iter()
            .map(|(words, length)| f64::from(*length) / number(words))
            .fold(0.0, f64::max);
        for (words, length) in bars {
            let expected = unit * number(words);
            assert!(
                (f64::from(*length) - expected).abs() <= 1.0,
                "{words}: {length}"
            );
        }
    }

    #[test]
    fn respondents_by_domain_are_those_of_the_study() {
        let bars = bars(0);
        to_scale(&bars);
        let words: Vec<_> = bars.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(
            words,
            ["Wmo 9", "jeugd 2", "participatie 1", "sociaal domein 1"]
        );
    }

    #[test]
    fn every_municipality_has_its_number_and_domains() {
        let content = fixture();
        let bars = bars(1);
        to_scale(&bars);
        let municipalities = &content.background.participants.municipalities;
        assert_eq!(bars.len(), municipalities.len());
        for ((words, _), each) in bars.iter().zip(municipalities) {
            let start = format!("{} {}: ", each.name, each.respondents.len());
            assert!(words.starts_with(&start), "{words}");
        }
        assert!(
            bars.iter()
                .any(|(words, _)| words == "Rotterdam 2: participatie, Wmo")
        );
    }

    #[test]
    fn all_22_quotes_are_counted_in_their_phase() {
        let content = fixture();
        let bars = bars(2);
        to_scale(&bars);
        let counted: Vec<_> = content
            .phases
            .iter()
            .flat_map(|phase| {
                let counts = content.quotes_by_domain(phase);
                let domains = content.domains.iter().map(|domain| domain.name.clone());
                domains
                    .zip(counts)
                    .filter(|(_, count)| *count > 0)
                    .collect::<Vec<_>>()
            })
            .map(|(name, count)| format!("{name} {count}"))
            .collect();
        let words: Vec<_> = bars.into_iter().map(|(words, _)| words).collect();
        assert_eq!(words, counted);
        let total: usize = content
            .phases
            .iter()
            .flat_map(|phase| content.quotes_by_domain(phase))
            .sum();
        assert_eq!(total, 22);
    }

    #[test]
    fn the_tables_hold_the_numbers_of_the_bars() {
        let content = fixture();
        let numbers = |chart: usize| -> usize {
            let rows = charts(&content).unwrap().swap_remove(chart).table.rows;
            let cells = rows.iter().flat_map(|row| &row.cells);
            cells.filter_map(|cell| cell.parse::<usize>().ok()).sum()
        };
        for chart in 0..3 {
            let drawn = bars(chart);
            let number = |words: &str| -> Option<usize> {
                words.split([' ', ':']).find_map(|word| word.parse().ok())
            };
            let drawn: usize = drawn.iter().filter_map(|(words, _)| number(words)).sum();
            assert_eq!(numbers(chart), drawn);
        }
    }

    #[test]
    fn every_bar_leads_somewhere_that_exists() {
        let content = fixture();
        let charts = charts(&content).unwrap();
        let tables = charts.iter().map(|chart| &chart.table);
        let ids: Vec<_> = tables
            .flat_map(|table| table.rows.iter().map(|row| &row.id).chain([&table.id]))
            .collect();
        for chart in &charts {
            for row in chart.rows.iter().filter(|row| row.bar.is_some()) {
                match row.link.strip_prefix('#') {
                    Some(id) => assert!(ids.iter().any(|each| *each == id), "{id}"),
                    None => assert!(Route::nearest(&row.link, &content).exact, "{}", row.link),
                }
            }
        }
    }

    #[test]
    fn nothing_sticks_out_of_a_chart() {
        for chart in charts(&fixture()).unwrap() {
            for row in &chart.rows {
                for text in &row.texts {
                    let width = (text.text.chars().count() as f64 * CHARACTER) as i16;
                    let left = if text.end { text.x - width } else { text.x };
                    assert!(left >= 0 && left + width <= WIDTH, "{text:?}");
                    assert!(text.y > 0 && text.y < chart.height, "{text:?}");
                }
            }
        }
    }
}
