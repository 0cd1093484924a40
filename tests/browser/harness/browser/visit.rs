//! How a test begins: `standalone("/nl/").await?`, `embedded("<kennis-lemniscaat>…").await?` or
//! `blank().await?`, each with what else it needs in between.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use anyhow::Result;
use serde_json::Value;

use crate::engine::{Engine, LaunchOptions};
use crate::host_page::{host, with_script};
use crate::page::Page;
use crate::preload;
use crate::server::{Matches, Plan};

/// Where the page of a host is.
pub const HOST_PATH: &str = "/gast/";

/// A page of ours, which becomes interactive.
pub fn standalone(path: &str) -> Visit {
    Visit::new(Some(Start::Standalone(path.into())))
}

/// A host page around some markup, at another origin than the built site's; its first widget
/// becomes interactive.
pub fn embedded(markup: &str) -> Visit {
    Visit::new(Some(Start::Embedded(markup.into())))
}

/// A host page written out, in which `EMBED` stands for the address of the widget's script.
pub fn host_page(html: &str) -> Visit {
    Visit::new(Some(Start::HostPage(html.into())))
}

/// No page yet, but the built site is served.
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
    prerendered: bool,
}

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
            prerendered: false,
        }
    }

    /// In another engine than Chromium.
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// In a window of this width, in px.
    pub fn width(self, width: u32) -> Self {
        self.size(width, 900)
    }

    /// In a window of this width and height, in px.
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// With a media feature that the reader prefers, as in `("prefers-color-scheme", "dark")`.
    pub fn prefers(mut self, feature: &'static str, value: &'static str) -> Self {
        self.preferences.push((feature, value));
        self
    }

    /// In light or dark and without motion, so that no color is measured halfway a transition.
    pub fn theme(self, theme: &'static str) -> Self {
        self.prefers("prefers-color-scheme", theme)
            .prefers("prefers-reduced-motion", "reduce")
    }

    /// With a script that runs before the page's own.
    pub fn before_load(mut self, script: &str) -> Self {
        self.scripts.push(script.into());
        self
    }

    /// With the built site served as planned.
    pub fn site(mut self, plan: Plan) -> Self {
        self.site = plan;
        self
    }

    /// With files of the built site that are answered only after [`Page::release`]; the page is
    /// opened, and not waited for.
    pub fn holding(mut self, matches: Matches) -> Self {
        self.site = self.site.holding(matches);
        self.prerendered()
    }

    /// With the host's own site served as planned, besides the host page.
    pub fn host(mut self, plan: Plan) -> Self {
        self.host = plan;
        self
    }

    /// Without waiting until the page is interactive.
    pub fn prerendered(mut self) -> Self {
        self.prerendered = true;
        self
    }

    /// In a browser of its own, started with these preferences of Chromium's.
    pub fn browser_preferences(mut self, preferences: Value) -> Self {
        self.options.preferences = preferences;
        self
    }

    /// In a browser of its own, started with another argument of Chromium's.
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
            (Some(host), _) => Some(host.url(HOST_PATH)),
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
