//! How the publication came about: the study, its participants, who made it.

use yew::prelude::*;

use super::Site;
use super::blocks::blocks;
use super::heading::{heading, title};
use crate::content::{Municipality, Organisation, fill};

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
            {participants_table(site)}
            {blocks(&background.related)}
            {heading(site, 1, "kl-heading", html! {&labels.organisations})}
            <ul>{for content.organisations.iter().map(organisation)}</ul>
            {heading(site, 1, "kl-heading", html! {&labels.source})}
            <p>{&content.source.text}</p>
        </>
    }
}

fn organisation(organisation: &Organisation) -> Html {
    html! { <li><a href={organisation.url.clone()}>{&organisation.name}</a></li> }
}

fn participants_table(site: &Site) -> Html {
    let content = site.content();
    let labels = &content.labels;
    let municipalities = &content.background.participants.municipalities;
    let (respondents, places) = (
        content.respondents().to_string(),
        municipalities.len().to_string(),
    );
    let caption = fill(
        &labels.participants_caption,
        &[("respondents", &respondents), ("municipalities", &places)],
    );
    html! {
        <table class="kl-table">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{&labels.municipality}</th>
                    <th scope="col">{&labels.respondents}</th>
                    <th scope="col">{&labels.domain}</th>
                </tr>
            </thead>
            <tbody>{for municipalities.iter().map(|each| row(site, each))}</tbody>
        </table>
    }
}

fn row(site: &Site, municipality: &Municipality) -> Html {
    let content = site.content();
    let mut domains: Vec<&str> = Vec::new();
    for id in &municipality.respondents {
        let label = content
            .domain(id)
            .map_or(id.as_str(), |domain| &domain.label);
        if !domains.contains(&label) {
            domains.push(label);
        }
    }
    html! {
        <tr>
            <th scope="row">{&municipality.name}</th>
            <td>{municipality.respondents.len().to_string()}</td>
            <td>{domains.join(", ")}</td>
        </tr>
    }
}
