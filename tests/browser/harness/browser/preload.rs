//! Scripts that run in a page before its own, in engines that have no other way than to serve
//! them with the page.

use std::cell::RefCell;

thread_local! {
    /// Each test has a thread of its own, and its servers run on that.
    static SCRIPTS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Where [`scripts`] are served.
pub const PATH: &str = "/before-load.js";

/// Forgets the scripts of an earlier page of the test.
pub fn clear() {
    SCRIPTS.take();
}

/// Puts a script into every page of the test's servers.
pub fn add(script: &str) {
    SCRIPTS.with_borrow_mut(|all| all.push_str(&format!("{{{script}}}\n")));
}

/// All scripts that were added.
pub fn scripts() -> String {
    SCRIPTS.with_borrow(Clone::clone)
}

/// A page with the scripts ahead of everything but its doctype and its `html` tag.
pub fn with_scripts(page: &str) -> String {
    if SCRIPTS.with_borrow(String::is_empty) {
        return page.to_owned();
    }
    let doctype = "<!doctype html>";
    let (start, rest) = match page.strip_prefix(doctype) {
        Some(rest) => (doctype, rest),
        None => ("", page),
    };
    // A file of its own, because the page's policy may forbid scripts in it.
    let html = if rest.starts_with("<html") {
        rest.find('>').map_or(0, |at| at + 1)
    } else {
        0
    };
    let (html, rest) = rest.split_at(html);
    format!("{start}{html}<script src=\"{PATH}\"></script>{rest}")
}
