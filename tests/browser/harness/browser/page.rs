//! A page in a browser, as a test uses it.

use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use crate::browsers::Lease;
use crate::engine::{Engine, LaunchOptions};
use crate::preload;
use crate::server::Site;

/// How long a page may take before it counts as broken.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How long to leave the browser to itself between two looks at the page.
const POLL_INTERVAL: Duration = Duration::from_millis(15);

/// Functions for every script: `place()` is the element of a widget, or its container on a page of
/// ours; `kl()` the widget itself; `$()` something in it. The number counts widgets on a page.
const PRELUDE: &str = include_str!("../scripts/page_prelude.js");

/// Keeps which widgets became interactive, on every page from now on.
const WATCH_ACTIVATION: &str = "
window.activated = new WeakSet();
addEventListener('kennislemniscaat:ready', ({target}) => activated.add(target));";

/// A browser with one page, and the servers of what is on it.
pub struct Page {
    /// The driver, for what has no shorter way here.
    pub driver: WebDriver,
    engine: Engine,
    /// The built site, as this page loads it.
    site: Site,
    /// The host page's own site.
    host: Option<Site>,
    // Last: the browser may be another test's after this.
    _lease: Lease,
}

impl Page {
    /// An empty page, 1280 px wide, with the servers that it may load from.
    ///
    /// # Errors
    /// When no browser can be had.
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
    /// On a page of our own.
    pub fn host(&self) -> &Site {
        self.host.as_ref().expect("an embedded widget has a host")
    }

    /// Lets go of the files that were held.
    pub fn release(&self) {
        self.site.release();
    }

    /// Whether the engine is Chromium, whose own protocol can do more than WebDriver.
    pub fn is_chromium(&self) -> bool {
        self.engine == Engine::Chromium
    }

    /// Opens an address and waits until it has loaded.
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

    /// Waits until two frames were drawn.
    pub async fn drawn(&self) -> Result<()> {
        self.js("return drawn();").await
    }

    /// The value that a function body returns, or that the promise it returns resolves to.
    pub async fn js<T: DeserializeOwned>(&self, body: &str) -> Result<T> {
        self.js_with(body, json!([])).await
    }

    /// The same with `arguments`, which the body finds by number.
    pub async fn js_with<T: DeserializeOwned>(&self, body: &str, arguments: Value) -> Result<T> {
        let Value::Array(arguments) = arguments else {
            bail!("arguments of a script come as an array");
        };
        let script = format!("{PRELUDE}{body}");
        let returned = self.driver.execute(script, arguments).await.map_err(brief);
        let returned = returned.with_context(|| format!("running {body}"))?;
        let value = returned.convert();
        value.with_context(|| format!("{body} returned {}", returned.json()))
    }

    /// Waits until an expression is true; `what` says what a reader would lose.
    pub async fn wait(&self, what: &str, condition: &str) -> Result<()> {
        self.wait_with(what, condition, json!([])).await
    }

    /// The same with `arguments`, which the expression finds by number.
    pub async fn wait_with(&self, what: &str, condition: &str, arguments: Value) -> Result<()> {
        let check = format!("return !!({condition});");
        let deadline = Instant::now() + TIMEOUT;
        loop {
            // An error is no answer: the page may be on its way to the next.
            let result = self.js_with::<bool>(&check, arguments.clone()).await;
            if matches!(result, Ok(true)) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let page = self.driver.current_url().await?;
                bail!(
                    "waited in vain for {what}, at {page}: {condition} {arguments} was {result:?}"
                );
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
    }

    /// Waits until the widget's code has come, whether or not it is at work.
    pub async fn code_loaded(&self) -> Result<()> {
        let loaded = "performance.getEntriesByType('resource').some(({name, responseEnd}) =>
            name.endsWith('.wasm') && responseEnd > 0)";
        self.wait("the widget's code", loaded).await
    }

    /// Clicks with the mouse, where the reader would: in the middle of what is in view, once
    /// it is there.
    pub async fn click(&self, expression: &str) -> Result<()> {
        self.wait("something to click", expression).await?;
        if self.engine == Engine::WebKit {
            return self.click_in_the_middle(expression).await;
        }
        let deadline = Instant::now() + TIMEOUT;
        let script = format!("{PRELUDE}return {expression};");
        let click = async || {
            let found = self.driver.execute(script.as_str(), []).await?;
            found.element()?.click().await
        };
        loop {
            match click().await {
                // Between finding and clicking the live widget may have taken the place of
                // the same view: a reader's mouse doesn't notice.
                Err(error) if is_stale(&error) && Instant::now() < deadline => {}
                clicked => {
                    let clicked = clicked.map_err(brief);
                    return clicked.with_context(|| format!("{expression} can't be clicked"));
                }
            }
        }
    }

    /// The same by a point of the window: WebKit's driver fails to click what must be scrolled
    /// sideways to, and whatever is on a page with more in its prototypes.
    async fn click_in_the_middle(&self, expression: &str) -> Result<()> {
        let find = format!(
            "const found = {expression};
            found.scrollIntoView({{block: 'center', inline: 'center', behavior: 'instant'}});
            const {{x, y, width, height}} = found.getBoundingClientRect();
            return [x + width / 2, y + height / 2];"
        );
        let [x, y]: [f64; 2] = self.js(&find).await?;
        self.click_at(x, y).await
    }

    /// Whether its driver prints; WebKitGTK's doesn't.
    pub fn prints(&self) -> bool {
        self.engine != Engine::WebKit
    }

    /// The page that is open as a PDF file; on A4, where the engine asks the page for its size.
    pub async fn printed(&self) -> Result<Vec<u8>> {
        if self.engine != Engine::Chromium {
            return Ok(self.driver.print_page(PrintParameters::default()).await?);
        }
        let options = json!({"preferCSSPageSize": true, "printBackground": false});
        let answer = self.ask("Page.printToPDF", options).await?;
        let data = answer["data"].as_str().context("a printed page")?;
        Ok(BASE64_STANDARD.decode(data)?)
    }

    /// Whether places are told as they are on the screen in a part of a page that CSS zooms;
    /// WebKit tells them as if nothing were zoomed.
    pub fn finds_what_is_zoomed(&self) -> bool {
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

    /// Presses Tab until the focus is on what an expression finds.
    pub async fn tab_to(&self, expression: &str) -> Result<()> {
        for _ in 0..100 {
            self.press(Key::Tab).await?;
            let script = format!("return focused() !== null && focused() === ({expression});");
            if self.js(&script).await? {
                return Ok(());
            }
        }
        bail!("{expression} can't be reached with Tab");
    }

    /// Makes the page this wide; in Chromium also narrower than a window can be.
    pub async fn width(&self, width: u32) -> Result<()> {
        self.size(width, 900).await
    }

    /// Makes the page this wide and high; in Chromium also smaller than a window can be.
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

    /// Runs a script in every page from now on, before anything of its own.
    pub async fn before_load(&self, script: &str) -> Result<()> {
        if self.engine != Engine::Chromium {
            preload::add(script);
            return Ok(());
        }
        let source = json!({"source": script});
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source)
            .await
    }

    /// Tells the browser something that only its own protocol can.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<()> {
        self.ask(method, parameters).await?;
        Ok(())
    }

    /// Asks the browser something that only its own protocol can.
    pub async fn ask(&self, method: &str, parameters: Value) -> Result<Value> {
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.with_context(|| format!("{method} failed"))
    }
}

/// Whether what was found has left the page since.
fn is_stale(error: &WebDriverError) -> bool {
    matches!(**error, WebDriverErrorInner::StaleElementReference(_))
}

/// The driver's error without the driver's own stack, which says nothing of the page.
fn brief(error: WebDriverError) -> Error {
    let text = error.to_string();
    let words = text.split("Stacktrace").next().unwrap_or_default();
    Error::msg(words.split_whitespace().collect::<Vec<_>>().join(" "))
}
