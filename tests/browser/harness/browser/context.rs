//! New browser contexts in a running Chromium, each with its own cookies, storage, cache and
//! history.

use anyhow::{Context as _, Result, bail};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

/// A context with one empty page. Chromium disposes of it when the connection closes, so when this
/// is dropped.
#[must_use = "the context ends when this is dropped"]
pub struct Context {
    socket: WebSocketStream<TcpStream>,
    calls: u32,
    /// The page's window handle in WebDriver.
    pub window: String,
}

impl Context {
    /// Opens a context in the browser whose debugger listens at an address, as in `127.0.0.1:9222`.
    /// The protocol: <https://chromedevtools.github.io/devtools-protocol/tot/Target/>.
    ///
    /// # Errors
    /// When the browser doesn't answer or returns an error.
    pub async fn open(debugger: &str) -> Result<Self> {
        let version = format!("http://{debugger}/json/version");
        let version = reqwest::get(&version).await?.text().await?;
        let version: Value =
            serde_json::from_str(&version).context("parsing the browser's version")?;
        let address = version["webSocketDebuggerUrl"].as_str();
        let address = address.context("the browser reports no webSocketDebuggerUrl")?;
        let stream = TcpStream::connect(debugger).await?;
        let (socket, _) = client_async(address, stream).await?;
        let mut context = Self {
            socket,
            calls: 0,
            window: String::new(),
        };
        let options = json!({"disposeOnDetach": true});
        let created = context.call("Target.createBrowserContext", options).await?;
        let id = &created["browserContextId"];
        let page = json!({"url": "about:blank", "browserContextId": id});
        let target = context.call("Target.createTarget", page).await?;
        let window = target["targetId"]
            .as_str()
            .context("the new page has no targetId")?;
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
            // Events have no id.
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
