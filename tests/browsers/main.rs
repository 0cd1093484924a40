//! Tests of the built site in a real browser, over WebDriver.
//!
//! `cargo xtask test` builds the site, starts the driver and runs these with
//! `DIST`, `CHROMIUM`, `WEBDRIVER` and `AXE` set. Every test has a server and a
//! browser of its own, so they don't see each other and run side by side.
//!
//! [`site`], [`paths`] and [`browser`] are what the tests are made with; each
//! other file holds the tests of one subject.

mod browser;
mod paths;
mod site;

mod accessibility;
mod addresses;
mod embed;
mod failures;
mod guest;
mod layout;
mod policy;
mod script_tag;
mod swap;
mod walk;
