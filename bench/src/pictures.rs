//! The results as pictures: a bar for each peer, and a line over it from the lower to the upper quartile.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::peers::Peer;
use crate::results::{Results, Row, rounded};
use crate::statistics::Summary;

/// The width of a picture in px.
const WIDTH: u32 = 760;
/// The height of a bar with the gap around it, in px.
const BAR: i32 = 26;
/// The height of a row's title and axis, in px.
const FRAME: i32 = 76;
/// The colors of the widget and of its peers.
const OURS: RGBColor = RGBColor(0, 99, 101);
const OTHERS: RGBColor = RGBColor(150, 158, 168);

/// Draws a picture for each group into a folder; returns their file names, in the order of the groups.
///
/// # Errors
/// When a file can't be written.
pub fn draw(results: &Results, peers: &[Peer], folder: &Path) -> Result<Vec<String>> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let mut files = Vec::new();
    for (group, rows) in results.groups() {
        let file = format!("{}.svg", group.to_lowercase().replace(' ', "-"));
        let picture = picture(&rows, peers).map_err(|error| anyhow!("drawing {file}: {error}"))?;
        let path = folder.join(&file);
        fs::write(&path, picture).with_context(|| format!("writing {}", path.display()))?;
        files.push(file);
    }
    Ok(files)
}

/// The bars of a row: the name of each peer that was measured, with its summary.
fn bars(row: &Row, peers: &[Peer]) -> Vec<(Peer, Summary)> {
    let measured = peers.iter();
    measured
        .filter_map(|peer| Some((*peer, row.summary(peer.name)?)))
        .collect()
}

type DrawingResult<T> = Result<T, DrawingAreaErrorKind<std::io::Error>>;

/// The picture of some rows, as SVG.
fn picture(rows: &[&Row], peers: &[Peer]) -> DrawingResult<String> {
    let charts = rows.iter().map(|row| (*row, bars(row, peers)));
    let charts: Vec<_> = charts.collect();
    let heights = charts
        .iter()
        .map(|(_, bars)| FRAME + BAR * bars.len() as i32);
    let heights: Vec<_> = heights.collect();
    let height = heights.iter().sum::<i32>().unsigned_abs();
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut rest = area.clone();
    for ((row, bars), height) in charts.iter().zip(heights) {
        let (part, below) = rest.split_vertically(height);
        draw_row(&part, row, bars)?;
        rest = below;
    }
    area.present()?;
    drop((area, rest));
    Ok(svg)
}

/// Draws a row as a chart: the bars lie at 0 to 1, 1 to 2 and so on, the first one at the top.
fn draw_row(
    area: &DrawingArea<SVGBackend<'_>, plotters::coord::Shift>,
    row: &Row,
    bars: &[(Peer, Summary)],
) -> DrawingResult<()> {
    let title = match row.measure.unit {
        "" => row.measure.title.to_owned(),
        unit => format!("{}, {unit}", row.measure.title),
    };
    let ends = bars.iter().map(|(_, summary)| summary.upper);
    // An axis has a length where all numbers are 0 as well.
    let most = ends.fold(f64::MIN_POSITIVE, f64::max);
    let most = if most > f64::MIN_POSITIVE { most } else { 1.0 };
    let count = bars.len() as f64;
    let mut chart = ChartBuilder::on(area)
        .caption(title, ("sans-serif", 15.0))
        .margin_right(80)
        .margin_left(8)
        .x_label_area_size(28)
        .y_label_area_size(70)
        .build_cartesian_2d(0.0..most, 0.0..count)?;
    chart
        .configure_mesh()
        .disable_y_mesh()
        .y_labels(0)
        .x_labels(6)
        .light_line_style(TRANSPARENT)
        .x_label_formatter(&|number: &f64| rounded(*number))
        .label_style(("sans-serif", 13.0))
        .draw()?;
    let text =
        |side| TextStyle::from(("sans-serif", 13.0).into_font()).pos(Pos::new(side, VPos::Center));
    for (index, (peer, summary)) in bars.iter().enumerate() {
        let middle = count - index as f64 - 0.5;
        let color = if peer.is_ours() { OURS } else { OTHERS };
        let corners = [(0.0, middle - 0.35), (summary.median, middle + 0.35)];
        chart.draw_series([Rectangle::new(corners, color.filled())])?;
        let spread = [(summary.lower, middle), (summary.upper, middle)];
        chart.draw_series([PathElement::new(spread, BLACK.stroke_width(2))])?;
        let name = Text::new(peer.name, (-8, 0), text(HPos::Right));
        chart.draw_series([EmptyElement::at((0.0, middle)) + name])?;
        let number = Text::new(rounded(summary.median), (6, 0), text(HPos::Left));
        chart.draw_series([EmptyElement::at((summary.upper, middle)) + number])?;
    }
    Ok(())
}
