//! The start of a test: `standalone("/nl/").await?`, `embedded("<kennis-lemniscaat>…").await?` or
//! `blank().await?`, with options before `.await`.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use anyhow::Result;
use serde_json::Value;

use crate::engine::{Engine, LaunchOptions};
use crate::host_page::{host, with_script};
use crate::page::Page;
use crate::preload;
use crate::server::{Matches, Plan};

/// The path of the host page.
pub const HOST_PATH: &str = "/gast/";

/// A standalone page; `.await` waits until it is interactive.
pub fn standalone(path: &str) -> Visit {
    Visit::new(Some(Start::Standalone(path.into())))
}

/// A host page around some markup, at another origin than the built site's; `.await` waits until
/// its first widget is interactive.
pub fn embedded(markup: &str) -> Visit {
    Visit::new(Some(Start::Embedded(markup.into())))
}

/// A host page as [`embedded`] makes it, whose only widget is an element with these attributes.
pub fn element(attributes: &str) -> Visit {
    embedded(&format!(
        "<kennis-lemniscaat {attributes}></kennis-lemniscaat>"
    ))
}

/// A complete host page, in which `EMBED` stands for the address of the widget's script.
pub fn host_page(html: &str) -> Visit {
    Visit::new(Some(Start::HostPage(html.into())))
}

/// The served site and a browser without a page.
pub fn blank() -> Visit {
    Visit::new(None)
}

enum Start {
    Standalone(String),
    Embedded(String),
    HostPage(String),
}

/// A page to be opened; `.await` opens it.
#[must_use = "nothing happens without `.await`"]
pub struct Visit {
    start: Option<Start>,
    engine: Engine,
    options: LaunchOptions,
    size: (u32, u32),
    preferences: Vec<(&'static str, &'static str)>,
    scripts: Vec<String>,
    site: Plan,
    host: Plan,
    address: String,
    prerendered: bool,
}

/// WebKit's driver doesn't survive a view transition, and Firefox's can't click during one.
const NO_TRANSITIONS: &str = "delete Document.prototype.startViewTransition;";

impl Visit {
    fn new(start: Option<Start>) -> Self {
        Self {
            start,
            engine: Engine::Chromium,
            options: LaunchOptions::default(),
            size: (1280, 900),
            preferences: Vec::new(),
            scripts: Vec::new(),
            site: Plan::default(),
            host: Plan::default(),
            address: HOST_PATH.into(),
            prerendered: false,
        }
    }

    /// Uses this engine; the default is Chromium. Only Chromium shows view transitions.
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        match engine {
            Engine::Chromium => self,
            Engine::Firefox | Engine::WebKit => self.before_load(NO_TRANSITIONS),
        }
    }

    /// Sets the width of the window in px.
    pub fn width(self, width: u32) -> Self {
        self.size(width, 900)
    }

    /// Sets the width and height of the window in px.
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// Sets a media feature that the reader prefers, as in `("prefers-color-scheme", "dark")`.
    pub fn prefers(mut self, feature: &'static str, value: &'static str) -> Self {
        self.preferences.push((feature, value));
        self
    }

    /// Sets a light or dark theme and reduced motion, so that no color is measured during a
    /// transition.
    pub fn theme(self, theme: &'static str) -> Self {
        self.prefers("prefers-color-scheme", theme)
            .prefers("prefers-reduced-motion", "reduce")
    }

    /// Runs a script before the page's own.
    pub fn before_load(mut self, script: &str) -> Self {
        self.scripts.push(script.into());
        self
    }

    /// Serves the built site with this plan.
    pub fn site(mut self, plan: Plan) -> Self {
        self.site = plan;
        self
    }

    /// Holds requests for some files of the built site until [`Page::release`]; `.await` doesn't
    /// wait until the page is interactive.
    pub fn holding(mut self, matches: Matches) -> Self {
        self.site = self.site.holding(matches);
        self.prerendered()
    }

    /// Serves the site of the host page with this plan; the host page is added to it.
    pub fn host(mut self, plan: Plan) -> Self {
        self.host = plan;
        self
    }

    /// Opens the host page at this address after the origin, which begins with [`HOST_PATH`].
    pub fn at(mut self, address: &str) -> Self {
        self.address = address.into();
        self
    }

    /// Doesn't wait until the page is interactive.
    pub fn prerendered(mut self) -> Self {
        self.prerendered = true;
        self
    }

    /// Starts a separate Chromium with these preferences.
    pub fn browser_preferences(mut self, preferences: Value) -> Self {
        self.options.preferences = preferences;
        self
    }

    /// Starts a separate Chromium with an additional argument.
    pub fn browser_argument(mut self, argument: String) -> Self {
        self.options.arguments.push(argument);
        self
    }

    async fn open(self) -> Result<Page> {
        preload::clear();
        let site = self.site.serve().await?;
        let html = match &self.start {
            Some(Start::Embedded(markup)) => Some(host(&site, markup)),
            Some(Start::HostPage(html)) => Some(with_script(&site, html)),
            _ => None,
        };
        let host = match html {
            Some(html) => Some(self.host.page(HOST_PATH, html).serve().await?),
            None => None,
        };
        let url = match (&host, &self.start) {
            (Some(host), _) => Some(host.url(&self.address)),
            (None, Some(Start::Standalone(path))) => Some(site.url(path)),
            (None, _) => None,
        };
        let page = Page::empty(self.engine, &self.options, site, host).await?;
        if self.size != (1280, 900) {
            page.size(self.size.0, self.size.1).await?;
        }
        if !self.preferences.is_empty() {
            page.prefer(&self.preferences).await?;
        }
        for script in &self.scripts {
            page.before_load(script).await?;
        }
        match url {
            Some(url) if self.prerendered => page.open(&url).await?,
            Some(url) => page.open_interactive(&url).await?,
            None => {}
        }
        Ok(page)
    }
}

impl IntoFuture for Visit {
    type Output = Result<Page>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<Page>>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.open())
    }
}
