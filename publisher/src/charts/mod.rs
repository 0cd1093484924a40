//! The charts: what each counts, and where its bars lead.

pub mod bars;
pub mod tables;

use anyhow::Result;
use kennislemniscaat::chart::Chart;
use kennislemniscaat::content::{Content, Domain, Municipality, Phase};
use kennislemniscaat::route::Route;

use crate::charts::bars::{Entry, draw};
use crate::charts::tables::{
    PARTICIPANTS, domains_table, municipality_id, participants_table, quotes_table,
};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::content_file::fixture;

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
}
