//! A page of a browser while it is measured: in a new context, with an empty cache, under stated conditions.

use std::fs;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use harness::{Page, blank};
use serde_json::{Value, json};

use crate::session::Session;

/// Records when parts of a page are painted, and what the page costs.
const PROBE: &str = include_str!("scripts/probe.js");

/// The time without an event after which a page has come to rest.
pub const REST: Duration = Duration::from_secs(1);

/// The conditions under which a page is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conditions {
    /// Those of this machine.
    Plain,
    /// The CPU throttled 4 times.
    SlowCpu,
    /// The CPU throttled 4 times, 1.6 Mbit/s down, and 150 ms more for each response.
    SlowNetwork,
}

/// An empty page at first. It closes when this is dropped.
pub struct Tab {
    /// The protocol of the page, for commands without a method here.
    pub session: Session,
    debugger: String,
    // This field is dropped last: another page may take the browser from then on.
    _page: Page,
}

impl Tab {
    /// Opens an empty page. The pages after it record when the parts, which selectors find, are first painted.
    ///
    /// # Errors
    /// When no browser can be started.
    pub async fn open(parts: &[(&str, &str)], conditions: Conditions) -> Result<Self> {
        let page = blank().await?;
        let debugger = page.debugger()?;
        let target = page.driver.window().await?.to_string();
        let mut session = Session::page(&debugger, &target).await?;
        for domain in ["Page", "Network", "Performance"] {
            session.call(&format!("{domain}.enable"), json!({})).await?;
        }
        let parts: Value = parts
            .iter()
            .map(|(name, selector)| (*name, *selector))
            .collect();
        let script = json!({"source": format!("(function () {{{PROBE}}})({parts})")});
        session
            .call("Page.addScriptToEvaluateOnNewDocument", script)
            .await?;
        if conditions != Conditions::Plain {
            let rate = json!({"rate": 4});
            session.call("Emulation.setCPUThrottlingRate", rate).await?;
        }
        if conditions == Conditions::SlowNetwork {
            // Rates in bytes a second, the latency in ms.
            let network = json!({
                "offline": false, "latency": 150,
                "downloadThroughput": 200_000, "uploadThroughput": 93_750,
            });
            let method = "Network.emulateNetworkConditions";
            session.call(method, network).await?;
        }
        Ok(Self {
            session,
            debugger,
            _page: page,
        })
    }

    /// Goes to a page, and doesn't wait until it has loaded.
    ///
    /// # Errors
    /// When the page can't be loaded.
    pub async fn navigate(&mut self, url: &str) -> Result<()> {
        self.session.events.clear();
        let answer = self
            .session
            .call("Page.navigate", json!({"url": url}))
            .await?;
        match answer.get("errorText") {
            Some(error) => bail!("{url} can't be loaded: {error}"),
            None => Ok(()),
        }
    }

    /// Waits until a part has been painted, and returns the time in ms since 1970.
    ///
    /// # Errors
    /// When it isn't painted within 30 s.
    pub async fn painted(&mut self, part: &str) -> Result<f64> {
        let expression = format!("window.probe?.painted({part:?})");
        self.session.wait(part, &expression).await
    }

    /// Waits until a number of widgets is interactive, and returns the time in ms since 1970.
    ///
    /// # Errors
    /// When they aren't within 30 s.
    pub async fn interactive(&mut self, count: usize) -> Result<f64> {
        let expression = format!("window.probe?.interactive({count})");
        let what = format!("{count} interactive widgets");
        self.session.wait(&what, &expression).await
    }

    /// Waits until the page has come to rest.
    ///
    /// # Errors
    /// When it doesn't within 30 s.
    pub async fn rest(&mut self) -> Result<()> {
        self.session.quiet(REST).await
    }

    /// A number that the probe of the page knows: an expression such as `probe.shift()`.
    ///
    /// # Errors
    /// When it isn't a number.
    pub async fn number(&mut self, expression: &str) -> Result<f64> {
        self.session.evaluate(expression).await
    }

    /// Moves the mouse to the middle of the element that a selector finds, and clicks.
    ///
    /// # Errors
    /// When there is no such element.
    pub async fn click(&mut self, selector: &str) -> Result<()> {
        let middle = format!("probe.middle({selector:?})");
        let [x, y]: [f64; 2] = self.session.evaluate(&middle).await?;
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            let (button, count) = match kind {
                "mouseMoved" => ("none", 0),
                _ => ("left", 1),
            };
            let event = json!({
                "type": kind, "x": x, "y": y, "button": button, "clickCount": count,
            });
            let clicked = self.session.call("Input.dispatchMouseEvent", event).await;
            // The click may have led to another page before the browser answered.
            if kind != "mouseReleased" {
                clicked?;
            }
        }
        Ok(())
    }

    /// The bytes and the number of the responses, with their headers, that had come at a time in ms since 1970.
    ///
    /// # Errors
    /// When no request was sent.
    pub fn received(&self, until: f64) -> Result<(f64, usize)> {
        let of = |method: &'static str| {
            let events = self.session.events.iter();
            let events = events.filter(move |event| event["method"] == method);
            events.map(|event| &event["params"])
        };
        // The browser's clock starts at another time.
        let first = of("Network.requestWillBeSent").next();
        let first = first.context("the page has sent no request")?;
        let offset = float(&first["wallTime"]) - float(&first["timestamp"]);
        let responses = of("Network.loadingFinished")
            .filter(|response| 1000.0 * (float(&response["timestamp"]) + offset) <= until);
        let sizes = responses.map(|response| float(&response["encodedDataLength"]));
        // Responses without bytes come from the page itself or from the cache.
        let sizes: Vec<_> = sizes.filter(|bytes| *bytes > 0.0).collect();
        Ok((sizes.iter().sum(), sizes.len()))
    }

    /// A value that the browser measures for the page, by its name in `Performance.getMetrics`.
    ///
    /// # Errors
    /// When the browser doesn't measure it.
    pub async fn metric(&mut self, name: &str) -> Result<f64> {
        let answer = self
            .session
            .call("Performance.getMetrics", json!({}))
            .await?;
        let metrics = answer["metrics"].as_array().into_iter().flatten();
        let mut values = metrics.filter(|metric| metric["name"] == name);
        let value = values.next().and_then(|metric| metric["value"].as_f64());
        value.with_context(|| format!("the browser doesn't measure {name}"))
    }

    /// The bytes of the heap of JavaScript, and those that the page's process shares with no other, without garbage. The
    /// process is that of all renderers which has most.
    ///
    /// # Errors
    /// When the system doesn't tell them.
    pub async fn memory(&mut self) -> Result<(f64, f64)> {
        // The second collection removes the objects that finalizers of the first have let go.
        for _ in 0..2 {
            let collect = "HeapProfiler.collectGarbage";
            self.session.call(collect, json!({})).await?;
        }
        let heap = self.metric("JSHeapUsedSize").await?;
        let (mut browser, _) = Session::browser(&self.debugger).await?;
        let answer = browser.call("SystemInfo.getProcessInfo", json!({})).await?;
        let processes = answer["processInfo"].as_array().into_iter().flatten();
        let renderers = processes.filter(|process| process["type"] == "renderer");
        let sizes = renderers.filter_map(|process| private_bytes(process["id"].as_u64()?).ok());
        let largest = sizes.max().unwrap_or(0);
        ensure!(largest > 0, "the system tells the memory of no renderer");
        Ok((heap, largest as f64))
    }

    /// The browser's name and version.
    ///
    /// # Errors
    /// When the browser doesn't answer.
    pub async fn version(&self) -> Result<String> {
        Ok(Session::browser(&self.debugger).await?.1)
    }
}

/// A number in a message of the protocol.
fn float(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

/// The bytes that a process shares with no other.
fn private_bytes(process: u64) -> Result<u64> {
    let file = format!("/proc/{process}/smaps_rollup");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {file}"))?;
    let lines = text.lines().filter(|line| line.starts_with("Private_"));
    let sizes = lines.filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    Ok(1024 * sizes.sum::<u64>())
}
