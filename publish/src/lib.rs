//! Checks the content and writes the finished site.

pub mod address;
pub mod assets;
pub mod bars;
pub mod body;
pub mod card;
pub mod cards;
pub mod charts;
#[cfg(test)]
mod colour_vision;
pub mod content_file;
pub mod crawlers;
pub mod drawing;
#[cfg(test)]
mod handbook_test;
pub mod head;
#[cfg(test)]
mod hostile_test;
pub mod icon;
pub mod imports;
pub mod linked_data;
pub mod loader;
pub mod oembed;
pub mod page;
#[cfg(test)]
mod page_style_test;
pub mod position;
pub mod release;
pub mod site;
pub mod tables;
pub mod typeset;
pub mod views;
