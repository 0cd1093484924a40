//! Several languages, and several publications on a site.

mod further;
mod languages;
mod tool;
