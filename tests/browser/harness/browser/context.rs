//! Fresh browser contexts in a running Chromium: cookies, storage, cache and history of their own.

use anyhow::{Context as _, Result, bail};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

/// A context with one empty page. It goes with its connection, so when this is dropped.
#[must_use = "the context goes when this is dropped"]
pub struct Context {
    socket: WebSocketStream<TcpStream>,
    calls: u32,
    /// The page, as WebDriver names its window.
    pub window: String,
}

impl Context {
    /// Opens a context in the browser whose debugger listens at an address, as in `127.0.0.1:9222`.
    /// The protocol: <https://chromedevtools.github.io/devtools-protocol/tot/Target/>.
    ///
    /// # Errors
    /// When the browser doesn't answer or refuses.
    pub async fn open(debugger: &str) -> Result<Self> {
        let version = format!("http://{debugger}/json/version");
        let version = reqwest::get(&version).await?.text().await?;
        let version: Value = serde_json::from_str(&version).context("the browser's version")?;
        let address = version["webSocketDebuggerUrl"].as_str();
        let address = address.context("the browser names no address for its debugger")?;
        let stream = TcpStream::connect(debugger).await?;
        let (socket, _) = client_async(address, stream).await?;
        let mut context = Self {
            socket,
            calls: 0,
            window: String::new(),
        };
        let goes = json!({"disposeOnDetach": true});
        let created = context.call("Target.createBrowserContext", goes).await?;
        let id = &created["browserContextId"];
        let page = json!({"url": "about:blank", "browserContextId": id});
        let target = context.call("Target.createTarget", page).await?;
        let window = target["targetId"]
            .as_str()
            .context("a page without a name")?;
        context.window = window.into();
        Ok(context)
    }

    async fn call(&mut self, method: &str, parameters: Value) -> Result<Value> {
        self.calls += 1;
        let request = json!({"id": self.calls, "method": method, "params": parameters});
        self.socket.send(Message::text(request.to_string())).await?;
        while let Some(message) = self.socket.next().await {
            let Message::Text(text) = message? else {
                continue;
            };
            let mut answer: Value = serde_json::from_str(&text)?;
            // Events have no number.
            if answer["id"] != self.calls {
                continue;
            }
            if let Some(error) = answer.get("error") {
                bail!("{method}: {error}");
            }
            return Ok(answer["result"].take());
        }
        bail!("{method}: the browser closed the connection")
    }
}
