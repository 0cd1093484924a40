//! Search: the pieces of a publication that match words and facets.
//!
//! The text is in the browser already, so nothing is loaded and nothing is built when publishing. An
//! [`Index`] holds the words of all pieces, once each; a [`Query`] is matched against these words.

mod compounds;
mod filter;
mod index;
mod letters;
mod marks;
mod matching;
mod query;
mod rank;
mod rules;
mod snippet;
mod stems;
mod stop_words;
mod terms;
mod typos;

pub use filter::{Facet, FacetOption, facets, has};
pub use index::Index;
pub use marks::Part;
pub use query::Query;
pub use rank::{Results, search};
#[cfg(not(target_arch = "wasm32"))]
pub use rules::{Rule, without};
pub use snippet::{Found, found};
pub use terms::nearest;
