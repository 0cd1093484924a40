//! The background view: the study, its participants, the organizations and the source.

use yew::prelude::*;

use super::RenderContext;
use super::chart::chart;
use super::heading::{heading, title};
use super::prose::prose;
use crate::content::Organisation;

pub(super) fn background_view(context: &RenderContext) -> Html {
    let content = context.content();
    let background = &content.background;
    let participants = &background.participants;
    let labels = &content.labels;
    html! {
        <>
            {title(context, "", html! {&background.title})}
            {prose(&background.study)}
            {heading(context, 1, "kl-heading", html! {&participants.title})}
            {prose(&participants.body)}
            {for context.bundle.charts.iter().map(|bar_chart| chart(context, bar_chart))}
            {prose(&background.related)}
            {heading(context, 1, "kl-heading", html! {labels.organisations()})}
            <ul>{for content.organisations.iter().map(organisation)}</ul>
            {heading(context, 1, "kl-heading", html! {labels.source()})}
            <p>{&content.source.text}</p>
        </>
    }
}

fn organisation(organisation: &Organisation) -> Html {
    html! { <li><a href={organisation.url.clone()}>{&organisation.name}</a></li> }
}
