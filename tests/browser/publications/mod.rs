//! Several languages, and several publications on a site.

mod further;
mod languages;
mod taken_name;
mod tool;
