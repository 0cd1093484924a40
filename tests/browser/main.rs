//! Tests of the built site in real browsers, in one folder for each subject.
//!
//! `cargo xtask test browser` builds the site and runs the tests. After that, `cargo test -p
//! browser-tests NAME` runs them against that build. The harness is a separate library.

mod accessibility;
mod embedding;
mod engines;
mod navigation;
mod publications;
mod resilience;
mod search;
mod security;
mod sharing;
mod site;
mod visual;
