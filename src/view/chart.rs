//! A chart: bars with words, each a link to what is behind it; and the same as a table.

use yew::prelude::*;

use super::RenderContext;
use super::phase::phase_class;
use crate::chart::{Chart, Row, Table, TableRow, Text, WIDTH};

/// A chart with its caption and its table.
pub(super) fn chart(context: &RenderContext, chart: &Chart) -> Html {
    let Chart {
        caption,
        height,
        rows,
        table: numbers,
    } = chart;
    // A caption that says the same twice is read once and heard where it is asked for.
    let class = (*caption == numbers.caption).then_some("kl-unseen");
    html! {
        <>
            <figure class="kl-chart">
                <figcaption>{caption}</figcaption>
                <svg viewBox={format!("0 0 {WIDTH} {height}")} role="none">
                    {for rows.iter().map(|each| row(context, each))}
                </svg>
            </figure>
            {table(numbers, class)}
        </>
    }
}

fn row(context: &RenderContext, row: &Row) -> Html {
    // Rows that differ in nothing but their place compress well.
    let texts = |top| row.texts.iter().map(|each| text(each, top)).collect();
    let Some([x, top, width, height]) = row.bar else {
        return texts(0);
    };
    let texts: Html = texts(top);
    let class = row.phase.map(|phase| phase_class(phase.into()));
    let view = (!row.link.starts_with('#')).then(|| row.link.clone());
    let href = match &view {
        Some(view) => context.href_of(view),
        None => row.link.clone(),
    };
    // Who hears one link alone hears which phase it belongs to.
    let name = row.phase.map(|phase| {
        let words: Vec<_> = row.texts.iter().map(|each| each.text.as_str()).collect();
        format!(
            "{}: {}",
            context.content().phases[usize::from(phase)].short_name,
            words.join(" ")
        )
    });
    html! {
        <a {href} {class} data-view={view} aria-label={name} transform={format!("translate(0 {top})")}>
            <rect x={x.to_string()} width={width.to_string()} height={height.to_string()} />
            {texts}
        </a>
    }
}

/// Words, as far below the top as they stand.
fn text(text: &Text, top: i16) -> Html {
    let class = text.end.then_some("kl-end");
    // The space is for who hears one text after the other.
    html! { <text {class} x={text.x.to_string()} y={(text.y - top).to_string()}>{format!("{} ", text.text)}</text> }
}

fn table(table: &Table, class: Option<&'static str>) -> Html {
    let column = |name| html! { <th scope="col">{name}</th> };
    html! {
        <table class="kl-table" id={table.id.clone()} tabindex="-1">
            <caption {class}>{&table.caption}</caption>
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
