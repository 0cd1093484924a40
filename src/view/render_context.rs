//! What every view needs to know.

use std::rc::Rc;

use crate::bundle::Bundle;
use crate::content::{Content, Labels, interpolate};
use crate::route::Route;

/// The publication and where it stands.
#[derive(Debug, Clone)]
pub struct RenderContext {
    /// What is shown.
    pub bundle: Rc<Bundle>,
    /// Where the site's root is, ending in a slash: an absolute address, or
    /// relative to the page.
    pub base: Rc<str>,
    /// The address of a view as others can reach it, if that is known: with `{path}`, as in
    /// `vertaling/tip-5/`, or `{view}`, as in `vertaling/tip-5`, for what differs.
    pub public_url: Option<Rc<str>>,
    /// The level of the view's own heading, from 1 to 6.
    pub heading_level: u8,
}

impl RenderContext {
    pub(super) fn content(&self) -> &Content {
        &self.bundle.content
    }

    pub(super) fn labels(&self) -> &Labels {
        &self.content().labels
    }

    /// The address of a view.
    #[must_use]
    pub fn href(&self, route: Route) -> String {
        self.href_of(&route.name(self.content()))
    }

    /// The address of the view with this name, or of another page beside the views.
    #[must_use]
    pub fn href_of(&self, name: &str) -> String {
        let lang = &self.content().lang;
        match name {
            "" => format!("{}{lang}/", self.base),
            name => format!("{}{lang}/{name}/", self.base),
        }
    }

    /// The address of a view as others can reach it.
    pub(super) fn public_url(&self, route: Route) -> Option<String> {
        let content = self.content();
        let (path, view) = (route.path(content), route.name(content));
        let values = [("path", path.as_str()), ("view", &view)];
        Some(interpolate(self.public_url.as_ref()?, &values))
    }
}

/// Publications are never changed in place, so the same one is equal.
impl PartialEq for RenderContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle)
            && self.base == other.base
            && self.public_url == other.public_url
            && self.heading_level == other.heading_level
    }
}
