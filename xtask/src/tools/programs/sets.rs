//! The programs that each part of the work needs.

use super::{
    APACHE, CHROMEDRIVER, CHROMIUM, FIREFOX, JAVA, MARIADB, MINIBROWSER, MMDEBSTRAP, MOOTOOLS,
    NGINX, NODE, NPM, OPENSSL, PDFTOTEXT, PHP, PROTOTYPE, PYTHON, Program, WEBKIT_DRIVER,
    WORDPRESS, XVFB,
};

/// Building the site.
pub const BUILD: &[&Program] = &[&NODE, &NPM];
/// The license checker.
pub const LICENSES: &[&Program] = &[&PYTHON];
/// The HTML checker.
pub const MARKUP: &[&Program] = &[&JAVA];
/// Tests of the WebAssembly in Chromium.
pub const IN_CHROMIUM: &[&Program] = &[&CHROMIUM, &CHROMEDRIVER];
/// Tests of the built site in Chromium, and measurements of the widget.
pub const SITE_TESTS: &[&Program] = &[&CHROMIUM, &CHROMEDRIVER, &NGINX, &PDFTOTEXT];
/// The server of the bench, which the peers share.
pub const BENCH: &[&Program] = &[&OPENSSL];
/// Programs of tests that are skipped without them, with what is skipped.
pub const OPTIONAL: &[(&str, &[&Program])] = &[
    ("the tests on Apache", &[&APACHE]),
    ("the tests in WordPress", &[&PHP, &MARIADB, &WORDPRESS]),
    (
        "the tests with libraries of older pages",
        &[&PROTOTYPE, &MOOTOOLS],
    ),
];
/// Firefox; `tools::geckodriver` drives it.
pub const IN_FIREFOX: &[&Program] = &[&FIREFOX];
/// WebKitGTK.
pub const IN_WEBKIT: &[&Program] = &[&MINIBROWSER, &WEBKIT_DRIVER, &XVFB];
/// The system in which the tool is tried with `--exhaustive`.
pub const SYSTEM: &[&Program] = &[&MMDEBSTRAP];
