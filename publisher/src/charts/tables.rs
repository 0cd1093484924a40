//! The numbers of the charts as tables.

use kennislemniscaat::chart::{Table, TableRow};
use kennislemniscaat::content::{Content, Domain, Municipality, Phase, interpolate};

/// The id of the table of participants, where the bars of another chart lead.
pub const PARTICIPANTS: &str = "kl-participants";

/// The id of a municipality's row in the table of participants.
#[must_use]
pub fn municipality_id(at: usize) -> String {
    format!("kl-municipality-{}", at + 1)
}

/// Respondents by domain.
#[must_use]
pub fn domains_table(content: &Content) -> Table {
    let labels = &content.labels;
    let counts = content.respondents_by_domain();
    let row = |(domain, count): (&Domain, usize)| TableRow {
        id: format!("kl-domain-{}", domain.id),
        name: domain.label.clone(),
        cells: vec![count.to_string()],
    };
    Table {
        id: "kl-domains".into(),
        caption: labels.domains_caption().into(),
        columns: [labels.domain(), labels.respondents()]
            .map(String::from)
            .into(),
        rows: content.domains.iter().zip(counts).map(row).collect(),
    }
}

/// Respondents by municipality, with their domains.
#[must_use]
pub fn participants_table(content: &Content) -> Table {
    let labels = &content.labels;
    let municipalities = &content.background.participants.municipalities;
    let label = |id: &str| match content.domain(id) {
        Some(domain) => domain.label.clone(),
        None => id.to_owned(),
    };
    let row = |(at, each): (usize, &Municipality)| {
        let domains: Vec<_> = each.domains().into_iter().map(label).collect();
        TableRow {
            id: municipality_id(at),
            name: each.name.clone(),
            cells: vec![each.respondents.len().to_string(), domains.join(", ")],
        }
    };
    let respondents = content.respondents().to_string();
    let places = municipalities.len().to_string();
    let values = [
        ("respondents", respondents.as_str()),
        ("municipalities", &places),
    ];
    let columns = [labels.municipality(), labels.respondents(), labels.domain()];
    Table {
        id: PARTICIPANTS.into(),
        caption: interpolate(labels.participants_caption(), &values),
        columns: columns.map(String::from).into(),
        rows: municipalities.iter().enumerate().map(row).collect(),
    }
}

/// Quotes by phase and domain.
#[must_use]
pub fn quotes_table(content: &Content) -> Table {
    let labels = &content.labels;
    let row = |phase: &Phase| {
        let counts = content.quotes_by_domain(phase).into_iter();
        TableRow {
            id: format!("kl-quotes-{}", phase.slug),
            name: phase.short_name.clone(),
            cells: counts.map(|count| count.to_string()).collect(),
        }
    };
    let domains = content.domains.iter().map(|domain| domain.name.clone());
    Table {
        id: "kl-quotes".into(),
        caption: labels.quotes_caption().into(),
        columns: [labels.phase().to_owned()]
            .into_iter()
            .chain(domains)
            .collect(),
        rows: content.phases.iter().map(row).collect(),
    }
}
