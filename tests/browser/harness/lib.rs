//! The harness of the browser tests: pages in a [`browser`], [`servers`], and [`measures`] of
//! pages.
//!
//! A test begins with [`standalone`], [`embedded`], [`host_page`] or [`blank`]. Each worker keeps
//! one browser, and each test gets a context of its own in it.

pub mod browser;
pub mod cycles;
pub mod fonts;
pub mod host_page;
pub mod measures;
pub mod navigation;
pub mod node_script;
pub mod preferences;
pub mod servers;
pub mod share_panel;
pub mod viewports;
pub mod views;

pub use browser::engine;
pub use browser::page::Page;
pub use browser::visit::{Visit, blank, element, embedded, host_page, standalone};
pub use measures::*;
pub use servers::{apache, nginx, published, server, setup, wordpress, wordpress_plugin};

use browser::{browsers, context, page, preload, visit};
use servers::service;
