//! The programs that each part of the work needs.

use super::{
    CHROMEDRIVER, CHROMIUM, FIREFOX, JAVA, MARIADB, MINIBROWSER, NGINX, NODE, NPM, PDFTOTEXT, PHP,
    Program, WEBKIT_DRIVER, WORDPRESS, XVFB,
};

/// Building the site.
pub const BUILD: &[&Program] = &[&NODE, &NPM];
/// The HTML checker.
pub const MARKUP: &[&Program] = &[&JAVA];
/// Tests of the WebAssembly in Chromium.
pub const IN_CHROMIUM: &[&Program] = &[&CHROMIUM, &CHROMEDRIVER];
/// Tests of the built site in Chromium, and measurements of the widget.
pub const SITE_TESTS: &[&Program] = &[&CHROMIUM, &CHROMEDRIVER, &NGINX, &PDFTOTEXT];
/// Tests in WordPress, which are skipped without these programs.
pub const IN_WORDPRESS: &[&Program] = &[&PHP, &MARIADB, &WORDPRESS];
/// Firefox; `tools::geckodriver` drives it.
pub const IN_FIREFOX: &[&Program] = &[&FIREFOX];
/// WebKitGTK.
pub const IN_WEBKIT: &[&Program] = &[&MINIBROWSER, &WEBKIT_DRIVER, &XVFB];
