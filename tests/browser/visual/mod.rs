//! Layout and pictures.

mod cycles;
mod layout;
mod pictures;

/// Phases that are hard to hit with a finger, on their label or around their number.
const HARD_TO_HIT: &str = include_str!("scripts/layout_hard_to_hit.js");
