//! Checks publications and writes their prerendered sites.

pub mod assets;
pub mod build;
mod card_letters;
pub mod citation;
pub mod colors;
pub mod commands;
#[cfg(test)]
mod contract_test;
pub mod docx;
pub mod edition;
mod files;
#[cfg(test)]
pub mod fixture;
pub mod hyphens;
pub mod images;
pub mod labels;
pub mod manuscript;
pub mod pages;
pub mod permalinks;
pub mod publication;
#[cfg(test)]
mod publication_check_test;
#[cfg(test)]
mod publication_test;
pub mod report;
pub mod settings;
pub mod study;
pub mod styles;
pub mod template;
pub mod translation;
mod tsv;
