//! A chart: labeled bars, each linked to its details, and the same numbers as a table.

use yew::prelude::*;

use super::RenderContext;
use super::phase::phase_class;
use crate::chart::{Chart, Row, Table, TableRow, Text, WIDTH};
use crate::content::without_soft_hyphens;

/// The chart at an index of the bundle, with its caption and its table.
pub(super) fn chart(context: &RenderContext, index: usize) -> Html {
    let Some(Chart {
        caption,
        height,
        rows,
        table: numbers,
    }) = context.bundle.charts.get(index)
    else {
        return html! {};
    };
    // A table caption that repeats the chart's caption is visually hidden, but remains available
    // to screen reader users.
    let class = (*caption == numbers.caption).then_some("kl-unseen");
    html! {
        <>
            <figure class="kl-chart">
                <figcaption>{caption}</figcaption>
                <svg viewBox={format!("0 0 {WIDTH} {height}")} role="none">
                    {for rows.iter().map(|chart_row| row(context, chart_row))}
                </svg>
            </figure>
            {table(numbers, class)}
        </>
    }
}

fn row(context: &RenderContext, row: &Row) -> Html {
    // Text positions are relative to the row: rows that differ only in position compress well.
    let texts = |top| row.texts.iter().map(|label| text(label, top)).collect();
    let Some([x, top, width, height]) = row.bar else {
        return texts(0);
    };
    let texts: Html = texts(top);
    let class = row.phase.map(phase_class);
    let view = (!row.link.starts_with('#')).then(|| row.link.clone());
    let href = match &view {
        Some(view) => context.href_of(view),
        None => row.link.clone(),
    };
    // The accessible name includes the phase, for screen reader users who read the link out of
    // context.
    let name = row.phase.map(|phase| {
        let words: Vec<_> = row.texts.iter().map(|label| label.text.as_str()).collect();
        let phase = context.content().phases[usize::from(phase)];
        let phase = context.view(phase).short_title();
        without_soft_hyphens(&format!("{phase}: {}", words.join(" ")))
    });
    html! {
        <a {href} {class} data-view={view} aria-label={name} transform={format!("translate(0 {top})")}>
            <rect x={x.to_string()} width={width.to_string()} height={height.to_string()} />
            {texts}
        </a>
    }
}

/// A text in a row that starts at `top`.
fn text(text: &Text, top: i16) -> Html {
    let class = text.end.then_some("kl-end");
    // The space separates consecutive texts for screen reader users.
    html! { <text {class} x={text.x.to_string()} y={(text.y - top).to_string()}>{format!("{} ", text.text)}</text> }
}

fn table(table: &Table, class: Option<&'static str>) -> Html {
    let caption = match class {
        Some(_) => without_soft_hyphens(&table.caption),
        None => table.caption.clone(),
    };
    let column = |name| html! { <th scope="col">{name}</th> };
    html! {
        <table class="kl-table" id={table.id.clone()} tabindex="-1">
            <caption {class}>{caption}</caption>
            <thead><tr>{for table.columns.iter().map(column)}</tr></thead>
            <tbody>{for table.rows.iter().map(table_row)}</tbody>
        </table>
    }
}

fn table_row(row: &TableRow) -> Html {
    let cell = |text| html! { <td>{text}</td> };
    html! {
        <tr id={row.id.clone()} tabindex="-1">
            <th scope="row">{&row.name}</th>
            {for row.cells.iter().map(cell)}
        </tr>
    }
}
