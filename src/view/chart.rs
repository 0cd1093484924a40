//! A chart: bars with words, each a link to what is behind it.

use yew::prelude::*;

use super::Site;
use crate::chart::{Chart, Row, Subject, Text, WIDTH};

/// The chart of a subject, with its caption; nothing where the publication has none.
pub(super) fn chart(site: &Site, subject: Subject, caption: &str) -> Html {
    let mut charts = site.publication.charts.iter();
    let Some(chart) = charts.find(|chart| chart.subject == subject) else {
        return html! {};
    };
    let Chart { height, rows, .. } = chart;
    html! {
        <figure class="kl-chart">
            <figcaption>{caption}</figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} role="group" aria-label={caption.to_owned()}>
                {for rows.iter().map(|each| row(site, each))}
            </svg>
        </figure>
    }
}

fn row(site: &Site, row: &Row) -> Html {
    let texts = row.texts.iter().map(text).collect::<Html>();
    let Some([x, y, width, height]) = row.bar else {
        return texts;
    };
    let class = row.phase.map(|phase| format!("kl-phase-{}", phase % 4 + 1));
    let view = (!row.link.starts_with('#')).then(|| row.link.clone());
    let href = match &view {
        Some(view) => site.href_of(view),
        None => row.link.clone(),
    };
    html! {
        <a {href} {class} data-view={view}>
            <rect x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} />
            {texts}
        </a>
    }
}

fn text(text: &Text) -> Html {
    let class = text.end.then_some("kl-end");
    // The space is for who hears one text after the other.
    html! { <text {class} x={text.x.to_string()} y={text.y.to_string()}>{format!("{} ", text.text)}</text> }
}
