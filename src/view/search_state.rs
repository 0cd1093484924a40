//! The state of the search view: the query as the reader changes it, and its results.

use std::rc::Rc;

use super::RenderContext;
use crate::content::interpolate;
use crate::search::{Facet, Index, Query, Results, facets, search};

/// The number of results that are shown at first, and that are added.
const STEP: usize = 100;

/// A change of the query by the reader, or the end of a pause after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The text of the query is another one.
    Typed(String),
    /// A value of a facet, both by index, is chosen or given up.
    Chosen(usize, usize, bool),
    /// The reader asks for results at once.
    Submitted,
    /// The query is the same for a moment: the address follows.
    Settled,
    /// The query is the same for a second: the number of results is announced.
    Paused,
    /// More results are to be shown.
    More,
}

/// The state of the search view.
#[derive(Debug)]
pub struct Search {
    pub(super) facets: Vec<Facet>,
    pub(super) index: Rc<Index>,
    pub(super) query: Query,
    pub(super) results: Results,
    /// The number of results that are shown.
    pub(super) limit: usize,
    /// The message for screen readers.
    pub(super) announced: String,
    /// The query as part of an address, once it is the same for a moment.
    pub(super) address: String,
}

impl Search {
    /// The results of the query in an address.
    pub(super) fn new(context: &RenderContext, index: Rc<Index>, address: &str) -> Self {
        let content = context.content();
        let facets = facets(content);
        let query = Query::parse(address, &facets);
        Self {
            results: search(&index, content, &facets, &query),
            address: query.address(&facets),
            facets,
            index,
            query,
            limit: STEP,
            announced: String::new(),
        }
    }

    /// Makes a change; returns the change that follows it after a pause in ms, if any does.
    pub(super) fn change(
        &mut self,
        context: &RenderContext,
        change: Change,
    ) -> Option<(u32, Change)> {
        match change {
            Change::Typed(text) => self.query.text = text,
            Change::Chosen(facet, option, is_chosen) => self.query.choose(facet, option, is_chosen),
            Change::More => {
                self.limit += STEP;
                return None;
            }
            Change::Settled => {
                self.address = self.query.address(&self.facets);
                return Some((750, Change::Paused));
            }
            Change::Submitted | Change::Paused => {
                self.address = self.query.address(&self.facets);
                self.announced = self.count(context);
                return None;
            }
        }
        self.results = search(&self.index, context.content(), &self.facets, &self.query);
        self.limit = STEP;
        Some((250, Change::Settled))
    }

    /// Whether anything is looked for.
    pub(super) fn is_active(&self) -> bool {
        !self.query.address(&self.facets).is_empty()
    }

    /// The number of results in words.
    pub(super) fn count(&self, context: &RenderContext) -> String {
        let labels = context.labels();
        match self.results.hits.len() {
            0 => interpolate(labels.nothing_found(), &[("query", self.query.text.trim())]),
            1 => labels.one_result().into(),
            count => interpolate(labels.results(), &[("count", &count.to_string())]),
        }
    }
}
