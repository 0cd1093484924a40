//! Pages, and the files and metadata for crawlers and other sites.

pub mod base_url;
pub mod body;
pub mod cite_page;
pub mod configurator;
pub mod downloads;
#[cfg(test)]
pub mod fixture;
pub mod frame;
pub mod head;
pub mod json_ld;
pub mod oembed;
pub mod page;
pub mod security_txt;
pub mod sitemap;
#[cfg(test)]
mod soft_hyphen_test;
#[cfg(test)]
mod style_test;
pub mod views;
#[cfg(test)]
mod xss_test;
