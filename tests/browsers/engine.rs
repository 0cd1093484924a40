//! The engines that the tests know: what each is started with, and what each lacks.

use std::cell::RefCell;
use std::env;

use anyhow::Result;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities};

use crate::browser::setting;

/// A browser engine. Chromium runs every test, the others those that need nothing of
/// Chromium's own protocol.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engine that `ENGINE` names, or else Chromium; nothing is put into pages yet.
    pub fn chosen() -> Self {
        SCRIPTS.take();
        match env::var("ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("ENGINE is chromium, firefox or webkit, not {other:?}"),
        }
    }

    /// What a driver is asked for: a new, invisible browser, for Chromium with arguments and preferences.
    pub fn capabilities(
        self,
        profile: &TempDir,
        arguments: &[String],
        preferences: Value,
    ) -> Result<Capabilities> {
        Ok(match self {
            Self::Chromium => {
                let mut chrome = DesiredCapabilities::chrome();
                chrome.set_binary(&setting("CHROMIUM"))?;
                let profile = format!("--user-data-dir={}", profile.path().display());
                for argument in [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // What moves is the subject of tests that ask for motion.
                    "--force-prefers-reduced-motion",
                    // Edges and colours as on any other machine.
                    "--disable-lcd-text",
                    "--force-color-profile=srgb",
                    &profile,
                ] {
                    chrome.add_arg(argument)?;
                }
                for argument in arguments {
                    chrome.add_arg(argument)?;
                }
                chrome.add_experimental_option("prefs", preferences)?;
                chrome.into()
            }
            Self::Firefox => {
                let mut firefox = DesiredCapabilities::firefox();
                firefox.set_firefox_binary(&setting("FIREFOX"))?;
                firefox.add_arg("-headless")?;
                firefox.into()
            }
            Self::WebKit => {
                let mut webkit = Capabilities::new();
                let browser = json!({"binary": setting("MINIBROWSER"), "args": ["--automation"]});
                webkit.set("webkitgtk:browserOptions", browser)?;
                webkit
            }
        })
    }
}

thread_local! {
    /// Every test has a thread of its own, and its servers run on that.
    static SCRIPTS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Where [`scripts`] are served.
pub const SCRIPTS_PATH: &str = "/before-load.js";

/// Only Chromium's own protocol runs a script before a page's; in other engines the pages of
/// the test's servers load it.
pub fn put_into_pages(script: &str) {
    SCRIPTS.with_borrow_mut(|all| all.push_str(&format!("{{{script}}}\n")));
}

/// All that was put into pages.
pub fn scripts() -> String {
    SCRIPTS.with_borrow(Clone::clone)
}

/// A page of a test with what was put into it, ahead of everything but its doctype.
pub fn with_scripts(page: &str) -> String {
    if SCRIPTS.with_borrow(String::is_empty) {
        return page.to_owned();
    }
    let doctype = "<!doctype html>";
    let (start, rest) = match page.strip_prefix(doctype) {
        Some(rest) => (doctype, rest),
        None => ("", page),
    };
    // Asked for as a file, because the page's policy may forbid scripts in it.
    let html = if rest.starts_with("<html") {
        rest.find('>').map_or(0, |at| at + 1)
    } else {
        0
    };
    let (html, rest) = rest.split_at(html);
    format!("{start}{html}<script src=\"{SCRIPTS_PATH}\"></script>{rest}")
}
