//! A browser session of its own for each test.

use std::env;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::WebDriverRunError;
use thirtyfour::common::print::PrintParameters;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use crate::engine::{self, Engine};

/// How long a page may take before it counts as broken.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to leave the browser to itself between two looks at the page.
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// What every script can use: `place()` is where a widget stands, `kl()` the widget
/// itself, `$()` something in it; the number counts widgets on a page.
const PRELUDE: &str = "
const place = (n = 0) =>
  document.querySelectorAll('[data-kennislemniscaat], kennis-lemniscaat')[n];
const kl = (n = 0) => (place(n)?.shadowRoot ?? place(n))?.querySelector('.kl') ?? null;
const $ = (selector, n = 0) => kl(n)?.querySelector(selector) ?? null;
const heading = (n = 0) => $('[data-title]', n)?.textContent;
const focused = (n = 0) => kl(n)?.getRootNode().activeElement ?? null;
const live = (n = 0) =>
  place(n)?.shadowRoot ? lively.has(place(n)) : place(n)?.dataset.kennislemniscaat === 'live';
const drawn = () => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done())));
";

/// A value that the runner sets.
pub fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| {
        panic!("run `cargo xtask test`, which sets {name} and what else is needed")
    })
}

/// Whether what is kept of earlier runs is to be written anew, where it differs.
pub fn updating() -> bool {
    env::var("UPDATE_SNAPSHOTS").is_ok_and(|value| value == "1")
}

/// Runs a test in a new browser, 1280 px wide, that is closed whatever happens.
pub async fn browse(test: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    browse_with(json!({}), test).await
}

/// Does the same with preferences as a reader can set them in Chromium.
pub async fn browse_with(
    preferences: Value,
    test: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<()> {
    let profile = TempDir::new().context("a folder for the browser's profile")?;
    browse_as(&profile, &[], preferences, test).await
}

/// Does the same; returns all that the browser did on the network, in Chromium's own words:
/// <https://www.chromium.org/developers/design-documents/network-stack/netlog/>. Others keep no log.
pub async fn browse_logged(
    test: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<Option<Value>> {
    let profile = TempDir::new().context("a folder for the browser's profile")?;
    let file = profile.path().join("network.json");
    let arguments = [
        format!("--log-net-log={}", file.display()),
        // With cookies, which logs mostly leave out.
        "--net-log-capture-mode=IncludeSensitive".into(),
        // Chromium asks its maker what the fields of a page mean.
        "--disable-features=AutofillServerCommunication".into(),
    ];
    browse_as(&profile, &arguments, json!({}), test).await?;
    if Engine::chosen() != Engine::Chromium {
        return Ok(None);
    }
    let log = std::fs::read(file).context("the browser kept no log")?;
    Ok(Some(
        serde_json::from_slice(&log).context("the browser's log")?,
    ))
}

async fn browse_as(
    profile: &TempDir,
    arguments: &[String],
    preferences: Value,
    test: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<()> {
    let engine = Engine::chosen();
    let capabilities = engine.capabilities(profile, arguments, preferences)?;
    let start = || WebDriver::new(setting("WEBDRIVER"), capabilities.clone());
    let driver = match start().await {
        Ok(driver) => driver,
        // WebKitGTK's driver now and then leaves this request, and no other, unanswered.
        Err(error) => {
            eprintln!("a browser didn't start, so once more: {error}");
            let again = start().await;
            again.context("a browser could not be started, twice")?
        }
    };
    let outcome = driver
        .run_and_quit(async |driver| {
            let browser = Browser { driver, engine };
            browser.driver.set_script_timeout(6 * PATIENCE).await?;
            browser.width(1280).await?;
            browser.watch().await?;
            test(&browser).await
        })
        .await;
    outcome.map_err(|failure| match failure {
        WebDriverRunError::Body(error) => error,
        other => Error::msg(other.to_string()),
    })
}

/// A running browser with one page.
pub struct Browser {
    /// For what has no shorter way here.
    pub driver: WebDriver,
    engine: Engine,
}

impl Browser {
    /// Keeps count of the widgets that came alive, on every page from now on.
    async fn watch(&self) -> Result<()> {
        self.before_load(
            "window.lively = new WeakSet();
            addEventListener('kennislemniscaat:ready', ({target}) => lively.add(target));",
        )
        .await
    }

    /// Opens an address and waits until it has loaded.
    pub async fn open(&self, url: &str) -> Result<()> {
        let opened = self.driver.goto(url).await.map_err(brief);
        opened.with_context(|| format!("opening {url}"))
    }

    /// Opens an address and waits until its first widget is live.
    pub async fn open_live(&self, url: &str) -> Result<()> {
        self.open(url).await?;
        self.wait(&format!("{url} to become live"), "live()", json!([]))
            .await
    }

    /// What a function body returns, or what the promise it returns becomes.
    /// It finds its `arguments` by number.
    pub async fn js<T: DeserializeOwned>(&self, body: &str, arguments: Value) -> Result<T> {
        let Value::Array(arguments) = arguments else {
            bail!("arguments of a script come as an array");
        };
        let script = format!("{PRELUDE}{body}");
        let returned = self.driver.execute(script, arguments).await.map_err(brief);
        let returned = returned.with_context(|| format!("running {body}"))?;
        let value = returned.convert();
        value.with_context(|| format!("{body} returned {}", returned.json()))
    }

    /// Waits until an expression is true; `what` says of what a failure would rob the reader.
    pub async fn wait(&self, what: &str, condition: &str, arguments: Value) -> Result<()> {
        let look_for = format!("return !!({condition});");
        let deadline = Instant::now() + PATIENCE;
        loop {
            // An error is no answer: the page may be on its way to the next.
            let look = self.js::<bool>(&look_for, arguments.clone()).await;
            if matches!(look, Ok(true)) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let page = self.driver.current_url().await?;
                bail!("waited in vain for {what}, at {page}: {condition} {arguments} was {look:?}");
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Waits until the widget's code has come, whether or not it is at work.
    pub async fn code_loaded(&self) -> Result<()> {
        let loaded = "performance.getEntriesByType('resource').some(({name, responseEnd}) =>
            name.endsWith('.wasm') && responseEnd > 0)";
        self.wait("the widget's code", loaded, json!([])).await
    }

    /// Clicks with the mouse, where the reader would: in the middle of what is in view, once
    /// it is there.
    pub async fn click(&self, expression: &str) -> Result<()> {
        self.wait("something to click", expression, json!([]))
            .await?;
        if self.engine == Engine::WebKit {
            return self.click_in_the_middle(expression).await;
        }
        let deadline = Instant::now() + PATIENCE;
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
        let [x, y]: [f64; 2] = self.js(&find, json!([])).await?;
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
            if self.js(&script, json!([])).await? {
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

    /// What the reader prefers, as in `[("prefers-color-scheme", "dark")]`.
    pub async fn prefer(&self, features: &[(&str, &str)]) -> Result<()> {
        let feature = |(name, value): &(_, _)| json!({"name": name, "value": value});
        let features: Vec<_> = features.iter().map(feature).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"features": features}))
            .await
    }

    /// Runs a script in every page from now on, before anything of its own.
    pub async fn before_load(&self, script: &str) -> Result<()> {
        if self.engine != Engine::Chromium {
            engine::put_into_pages(script);
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
