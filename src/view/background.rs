//! How the publication came about: the study, its participants, who made it.

use yew::prelude::*;

use super::Site;
use super::blocks::blocks;
use super::chart::chart;
use super::heading::{heading, title};
use crate::content::Organisation;

/// The whole background.
pub(super) fn background_view(site: &Site) -> Html {
    let content = site.content();
    let background = &content.background;
    let participants = &background.participants;
    let labels = &content.labels;
    html! {
        <>
            {title(site, "", html! {&background.title})}
            {blocks(&background.study)}
            {heading(site, 1, "kl-heading", html! {&participants.title})}
            {blocks(&participants.body)}
            {for site.publication.charts.iter().map(|each| chart(site, each))}
            {blocks(&background.related)}
            {heading(site, 1, "kl-heading", html! {labels.organisations()})}
            <ul>{for content.organisations.iter().map(organisation)}</ul>
            {heading(site, 1, "kl-heading", html! {labels.source()})}
            <p>{&content.source.text}</p>
        </>
    }
}

fn organisation(organisation: &Organisation) -> Html {
    html! { <li><a href={organisation.url.clone()}>{&organisation.name}</a></li> }
}
