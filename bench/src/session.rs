//! The DevTools protocol of a page or a browser, with its events. WebDriver has no events, and waits for pages to load.
//! The protocol: <https://chromedevtools.github.io/devtools-protocol/>.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, bail};
use futures_util::{SinkExt as _, StreamExt as _};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

/// How long a command, and how long a wait for a condition may take.
const LIMIT: Duration = Duration::from_secs(30);
/// The pause between two checks of a condition.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// A connection to the debugger of a browser.
pub struct Session {
    socket: WebSocketStream<TcpStream>,
    calls: u64,
    /// All events so far, the oldest first.
    pub events: Vec<Value>,
}

impl Session {
    /// Connects to a page, by the id of its target.
    ///
    /// # Errors
    /// When the browser has no such page.
    pub async fn page(debugger: &str, target: &str) -> Result<Self> {
        Self::connect(debugger, &format!("ws://{debugger}/devtools/page/{target}")).await
    }

    /// Connects to the browser itself; also returns its name and version.
    ///
    /// # Errors
    /// When the browser doesn't answer.
    pub async fn browser(debugger: &str) -> Result<(Self, String)> {
        let address = format!("http://{debugger}/json/version");
        let answer = reqwest::get(&address).await?.text().await?;
        let answer: Value = serde_json::from_str(&answer).context("the browser's version")?;
        let text = |name: &str| {
            let text = answer[name].as_str();
            text.with_context(|| format!("missing {name} in {address}"))
        };
        let session = Self::connect(debugger, text("webSocketDebuggerUrl")?).await?;
        Ok((session, text("Browser")?.to_owned()))
    }

    async fn connect(debugger: &str, address: &str) -> Result<Self> {
        let stream = TcpStream::connect(debugger).await?;
        let (socket, _) = client_async(address, stream).await?;
        Ok(Self {
            socket,
            calls: 0,
            events: Vec::new(),
        })
    }

    /// Sends a command, and returns its result.
    ///
    /// # Errors
    /// When the browser refuses the command or doesn't answer within 30 s.
    pub async fn call(&mut self, method: &str, parameters: Value) -> Result<Value> {
        self.calls += 1;
        let call = self.calls;
        let request = json!({"id": call, "method": method, "params": parameters});
        self.socket.send(Message::text(request.to_string())).await?;
        let answer = timeout(LIMIT, self.answer(call));
        let mut answer = answer
            .await
            .map_err(|_| anyhow!("{method} has no answer within {} s", LIMIT.as_secs()))??;
        match answer.get("error") {
            Some(error) => bail!("{method}: {error}"),
            None => Ok(answer["result"].take()),
        }
    }

    /// Reads messages until the answer to a call; keeps the events.
    async fn answer(&mut self, call: u64) -> Result<Value> {
        loop {
            let message = self.message().await?;
            if message["id"] == call {
                return Ok(message);
            }
            self.keep(message);
        }
    }

    async fn message(&mut self) -> Result<Value> {
        while let Some(message) = self.socket.next().await {
            if let Message::Text(text) = message? {
                return Ok(serde_json::from_str(&text)?);
            }
        }
        bail!("the browser closed the connection")
    }

    /// Keeps a message if it is an event. Late answers to calls that took too long have no method.
    fn keep(&mut self, message: Value) {
        if message.get("method").is_some() {
            self.events.push(message);
        }
    }

    /// Waits until no event has come for a while.
    ///
    /// # Errors
    /// When the connection is lost, or events still come after 30 s.
    pub async fn quiet(&mut self, pause: Duration) -> Result<()> {
        let deadline = Instant::now() + LIMIT;
        while let Ok(message) = timeout(pause, self.message()).await {
            let message = message?;
            self.keep(message);
            if Instant::now() > deadline {
                bail!("the page isn't quiet after {} s", LIMIT.as_secs());
            }
        }
        Ok(())
    }

    /// The value of an expression of JavaScript, or the value that its promise resolves to.
    ///
    /// # Errors
    /// When the expression throws, or its value isn't of the type.
    pub async fn evaluate<T: DeserializeOwned>(&mut self, expression: &str) -> Result<T> {
        let options = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true,
        });
        let mut answer = self.call("Runtime.evaluate", options).await?;
        if let Some(exception) = answer.get("exceptionDetails") {
            bail!("{expression}: {exception}");
        }
        let value = answer["result"]["value"].take();
        serde_json::from_value(value.clone())
            .with_context(|| format!("{expression} returned {value}"))
    }

    /// Waits until an expression, or its promise, has a value other than `null` and `undefined`. `what` names it in the
    /// failure message. Errors don't count before the end, because the page may be navigating.
    ///
    /// # Errors
    /// When there is no value after 30 s.
    pub async fn wait<T: DeserializeOwned>(&mut self, what: &str, expression: &str) -> Result<T> {
        let deadline = Instant::now() + LIMIT;
        loop {
            let result = self.evaluate::<Option<T>>(expression).await;
            if let Ok(Some(value)) = result {
                return Ok(value);
            }
            if Instant::now() > deadline {
                let answer = result.map(|_| "no value");
                bail!("timed out waiting for {what}: {expression} was {answer:?}");
            }
            sleep(POLL_INTERVAL).await;
        }
    }
}
