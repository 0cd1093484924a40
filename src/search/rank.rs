//! The pieces that match a query, best first.

use super::filter::{Facet, has};
use super::index::{Field, Index};
use super::matching::Match;
use super::query::Query;
use super::terms::{Term, terms};
use crate::content::Content;
use crate::route::Route;

/// The pieces that match a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The views of the pieces, the best first, those that match equally well in reading order.
    pub hits: Vec<Route>,
    /// The number of hits in each phase.
    pub phases: Vec<usize>,
    /// For each value of each facet the number of hits that have it, if no other value of that facet were chosen.
    pub counts: Vec<Vec<usize>>,
    pub(super) terms: Vec<Term>,
}

impl Results {
    /// The words that were looked for in place of the reader's, if any were.
    #[must_use]
    pub fn corrected(&self) -> String {
        let corrected = self.terms.iter().filter(|term| term.is_corrected);
        let words: Vec<_> = corrected
            .flat_map(|term| &term.sought)
            .map(|sought| &*sought.word)
            .collect();
        words.join(", ")
    }
}

/// The worth of a match in a field.
fn worth(matched: Match, field: Field) -> u32 {
    let strength = match matched {
        Match::Exact => 8,
        Match::Stem => 7,
        Match::Prefix => 5,
        Match::Inside(_) => 4,
    };
    let place = match field {
        Field::Heading => 4,
        Field::Body | Field::Speaker => 3,
        Field::Keywords => 2,
        Field::Themes => 1,
    };
    strength * place
}

/// The least share of the weight of the terms that a piece must have, in percent. Questions have words that the answer
/// lacks.
fn least(terms: usize) -> u32 {
    if terms < 3 { 51 } else { 34 }
}

/// The pieces that match a query.
#[must_use]
pub fn search(index: &Index, content: &Content, facets: &[Facet], query: &Query) -> Results {
    let terms = terms(index, &query.text);
    let scores = scores(index, &terms);
    let mut results = Results {
        hits: vec![],
        phases: vec![0; content.phases.len()],
        counts: facets
            .iter()
            .map(|facet| vec![0; facet.options.len()])
            .collect(),
        terms,
    };
    // The views with each score.
    let mut ranks: Vec<Vec<Route>> = vec![];
    for (route, score) in index.pieces.iter().zip(scores) {
        let Some(score) = score else { continue };
        let view = content.views.get(*route);
        let fails = |facet: usize| {
            let mut chosen = query
                .chosen()
                .iter()
                .filter(|(other, _)| *other == facet)
                .peekable();
            chosen.peek().is_some() && !chosen.any(|(_, option)| has(view, facet, *option))
        };
        let mut failed = (0..facets.len()).filter(|facet| fails(*facet));
        let (first, second) = (failed.next(), failed.next());
        if second.is_some() {
            continue;
        }
        for (facet, counts) in results.counts.iter_mut().enumerate() {
            if first.is_none_or(|first| first == facet) {
                for (option, count) in counts.iter_mut().enumerate() {
                    *count += usize::from(has(view, facet, option));
                }
            }
        }
        if first.is_none() {
            let rank = score as usize;
            if ranks.len() <= rank {
                ranks.resize(rank + 1, vec![]);
            }
            ranks[rank].push(*route);
            if let Some(phase) = view.phase {
                results.phases[usize::from(phase)] += 1;
            }
        }
    }
    results.hits = ranks.into_iter().rev().flatten().collect();
    results
}

/// The score of each piece that matches enough of the terms.
fn scores(index: &Index, terms: &[Term]) -> Vec<Option<u32>> {
    let mut scores = vec![0; index.pieces.len()];
    let mut weights = vec![0; index.pieces.len()];
    for term in terms {
        let mut best = vec![0; index.pieces.len()];
        for word in &index.words {
            let Some(matched) = term.matches(&word.text, &word.stem) else {
                continue;
            };
            for (piece, field) in &word.uses {
                let best = &mut best[usize::from(*piece)];
                *best = worth(matched, *field).max(*best);
            }
        }
        for (piece, worth) in best.into_iter().enumerate().filter(|(_, worth)| *worth > 0) {
            scores[piece] += term.weight * worth;
            weights[piece] += term.weight;
        }
    }
    let whole: u32 = terms.iter().map(|term| term.weight).sum();
    let is_enough = |weight: u32| weight * 100 >= whole * least(terms.len());
    let scores = scores.into_iter().zip(weights);
    scores
        .map(|(score, weight)| is_enough(weight).then_some(score))
        .collect()
}
