//! Data that tests of several crates share: native ones, those of the WebAssembly and those of the site.

pub mod backgrounds;
pub mod injection;
