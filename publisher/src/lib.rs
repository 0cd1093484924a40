//! Checks the content and writes the prerendered site.

pub mod assets;
pub mod build;
pub mod charts;
pub mod colors;
pub mod content;
#[cfg(test)]
mod contract_test;
pub mod images;
pub mod pages;
pub mod styles;
