//! A server for the built site, optionally with faults or additional files.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, HeaderValue,
};
use axum::http::response::Parts;
use axum::http::{HeaderMap, Response, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::IntoResponse;
use futures_util::stream::{self, StreamExt as _};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_http::services::{ServeDir, ServeFile};

use crate::preload;
use crate::setup::setup;

/// A path; a request for it has the effect of [`Site::release`].
pub const RELEASE: &str = "/release";

/// A predicate of paths.
pub type Matches = fn(&str) -> bool;

/// Matches the WebAssembly; without it the prerendered views stay.
pub fn wasm(path: &str) -> bool {
    path.ends_with(".wasm")
}

/// Matches the fragments with prerendered views.
pub fn fragment(path: &str) -> bool {
    path.starts_with("/files/") && path.ends_with('/')
}

/// Matches the scripts that the loader loads: the bindings of the WebAssembly and their caller.
pub fn script(path: &str) -> bool {
    path.starts_with("/files/") && path.ends_with(".js")
}

/// The way in which a site is served.
#[derive(Default)]
pub struct Plan {
    broken: Vec<(Matches, StatusCode)>,
    recovers: bool,
    held: Option<Matches>,
    parted: Option<(Matches, &'static str)>,
    policy: Option<&'static str>,
    files: HashMap<String, (&'static str, Vec<u8>)>,
    typed: Option<(Matches, &'static str)>,
    altered: Option<(Matches, &'static str, &'static str)>,
    extra: Option<(&'static str, String)>,
    folder: &'static str,
}

impl Plan {
    /// Answers requests for some files with this status, without their content; 200 simulates a
    /// damaged file.
    pub fn breaking(mut self, matches: Matches, status: u16) -> Self {
        let status = StatusCode::from_u16(status).expect("a valid HTTP status");
        self.broken.push((matches, status));
        self
    }

    /// Ends the effect of [`Plan::breaking`] with [`Site::release`], as after a lost connection.
    pub fn recovering(mut self) -> Self {
        self.recovers = true;
        self
    }

    /// Holds requests for some files until [`Site::release`].
    pub fn holding(mut self, matches: Matches) -> Self {
        self.held = Some(matches);
        self
    }

    /// Sends some pages up to a text, and the rest only after [`Site::release`].
    pub fn parting(mut self, matches: Matches, text: &'static str) -> Self {
        self.parted = Some((matches, text));
        self
    }

    /// Sends a Content-Security-Policy with every response.
    pub fn policy(mut self, policy: &'static str) -> Self {
        self.policy = Some(policy);
        self
    }

    /// Adds a page.
    pub fn page(self, path: &str, html: impl Into<String>) -> Self {
        self.file(path, "text/html; charset=utf-8", html.into())
    }

    /// Adds or replaces a file, with its media type.
    pub fn file(mut self, path: &str, kind: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), (kind, bytes.into()));
        self
    }

    /// Sends some files with another media type.
    pub fn typing(mut self, matches: Matches, kind: &'static str) -> Self {
        self.typed = Some((matches, kind));
        self
    }

    /// Replaces a text in some files, as in another version of the site.
    pub fn altering(mut self, matches: Matches, from: &'static str, to: &'static str) -> Self {
        self.altered = Some((matches, from, to));
        self
    }

    /// Serves another folder below a path.
    pub fn files(mut self, path: &'static str, folder: String) -> Self {
        self.extra = Some((path, folder));
        self
    }

    /// Serves the site from a subfolder, as in `/map`, instead of at the root.
    pub fn below(mut self, folder: &'static str) -> Self {
        self.folder = folder;
        self
    }

    /// Starts the server, on a separate port and so at a separate origin.
    pub async fn serve(self) -> Result<Site> {
        let dist = &setup().site;
        let missing = ServeFile::new(dist.join("404.html"));
        let files = ServeDir::new(dist).not_found_service(missing);
        let gate = watch::Sender::new(false);
        let router = match self.folder {
            "" => Router::new().fallback_service(files),
            folder => Router::new().nest_service(folder, files),
        };
        let router = match &self.extra {
            None => router,
            Some((path, folder)) => router.nest_service(path, ServeDir::new(folder)),
        };
        let requests = RequestLog::default();
        let state = Arc::new((self, gate.clone(), Arc::clone(&requests)));
        let app = router.layer(from_fn_with_state(state, answer));
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .context("finding a port for the site")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, app).await {
                eprintln!("the site is no longer served: {error}");
            }
        });
        Ok(Site {
            origin,
            requests,
            gate,
            server,
        })
    }
}

/// Every request: its path and its headers.
type RequestLog = Arc<Mutex<Vec<(String, HeaderMap)>>>;

/// A running server of a site; dropping it ends the server.
pub struct Site {
    origin: String,
    requests: RequestLog,
    gate: watch::Sender<bool>,
    server: JoinHandle<()>,
}

impl Site {
    /// Serves the built site unchanged.
    pub async fn built() -> Result<Self> {
        Plan::default().serve().await
    }

    /// The address of a path that starts with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Every request so far: its path and its headers.
    pub fn requests(&self) -> Vec<(String, HeaderMap)> {
        let requests = self.requests.lock();
        requests
            .map(|requests| requests.clone())
            .unwrap_or_default()
    }

    /// Releases the held requests.
    pub fn release(&self) {
        self.gate.send_replace(true);
    }

    /// Ends the server, as for a reader who goes offline.
    pub fn stop(&self) {
        self.server.abort();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn answer(
    State(state): State<Arc<(Plan, watch::Sender<bool>, RequestLog)>>,
    request: Request,
    next: Next,
) -> Response<Body> {
    let (plan, gate, requests) = &*state;
    let path = &request.uri().path().to_owned()[..];
    if let Ok(mut requests) = requests.lock() {
        requests.push((path.into(), request.headers().clone()));
    }
    if plan.held.is_some_and(|held| held(path)) {
        // An error means that the server has ended, and so has the test.
        let _ = gate.subscribe().wait_for(|open| *open).await;
    }
    if path == RELEASE {
        gate.send_replace(true);
    }
    let broken = plan.broken.iter().find(|(matches, _)| matches(path));
    let broken = broken.filter(|_| !(plan.recovers && *gate.borrow()));
    let mut response = if let Some((_, status)) = broken {
        (*status, "broken for a test").into_response()
    } else if path == preload::PATH {
        ([(CONTENT_TYPE, "text/javascript")], preload::scripts()).into_response()
    } else if let Some((kind, bytes)) = plan.files.get(path) {
        ([(CONTENT_TYPE, *kind)], bytes.clone()).into_response()
    } else {
        next.run(request).await
    };
    let kind = response.headers().get(CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
        && !path.starts_with("/files/");
    if is_page {
        response = with_text(response, preload::with_scripts).await;
    }
    if let Some((_, from, to)) = plan.altered.filter(|(matches, ..)| matches(path)) {
        response = with_text(response, |text| text.replace(from, to)).await;
    }
    if let Some((_, text)) = plan.parted.filter(|(matches, _)| matches(path)) {
        response = in_two_parts(response, text, gate.subscribe()).await;
    }
    let headers = response.headers_mut();
    if let Some((_, kind)) = plan.typed.filter(|(matches, _)| matches(path)) {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    // Static file hosts also send this, so that pages at other origins can load the widget.
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    // A broken file of one test must not stay in the cache for another page.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Some(policy) = plan.policy {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    response
}

/// Changes the text of a response.
async fn with_text(response: Response<Body>, change: impl Fn(&str) -> String) -> Response<Body> {
    let (head, text) = read(response).await;
    Response::from_parts(head, change(&text).into())
}

/// Splits a response before a text; the second part waits until the gate opens.
async fn in_two_parts(
    response: Response<Body>,
    text: &str,
    mut gate: watch::Receiver<bool>,
) -> Response<Body> {
    let (head, mut first) = read(response).await;
    let start = first.find(text).expect("the text is in the page");
    let second = first.split_off(start);
    let delayed = stream::once(async move {
        // An error means that the server has ended, and so has the test.
        let _ = gate.wait_for(|open| *open).await;
        second
    });
    let parts = stream::once(async { first }).chain(delayed);
    Response::from_parts(head, Body::from_stream(parts.map(Ok::<_, Infallible>)))
}

/// Reads a response: its head, without the length, and its text.
async fn read(response: Response<Body>) -> (Parts, String) {
    let (mut head, body) = response.into_parts();
    head.headers.remove(CONTENT_LENGTH);
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    (head, String::from_utf8_lossy(&bytes).into_owned())
}
