//! The paths of the views.

pub use test_support::views::{KIND_NAMES, KINDS, view};

use crate::setup::exhaustive;

/// The paths of all views, in reading order.
pub fn all() -> impl Iterator<Item = &'static str> {
    include_str!("../../../content/nl.paths").lines()
}

/// The paths of the views that a test examines: one of each kind, or all with `--exhaustive`.
pub fn examined() -> Vec<&'static str> {
    if exhaustive() {
        all().collect()
    } else {
        KINDS.into()
    }
}

/// The phases' names in paths, in the order of the cycle.
pub const PHASES: [&str; 4] = ["explicitering", "analyseren", "vertaling", "implementeren"];
