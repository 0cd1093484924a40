//! The search finds what readers look for: the golden queries of `tests/search/golden/`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kennislemniscaat::search::{Index, Query, Rule, facets, search, without};

use crate::edition::Edition;
use crate::fixture;

const QUERIES: [(&str, &str); 2] = [
    ("nl", include_str!("../../tests/search/golden/nl.tsv")),
    ("en", include_str!("../../tests/search/golden/en.tsv")),
];

/// A golden query.
struct Golden {
    query: &'static str,
    kind: &'static str,
    must: Vec<&'static str>,
    first: Vec<&'static str>,
    not: Vec<&'static str>,
    is_held_out: bool,
}

fn golden(text: &'static str) -> Vec<Golden> {
    let line = |line: &'static str| {
        let columns: Vec<_> = line.split('\t').collect();
        let keys = |column: usize| columns[column].split_whitespace().collect();
        Golden {
            query: columns[0],
            kind: columns[1],
            must: keys(2),
            first: keys(3),
            not: keys(4),
            is_held_out: columns[5] == "yes",
        }
    };
    text.lines().skip(1).map(line).collect()
}

/// The keys of the results of a query, best first.
fn results<'a>(edition: &'a Edition, index: &Index, query: &str) -> Vec<&'a str> {
    let content = edition.content();
    let facets = facets(content);
    let query = Query::of_text(query);
    let hits = search(index, content, &facets, &query).hits;
    let key = |route| match &*edition.details(route).key {
        "" => ".",
        key => key,
    };
    hits.into_iter().map(key).collect()
}

/// Counts over queries.
#[derive(Default)]
struct Tally {
    queries: usize,
    must: usize,
    found: usize,
    /// Queries with one of the expected keys among the first three, of those that expect one.
    first: [usize; 2],
    /// Results that must not be found.
    noise: usize,
    /// Results in all, without those of queries that must find nothing.
    results: usize,
    /// Results that a query names in `must` or `first`.
    expected: usize,
}

impl Tally {
    fn add(&mut self, golden: &Golden, results: &[&str]) -> Vec<String> {
        let mut problems = vec![];
        let Golden {
            query,
            must,
            first,
            not,
            ..
        } = golden;
        self.queries += 1;
        self.must += must.len();
        let missing: Vec<_> = must.iter().filter(|key| !results.contains(key)).collect();
        self.found += must.len() - missing.len();
        if !missing.is_empty() {
            problems.push(format!("{query}: lacks {missing:?}"));
        }
        if !first.is_empty() {
            self.first[1] += 1;
            match results.iter().take(3).any(|key| first.contains(key)) {
                true => self.first[0] += 1,
                false => problems.push(format!(
                    "{query}: first are {:?}",
                    &results[..results.len().min(3)]
                )),
            }
        }
        let is_noise = |key: &&&str| not.contains(key) || not.contains(&"*");
        let noise: Vec<_> = results.iter().filter(is_noise).collect();
        self.noise += noise.len();
        if !noise.is_empty() {
            problems.push(format!("{query}: finds {noise:?}"));
        }
        self.results += results.len();
        self.expected += results
            .iter()
            .filter(|key| must.contains(key) || first.contains(key))
            .count();
        problems
    }

    fn recall(&self) -> f64 {
        share(self.found, self.must)
    }

    fn precision(&self) -> f64 {
        share(self.expected, self.results)
    }

    fn line(&self, name: &str) -> String {
        format!(
            "{name:<22} {:>4} {:>7.1} {:>7.1} {:>9.1} {:>6}",
            self.queries,
            self.recall(),
            self.precision(),
            share(self.first[0], self.first[1]),
            self.noise,
        )
    }
}

/// A share in percent.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        100.0
    } else {
        100.0 * part as f64 / whole as f64
    }
}

/// Measures the queries of a language; returns a table and the problems.
fn measure(
    edition: &Edition,
    queries: &[Golden],
    is_held_out: bool,
) -> (Tally, String, Vec<String>) {
    let index = Index::new(&edition.bundle);
    let mut all = Tally::default();
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut problems = vec![];
    for golden in queries
        .iter()
        .filter(|golden| golden.is_held_out == is_held_out)
    {
        let results = results(edition, &index, golden.query);
        problems.extend(all.add(golden, &results));
        kinds.entry(golden.kind).or_default().add(golden, &results);
    }
    let mut table = String::new();
    for (kind, tally) in &kinds {
        let _ = writeln!(table, "{}", tally.line(kind));
    }
    let _ = writeln!(table, "{}", all.line("all"));
    (all, table, problems)
}

#[test]
fn the_golden_queries_find_what_they_must() {
    for (edition, (lang, text)) in fixture::editions().iter().zip(QUERIES) {
        let queries = golden(text);
        for is_held_out in [false, true] {
            let (tally, table, problems) = measure(edition, &queries, is_held_out);
            println!(
                "{lang}, held out: {is_held_out}\nkind                   n    recall precis. first 3   noise\n{table}{}\n",
                problems.join("\n")
            );
            let _ = tally;
        }
    }
}

#[test]
fn each_rule_helps() {
    let editions = fixture::editions();
    let rules = [
        None,
        Some(Rule::Stems),
        Some(Rule::Inside),
        Some(Rule::Typos),
        Some(Rule::Compounds),
        Some(Rule::StopWords),
        Some(Rule::Weights),
    ];
    for rule in rules {
        let mut lines = String::new();
        for (edition, (lang, text)) in editions.iter().zip(QUERIES) {
            let (tally, ..) = without(rule, || measure(edition, &golden(text), false));
            lines += &tally.line(&format!(
                "{lang} {}",
                rule.map_or("all rules".into(), |rule| format!("without {rule:?}"))
            ));
            lines.push('\n');
        }
        print!("{lines}");
    }
}
