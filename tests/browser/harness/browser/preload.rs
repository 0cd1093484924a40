//! Scripts that run in a page before its own. They are served as part of the page, for engines that
//! have no other way to run them.

use std::cell::RefCell;

thread_local! {
    /// Scripts of one test: each test has its own thread, which also runs its servers.
    static SCRIPTS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The path at which [`scripts`] are served.
pub const PATH: &str = "/before-load.js";

/// Removes the scripts of an earlier page of the test.
pub fn clear() {
    SCRIPTS.take();
}

/// Adds a script to every page of the test's servers.
pub fn add(script: &str) {
    SCRIPTS.with_borrow_mut(|scripts| scripts.push_str(&format!("{{{script}}}\n")));
}

/// All added scripts.
pub fn scripts() -> String {
    SCRIPTS.with_borrow(Clone::clone)
}

/// Inserts the scripts into a page, directly after its doctype and `html` tag.
pub fn with_scripts(page: &str) -> String {
    if SCRIPTS.with_borrow(String::is_empty) {
        return page.to_owned();
    }
    let doctype = "<!doctype html>";
    let (start, rest) = match page.strip_prefix(doctype) {
        Some(rest) => (doctype, rest),
        None => ("", page),
    };
    let head_start = if rest.starts_with("<html") {
        rest.find('>').map_or(0, |at| at + 1)
    } else {
        0
    };
    let (html, rest) = rest.split_at(head_start);
    // The scripts are in a separate file, because the page's policy may forbid inline scripts.
    format!("{start}{html}<script src=\"{PATH}\"></script>{rest}")
}
