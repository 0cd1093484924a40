//! How the publication came about: the study, its participants, who made it.

use yew::prelude::*;

use super::Site;
use super::blocks::blocks;
use super::chart::chart;
use super::heading::{heading, title};
use crate::chart::Subject;
use crate::content::{Domain, Municipality, Organisation, Phase, fill};

/// The id of the table of participants, where the bars of a chart lead.
pub const PARTICIPANTS: &str = "kl-participants";

/// The id of a municipality's row in that table; municipalities count from 0.
#[must_use]
pub fn municipality_id(at: usize) -> String {
    format!("kl-municipality-{}", at + 1)
}

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
            {chart(site, Subject::Domains, labels.domains_caption())}
            {domains_table(site)}
            {chart(site, Subject::Municipalities, labels.municipalities_caption())}
            {participants_table(site)}
            {chart(site, Subject::Quotes, labels.quotes_caption())}
            {quotes_table(site)}
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

/// Numbers with a name each.
fn numbers(name: &str, numbers: &[usize]) -> Html {
    html! {
        <tr>
            <th scope="row">{name}</th>
            {for numbers.iter().map(|number| html! { <td>{number.to_string()}</td> })}
        </tr>
    }
}

/// A table; its caption is only read aloud where `class` says so, below a chart of that name.
fn table(
    id: &'static str,
    class: Option<&'static str>,
    caption: &str,
    columns: &[&str],
    rows: Html,
) -> Html {
    html! {
        <table class="kl-table" {id} tabindex="-1">
            <caption {class}>{caption}</caption>
            <thead><tr>{for columns.iter().map(|name| html! { <th scope="col">{*name}</th> })}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn domains_table(site: &Site) -> Html {
    let content = site.content();
    let labels = &content.labels;
    let counts = content.respondents_by_domain();
    let row = |(domain, count): (&Domain, &usize)| numbers(&domain.label, &[*count]);
    let rows = content.domains.iter().zip(&counts).map(row).collect();
    let columns = [labels.domain(), labels.respondents()];
    table(
        "kl-domains",
        Some("kl-unseen"),
        labels.domains_caption(),
        &columns,
        rows,
    )
}

fn quotes_table(site: &Site) -> Html {
    let content = site.content();
    let labels = &content.labels;
    let row = |phase: &Phase| numbers(&phase.short_name, &content.quotes_by_domain(phase));
    let rows = content.phases.iter().map(row).collect();
    let domains = content.domains.iter().map(|domain| domain.name.as_str());
    let columns: Vec<_> = [labels.phase()].into_iter().chain(domains).collect();
    table(
        "kl-quotes",
        Some("kl-unseen"),
        labels.quotes_caption(),
        &columns,
        rows,
    )
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
        labels.participants_caption(),
        &[("respondents", &respondents), ("municipalities", &places)],
    );
    let columns = [labels.municipality(), labels.respondents(), labels.domain()];
    let rows = municipalities.iter().enumerate();
    let rows = rows.map(|(at, each)| row(site, at, each)).collect();
    table(PARTICIPANTS, None, &caption, &columns, rows)
}

fn row(site: &Site, at: usize, municipality: &Municipality) -> Html {
    let content = site.content();
    let label = |id: &str| {
        let domain = content.domain(id);
        domain.map_or(id.to_owned(), |domain| domain.label.clone())
    };
    let domains: Vec<_> = municipality.domains().into_iter().map(label).collect();
    html! {
        <tr id={municipality_id(at)} tabindex="-1">
            <th scope="row">{&municipality.name}</th>
            <td>{municipality.respondents.len().to_string()}</td>
            <td>{domains.join(", ")}</td>
        </tr>
    }
}
