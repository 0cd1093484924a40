//! The paths of the views.

use std::sync::LazyLock;

pub use test_support::views::{KIND_NAMES, KINDS, view};

use crate::published::CONTENT;
use crate::setup::exhaustive;

static PATHS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let views = &CONTENT.views;
    let path = |route| format!("/{}/{}", CONTENT.lang, views.path(route));
    views.routes().map(path).collect()
});

/// The paths of all views, in reading order.
pub fn all() -> impl Iterator<Item = &'static str> {
    PATHS.iter().map(String::as_str)
}

/// The path of the search. It is not among [`KINDS`], because a script makes most of it.
pub const SEARCH: &str = "/nl/zoeken/";

/// The paths of a view of each kind, with the search.
pub fn each_kind() -> impl Iterator<Item = &'static str> {
    KINDS.into_iter().chain([SEARCH])
}

/// The paths of the views that a test examines: one of each kind, or all with `--exhaustive`.
pub fn examined() -> Vec<&'static str> {
    if exhaustive() {
        all().collect()
    } else {
        each_kind().collect()
    }
}

/// The phases' names in paths, in the order of the cycle.
pub const PHASES: [&str; 4] = ["explicitering", "analyseren", "vertaling", "implementeren"];
