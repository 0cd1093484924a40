//! A page in a browser, with the actions of a test.

use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use crate::browsers::{self, Lease};
use crate::engine::{Engine, LaunchOptions};
use crate::preload;
use crate::server::Site;

/// The time after which a condition counts as failed.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The pause between two checks of a condition, in which the browser isn't disturbed.
const POLL_INTERVAL: Duration = Duration::from_millis(15);

/// Functions for every script. `place()` is the element of a widget, or its container on a
/// standalone page; `kl()` is the widget itself; `$()` finds an element in the widget. Their number
/// is the index of the widget on the page.
const PRELUDE: &str = include_str!("../scripts/page_prelude.js");

/// Records the widgets that became interactive, in `activated`.
const WATCH_ACTIVATION: &str = "
window.activated = new WeakSet();
addEventListener('kennislemniscaat:ready', ({target}) => activated.add(target));";

/// A browser with one page, and the servers that the page loads from.
pub struct Page {
    /// The driver, for actions without a method here.
    pub driver: WebDriver,
    engine: Engine,
    /// The built site, as this page loads it.
    site: Site,
    /// The site of the host page.
    host: Option<Site>,
    // This field is dropped last: another test may take the browser from then on.
    _lease: Lease,
}

impl Page {
    /// An empty page, 1280 px wide, with the servers that it may load from.
    ///
    /// # Errors
    /// When no browser can be started.
    pub(crate) async fn empty(
        engine: Engine,
        options: &LaunchOptions,
        site: Site,
        host: Option<Site>,
    ) -> Result<Self> {
        let lease = Lease::take(engine, options).await?;
        let page = Self {
            driver: lease.driver.clone(),
            engine,
            site,
            host,
            _lease: lease,
        };
        page.driver.set_script_timeout(6 * TIMEOUT).await?;
        page.width(1280).await?;
        page.before_load(WATCH_ACTIVATION).await?;
        Ok(page)
    }

    /// The built site, as this page loads it.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The site of the host page.
    ///
    /// # Panics
    /// On a standalone page.
    pub fn host(&self) -> &Site {
        self.host
            .as_ref()
            .expect("only a host page has a host site")
    }

    /// Releases the requests that the built site holds.
    pub fn release(&self) {
        self.site.release();
    }

    /// Whether the engine is Chromium, whose DevTools protocol offers more than WebDriver.
    pub fn is_chromium(&self) -> bool {
        self.engine == Engine::Chromium
    }

    /// Opens an address and waits until the page has loaded.
    pub async fn open(&self, url: &str) -> Result<()> {
        let opened = self.driver.goto(url).await.map_err(brief);
        opened.with_context(|| format!("opening {url}"))
    }

    /// Opens an address and waits until its first widget is interactive.
    pub async fn open_interactive(&self, url: &str) -> Result<()> {
        self.open(url).await?;
        self.wait(&format!("{url} to become interactive"), "isInteractive()")
            .await
    }

    /// Waits until two frames have been drawn.
    pub async fn drawn(&self) -> Result<()> {
        self.js("return drawn();").await
    }

    /// Runs a function body, and returns its result or the value that its promise resolves to.
    pub async fn js<T: DeserializeOwned>(&self, body: &str) -> Result<T> {
        self.js_with(body, json!([])).await
    }

    /// The same with an array of arguments, which the body reads as `arguments`.
    pub async fn js_with<T: DeserializeOwned>(&self, body: &str, arguments: Value) -> Result<T> {
        let Value::Array(arguments) = arguments else {
            bail!("the arguments of a script must be an array");
        };
        let script = format!("{PRELUDE}{body}");
        let returned = self.driver.execute(script, arguments).await.map_err(brief);
        let returned = returned.with_context(|| format!("running {body}"))?;
        let value = returned.convert();
        value.with_context(|| format!("{body} returned {}", returned.json()))
    }

    /// Waits until an expression is true; `what` names the awaited state in the failure message.
    pub async fn wait(&self, what: &str, condition: &str) -> Result<()> {
        self.wait_with(what, condition, json!([])).await
    }

    /// The same with an array of arguments, which the expression reads as `arguments`.
    pub async fn wait_with(&self, what: &str, condition: &str, arguments: Value) -> Result<()> {
        let check = format!("return !!({condition});");
        let deadline = Instant::now() + TIMEOUT;
        loop {
            // Errors are ignored: the page may be navigating.
            let result = self.js_with::<bool>(&check, arguments.clone()).await;
            if matches!(result, Ok(true)) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let page = self.driver.current_url().await?;
                bail!(
                    "timed out waiting for {what} at {page}: {condition} {arguments} was {result:?}"
                );
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
    }

    /// Waits until the widget's WebAssembly has loaded, whether or not it runs.
    pub async fn code_loaded(&self) -> Result<()> {
        let loaded = "performance.getEntriesByType('resource').some(({name, responseEnd}) =>
            name.endsWith('.wasm') && responseEnd > 0)";
        self.wait("the widget's code", loaded).await
    }

    /// Waits for an element, and clicks with the mouse in the middle of its visible part.
    pub async fn click(&self, expression: &str) -> Result<()> {
        self.wait("an element to click", expression).await?;
        if self.engine == Engine::WebKit {
            return self.click_middle(expression).await;
        }
        let deadline = Instant::now() + TIMEOUT;
        let script = format!("{PRELUDE}return {expression};");
        let click = async || {
            let result = self.driver.execute(script.as_str(), []).await?;
            result.element()?.click().await
        };
        loop {
            match click().await {
                // Between the search and the click, activation may have replaced the prerendered
                // element with an equal one.
                Err(error) if is_stale(&error) && Instant::now() < deadline => {}
                result => {
                    let result = result.map_err(brief);
                    return result.with_context(|| format!("{expression} can't be clicked"));
                }
            }
        }
    }

    /// Clicks at the middle of an element by its coordinates: WebKit's driver can't click elements
    /// that need horizontal scrolling, nor any element on a page that extends built-in prototypes.
    async fn click_middle(&self, expression: &str) -> Result<()> {
        let find = format!(
            "const find = () => {expression};
            find().scrollIntoView({{block: 'center', inline: 'center', behavior: 'instant'}});
            // WebKit finds the target of a click by the scroll position of the last frame. Meanwhile activation
            // may have replaced the element with an equal one.
            return drawn().then(() => {{
                const {{x, y, width, height}} = find().getBoundingClientRect();
                return [x + width / 2, y + height / 2];
            }});"
        );
        let [x, y]: [f64; 2] = self.js(&find).await?;
        self.click_at(x, y).await
    }

    /// Whether the driver can print; WebKitGTK's can't.
    pub fn can_print(&self) -> bool {
        self.engine != Engine::WebKit
    }

    /// Prints the page to a PDF file; on A4 in Chromium, which takes the paper size from the page's
    /// CSS.
    pub async fn print_to_pdf(&self) -> Result<Vec<u8>> {
        if self.engine != Engine::Chromium {
            return Ok(self.driver.print_page(PrintParameters::default()).await?);
        }
        let options = json!({"preferCSSPageSize": true, "printBackground": false});
        let answer = self.ask("Page.printToPDF", options).await?;
        let data = answer["data"].as_str();
        let data = data.context("Page.printToPDF returned no data")?;
        Ok(BASE64_STANDARD.decode(data)?)
    }

    /// Whether the engine reports positions on the screen for elements in a part of the page with
    /// CSS `zoom`; WebKit reports them as if nothing were zoomed.
    pub fn reports_zoomed_positions(&self) -> bool {
        self.engine != Engine::WebKit
    }

    /// Clicks with the mouse at a point of the window.
    pub async fn click_at(&self, x: f64, y: f64) -> Result<()> {
        let actions = self
            .driver
            .action_chain_with_delay(None, Some(Duration::ZERO));
        let actions = actions.move_to(x.round() as i64, y.round() as i64);
        actions
            .click()
            .perform()
            .await
            .context("clicking at a point")
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) -> Result<()> {
        let actions = self.driver.action_chain().send_keys(key);
        actions.perform().await.context("pressing a key")
    }

    /// Presses Tab until the element that an expression finds has the focus.
    pub async fn tab_to(&self, expression: &str) -> Result<()> {
        for _ in 0..100 {
            self.press(Key::Tab).await?;
            let script = format!("return focused() !== null && focused() === ({expression});");
            if self.js(&script).await? {
                return Ok(());
            }
        }
        bail!("{expression} can't be reached with 100 presses of Tab");
    }

    /// Sets the width of the page; in Chromium also narrower than a window can be.
    pub async fn width(&self, width: u32) -> Result<()> {
        self.size(width, 900).await
    }

    /// Sets the width and height of the page; in Chromium also smaller than a window can be.
    pub async fn size(&self, width: u32, height: u32) -> Result<()> {
        if self.engine != Engine::Chromium {
            self.driver.set_window_rect(0, 0, width, height).await?;
            return Ok(());
        }
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics)
            .await
    }

    /// Sets media features that the reader prefers, as in `[("prefers-color-scheme", "dark")]`.
    pub async fn prefer(&self, features: &[(&str, &str)]) -> Result<()> {
        let feature = |(name, value): &(_, _)| json!({"name": name, "value": value});
        let features: Vec<_> = features.iter().map(feature).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"features": features}))
            .await
    }

    /// Runs a script in every page from now on, before the page's own scripts.
    pub async fn before_load(&self, script: &str) -> Result<()> {
        if self.engine != Engine::Chromium {
            preload::add(script);
            return Ok(());
        }
        let source = json!({"source": script});
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source)
            .await
    }

    /// The address of Chromium's debugger, as in `127.0.0.1:9222`.
    ///
    /// # Errors
    /// When the engine isn't Chromium.
    pub fn debugger(&self) -> Result<String> {
        browsers::debugger(&self.driver)
    }

    /// Sends a command of the DevTools protocol and ignores its result.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<()> {
        self.ask(method, parameters).await?;
        Ok(())
    }

    /// Sends a command of the DevTools protocol and returns its result.
    pub async fn ask(&self, method: &str, parameters: Value) -> Result<Value> {
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.with_context(|| format!("{method} failed"))
    }
}

/// Whether the element was removed from the page after the search.
fn is_stale(error: &WebDriverError) -> bool {
    matches!(**error, WebDriverErrorInner::StaleElementReference(_))
}

/// The driver's error without the driver's stack trace, which says nothing about the page.
fn brief(error: WebDriverError) -> Error {
    let text = error.to_string();
    let words = text.split("Stacktrace").next().unwrap_or_default();
    Error::msg(words.split_whitespace().collect::<Vec<_>>().join(" "))
}
