//! The browser engines and their start-up options.

use anyhow::{Result, anyhow};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::OnceLock;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities};

use crate::setup::setup;

/// A browser engine. Chromium runs every test; the other engines run the tests that name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, headless.
    Chromium,
    /// Firefox, headless.
    Firefox,
    /// WebKitGTK's MiniBrowser on a virtual screen.
    WebKit,
}

/// Start-up options of one browser, in addition to the common ones; only Chromium supports them.
#[derive(Clone, Default)]
pub struct LaunchOptions {
    /// Command-line arguments.
    pub arguments: Vec<String>,
    /// Preferences of the profile, by name.
    pub preferences: Value,
}

impl LaunchOptions {
    /// Whether there are no options, so that a shared browser can be used.
    pub fn is_default(&self) -> bool {
        self.arguments.is_empty() && self.preferences.is_null()
    }
}

/// The arguments of [`start_chromium_with`].
static ARGUMENTS: OnceLock<Vec<String>> = OnceLock::new();

/// Starts every Chromium of this process with further arguments, also those that several pages share.
///
/// # Errors
/// When it was called before.
pub fn start_chromium_with(arguments: Vec<String>) -> Result<()> {
    let set = ARGUMENTS.set(arguments);
    set.map_err(|_| anyhow!("the arguments of Chromium are already set"))
}

impl Engine {
    /// The capabilities of a new browser that isn't visible on the user's screen.
    ///
    /// # Errors
    /// When an option can't be written as JSON.
    pub fn capabilities(self, profile: &Path, options: &LaunchOptions) -> Result<Capabilities> {
        Ok(match self {
            Self::Chromium => chromium(profile, options)?,
            Self::Firefox => {
                let mut firefox = DesiredCapabilities::firefox();
                firefox.set_firefox_binary(&setup().path("firefox").to_string_lossy())?;
                firefox.add_arg("-headless")?;
                firefox.into()
            }
            Self::WebKit => {
                let mut webkit = Capabilities::new();
                let browser = setup().path("minibrowser");
                let options = json!({"binary": browser, "args": ["--automation"]});
                webkit.set("webkitgtk:browserOptions", options)?;
                webkit
            }
        })
    }
}

fn chromium(profile: &Path, options: &LaunchOptions) -> Result<Capabilities> {
    let mut chromium = DesiredCapabilities::chrome();
    chromium.set_binary(&setup().path("chromium").to_string_lossy())?;
    let profile = format!("--user-data-dir={}", profile.display());
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Parts of the browser's window that no test uses.
        "--disable-features=PreloadTopChromeWebUI,SpareRendererForSitePerProcess,Translate",
        "--disable-extensions",
        "--disable-breakpad",
        // Tests of motion override this.
        "--force-prefers-reduced-motion",
        // The same edges and colors on every machine.
        "--disable-lcd-text",
        "--force-color-profile=srgb",
        &profile,
    ];
    for argument in arguments {
        chromium.add_arg(argument)?;
    }
    let common = ARGUMENTS.get().into_iter().flatten();
    for argument in common.chain(&options.arguments) {
        chromium.add_arg(argument)?;
    }
    if !options.preferences.is_null() {
        chromium.add_experimental_option("prefs", &options.preferences)?;
    }
    Ok(chromium.into())
}
