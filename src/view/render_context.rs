//! The context that every view is rendered in.

use std::rc::Rc;

use crate::bundle::Bundle;
use crate::content::{Content, Labels, interpolate};
use crate::route::{Route, View, ViewTree};

/// The publication, its URLs and its heading level.
#[derive(Debug, Clone)]
pub struct RenderContext {
    /// The publication.
    pub bundle: Rc<Bundle>,
    /// The root of the site, ending in a slash: an absolute URL, or a URL
    /// relative to the page.
    pub base: Rc<str>,
    /// The URL template for sharing a view, if a public URL is known. The placeholder for the view
    /// is `{path}`, as in `vertaling/tip-5/`, or `{view}`, as in `vertaling/tip-5`.
    pub public_url: Option<Rc<str>>,
    /// The level of the view's heading, from 1 to 6.
    pub heading_level: u8,
    /// The pieces that the search lists.
    #[cfg(not(target_arch = "wasm32"))]
    pub sections: Rc<[Section]>,
}

/// Pieces of one kind or theme.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The kind or the theme.
    pub title: String,
    /// The views of the pieces, each with its title.
    pub pieces: Vec<(Route, String)>,
}

impl RenderContext {
    pub(super) fn content(&self) -> &Content {
        &self.bundle.content
    }

    pub(super) fn labels(&self) -> &Labels {
        &self.content().labels
    }

    pub(super) fn views(&self) -> &ViewTree {
        &self.content().views
    }

    pub(super) fn view(&self, route: Route) -> &View {
        self.views().get(route)
    }

    /// The URL of a view.
    #[must_use]
    pub fn href(&self, route: Route) -> String {
        self.href_of(&self.views().name(route))
    }

    /// The URL of the view with this name, or of another page that is not a view.
    #[must_use]
    pub fn href_of(&self, name: &str) -> String {
        self.href_in(&self.content().lang, name)
    }

    /// The URL of the view with this name in a language.
    pub(super) fn href_in(&self, lang: &str, name: &str) -> String {
        match name {
            "" => format!("{}{lang}/", self.base),
            name => format!("{}{lang}/{name}/", self.base),
        }
    }

    /// The URL for sharing a view, if a public URL is known.
    pub(super) fn public_url(&self, route: Route) -> Option<String> {
        let (path, view) = (self.views().path(route), self.views().name(route));
        let values = [("path", path.as_str()), ("view", &view)];
        Some(interpolate(self.public_url.as_ref()?, &values))
    }
}

/// Bundles are compared by pointer, because a publication is never changed in place.
impl PartialEq for RenderContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle)
            && self.base == other.base
            && self.public_url == other.public_url
            && self.heading_level == other.heading_level
    }
}
