//! Tests of the built site in real browsers, a room for each subject.
//!
//! `cargo xtask test browser` builds the site and runs them; afterwards `cargo test -p
//! browser-tests NAME` does too. The harness is a library of its own.

mod accessibility;
mod embedding;
mod engines;
mod navigation;
mod resilience;
mod security;
mod sharing;
mod site;
mod visual;
