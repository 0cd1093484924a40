//! The charts: what each counts, where its bars lead, and the same numbers as a table.

use anyhow::{Context, Result};
use kennislemniscaat::chart::{Chart, Table, TableRow};
use kennislemniscaat::content::{Content, interpolate, without_soft_hyphens};
use kennislemniscaat::route::{Kind, Route};

use super::bars::{Entry, draw};
use super::prose::plain;
use crate::labels::ChartWords;
use crate::manuscript::{self, Manuscript, Named, Quote};
use crate::permalinks::segment;
use crate::study::{Count, Study};

/// The words for the chart that counts quotes instead of a column of the study.
const QUOTES: [&str; 2] = ["citaten", "quotes"];

/// Whether a chart counts quotes instead of a column of the study.
#[must_use]
pub fn counts_quotes(columns: &[String]) -> bool {
    matches!(columns, [column] if QUOTES.contains(&column.as_str()))
}

/// Draws the charts of a manuscript, in order.
///
/// # Errors
/// If a chart counts a column that the study doesn't have.
pub(super) fn charts(
    manuscript: &Manuscript,
    content: &Content,
    words: &ChartWords,
    study: Option<&Study>,
) -> Result<Vec<Chart>> {
    let charts = Charts {
        manuscript,
        content,
        words,
    };
    let draw = |chart: &manuscript::Chart| match &chart.columns {
        columns if counts_quotes(columns) => charts.quotes(),
        columns => {
            let study = study.context("charts need a study; expected study.csv")?;
            charts.of_study(study, columns)
        }
    };
    manuscript::charts(manuscript).map(draw).collect()
}

struct Charts<'a> {
    manuscript: &'a Manuscript,
    content: &'a Content,
    words: &'a ChartWords,
}

impl Charts<'_> {
    /// A column of the study, or a column with the values of another one within it.
    fn of_study(&self, study: &Study, columns: &[String]) -> Result<Chart> {
        let (column, within) = match columns {
            [column] => (column, None),
            [column, within] => (column, Some(within.as_str())),
            _ => anyhow::bail!("a chart counts one column, or one within another"),
        };
        let domains = self.manuscript.domains.iter();
        let domains: Vec<_> = domains.filter_map(|domain| domain.key.as_deref()).collect();
        let counts = study.count(column, within, &domains)?;
        let name = columns.join(", ");
        let table_id = format!("kl-{}", segment(&name));
        let id = |index: usize| format!("{table_id}-{}", index + 1);
        let names = |values: &[String], name: &dyn Fn(&str) -> String| {
            let names = values.iter().map(|value| name(value));
            names.collect::<Vec<_>>().join(", ")
        };
        let short = |value: &str| self.short_name(value);
        let full = |value: &str| self.full_name(value);
        let entry = |(index, count): (usize, &Count)| {
            let number = count.count.to_string();
            let text = match within {
                Some(_) => format!("{number}: {}", names(&count.within, &short)),
                None => number,
            };
            Entry {
                label: self.short_name(&count.value),
                value: Some((count.count, text)),
                link: format!("#{}", id(index)),
                phase: None,
            }
        };
        let row = |(index, count): (usize, &Count)| {
            let within = within.map(|_| names(&count.within, &full));
            TableRow {
                id: id(index),
                name: self.full_name(&count.value),
                cells: [count.count.to_string()]
                    .into_iter()
                    .chain(within)
                    .collect(),
            }
        };
        let labels = &self.content.labels;
        let caption = self.words.captions.get(&name).cloned().unwrap_or_else(|| {
            let column = self.column_name(column).to_lowercase();
            interpolate(labels.chart_caption(), &[("column", &column)])
        });
        let values = [
            ("count", &*study.len().to_string()),
            ("values", &*counts.len().to_string()),
        ];
        let table_caption = self.words.tables.get(&name);
        let headings = [self.column_name(column), labels.count().to_owned()];
        let within = within.map(|within| self.column_name(within));
        let table = Table {
            id: table_id.clone(),
            caption: table_caption.map_or(caption.clone(), |caption| interpolate(caption, &values)),
            columns: headings.into_iter().chain(within).collect(),
            rows: counts.iter().enumerate().map(row).collect(),
        };
        let entries: Vec<_> = counts.iter().enumerate().map(entry).collect();
        draw(&caption, &entries, table)
    }

    /// The quotes of each phase by domain.
    fn quotes(&self) -> Result<Chart> {
        let Content {
            labels,
            views,
            phases,
            ..
        } = self.content;
        let domains = &self.manuscript.domains;
        let (mut entries, mut rows) = (Vec::new(), Vec::new());
        for ((route, phase), index) in phases.iter().zip(&self.manuscript.phases).zip(0..) {
            let name = views.get(*route).short_title();
            entries.push(Entry {
                label: name.clone(),
                value: None,
                link: String::new(),
                phase: None,
            });
            let quotes: Vec<&Quote> = phase
                .questions
                .iter()
                .flat_map(|question| &question.quotes)
                .collect();
            let quote_routes = self.quotes_of(*route);
            let mut cells = Vec::new();
            for domain in domains {
                let is_of = |quote: &&Quote| self.manuscript.domain_of(quote) == Some(domain);
                let count = quotes.iter().filter(|quote| is_of(quote)).count();
                cells.push(count.to_string());
                if count > 0 {
                    let only = quotes.iter().position(is_of).filter(|_| count == 1);
                    let target = only.and_then(|only| quote_routes.get(only).copied());
                    let target = target.or(views.children_of(*route, Kind::Experiences).next());
                    entries.push(Entry {
                        label: short(domain),
                        value: Some((count, count.to_string())),
                        link: target.map(|target| views.name(target)).unwrap_or_default(),
                        phase: Some(index),
                    });
                }
            }
            rows.push(TableRow {
                id: format!("kl-quotes-{}", views.get(*route).segment),
                name,
                cells,
            });
        }
        let caption = self
            .words
            .captions
            .get(QUOTES[0])
            .map_or(labels.quotes_caption(), String::as_str);
        let columns = [labels.phase().to_owned()]
            .into_iter()
            .chain(domains.iter().map(short));
        let table = Table {
            id: "kl-quotes".into(),
            caption: caption.into(),
            columns: columns.collect(),
            rows,
        };
        draw(caption, &entries, table)
    }

    /// The views of a phase's quotes, in order.
    fn quotes_of(&self, phase: Route) -> Vec<Route> {
        let views = &self.content.views;
        let experiences = views.children_of(phase, Kind::Experiences);
        let questions =
            experiences.flat_map(|experiences| views.children_of(experiences, Kind::Question));
        questions
            .flat_map(|question| views.children_of(question, Kind::Quote))
            .collect()
    }

    fn column_name(&self, column: &str) -> String {
        self.words
            .columns
            .get(column)
            .map_or(column, String::as_str)
            .into()
    }

    /// The name of a value of the study; domains are values by their key.
    fn full_name(&self, value: &str) -> String {
        match self.domain(value) {
            Some(domain) => plain(&domain.name),
            None => self.column_name(value),
        }
    }

    fn short_name(&self, value: &str) -> String {
        match self.domain(value) {
            Some(domain) => short(domain),
            None => self.column_name(value),
        }
    }

    fn domain(&self, value: &str) -> Option<&Named> {
        let mut domains = self.manuscript.domains.iter();
        domains.find(|domain| domain.key.as_deref() == Some(value))
    }
}

fn short(named: &Named) -> String {
    without_soft_hyphens(&plain(named.short.as_ref().unwrap_or(&named.name)))
}

#[cfg(test)]
mod tests {
    use kennislemniscaat::chart::Chart;

    use crate::fixture;

    /// Every bar of a chart: its words and its length.
    fn bars(chart: &Chart) -> Vec<(String, i16)> {
        let rows = chart.rows.iter();
        rows.filter_map(|row| {
            let words: Vec<_> = row.texts.iter().map(|text| text.text.clone()).collect();
            Some((words.join(" "), row.bar?[2]))
        })
        .collect()
    }

    /// The number of a bar.
    fn number(words: &str) -> usize {
        let mut words = words.split([' ', ':']);
        words.find_map(|word| word.parse().ok()).unwrap()
    }

    fn words(chart: &Chart) -> Vec<String> {
        bars(chart).into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        for chart in fixture::edition().bundle.charts {
            let bars = bars(&chart);
            let units = bars
                .iter()
                .map(|(words, length)| f64::from(*length) / number(words) as f64);
            let unit = units.fold(0.0, f64::max);
            for (words, length) in &bars {
                let expected = unit * number(words) as f64;
                assert!(
                    (f64::from(*length) - expected).abs() <= 1.0,
                    "{words}: {length}"
                );
            }
        }
    }

    #[test]
    fn respondents_are_counted_by_domain_in_the_order_of_the_domains() {
        let [nl, en] = fixture::editions();
        assert_eq!(
            words(&nl.bundle.charts[0]),
            ["Wmo 9", "Jeugd 2", "Participatie 1", "sociaal domein 1"]
        );
        assert_eq!(
            words(&en.bundle.charts[0])[1..3],
            ["Youth 2", "Participation 1"]
        );
    }

    #[test]
    fn every_municipality_has_its_number_and_domains() {
        let chart = &fixture::edition().bundle.charts[1];
        assert_eq!(chart.table.caption, "13 beleidsadviseurs uit 11 gemeenten");
        assert_eq!(chart.table.columns, ["Gemeente", "Aantal", "Domein"]);
        let words = words(chart);
        assert_eq!(words.len(), 11);
        assert!(
            words.contains(&"Rotterdam 2: Participatie, Wmo".to_owned()),
            "{words:?}"
        );
    }

    #[test]
    fn all_22_quotes_are_counted_in_their_phase() {
        for edition in fixture::editions() {
            let chart = &edition.bundle.charts[2];
            let total: usize = words(chart).iter().map(|words| number(words)).sum();
            assert_eq!(total, 22, "{}", edition.content().lang);
            assert_eq!(chart.table.rows.len(), 4);
        }
    }

    #[test]
    fn the_tables_hold_the_numbers_of_the_bars() {
        for chart in fixture::edition().bundle.charts {
            let cells = chart.table.rows.iter().flat_map(|row| &row.cells);
            let in_table: usize = cells.filter_map(|cell| cell.parse::<usize>().ok()).sum();
            let in_bars: usize = words(&chart).iter().map(|words| number(words)).sum();
            assert_eq!(in_table, in_bars);
        }
    }

    #[test]
    fn every_bar_leads_somewhere_that_exists() {
        for edition in fixture::editions() {
            for chart in &edition.bundle.charts {
                let rows = chart.table.rows.iter();
                let ids: Vec<_> = rows.map(|row| &row.id).chain([&chart.table.id]).collect();
                for row in chart.rows.iter().filter(|row| row.bar.is_some()) {
                    match row.link.strip_prefix('#') {
                        Some(id) => assert!(ids.iter().any(|known| *known == id), "{id}"),
                        None => assert!(
                            edition.content().views.resolve(&row.link).exact,
                            "{}",
                            row.link
                        ),
                    }
                }
            }
        }
    }
}
