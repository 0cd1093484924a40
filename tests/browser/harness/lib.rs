//! The harness of the browser tests: pages in browsers, servers, and measurements of pages.
//!
//! A test begins with [`standalone`], [`embedded`] or [`blank`]. Each worker keeps one browser
//! ([`browsers`]), and each test gets a context of its own in it.

pub mod announcements;
pub mod axe;
mod browsers;
mod context;
pub mod contrast;
pub mod csp;
pub mod engine;
pub mod examples;
pub mod focus;
pub mod host_page;
pub mod injection;
pub mod interactive;
pub mod isolation;
pub mod layout;
pub mod layout_shift;
pub mod navigation;
pub mod nginx;
mod page;
pub mod preferences;
mod preload;
pub mod print;
pub mod published;
pub mod raster;
pub mod reflow;
pub mod screen;
pub mod server;
mod service;
pub mod setup;
pub mod share_panel;
pub mod tab_order;
pub mod viewports;
pub mod views;
mod visit;
pub mod wordpress;

pub use page::Page;
pub use visit::{Visit, blank, embedded, host_page, standalone};
