//! What every view needs to know.

use std::rc::Rc;

use crate::content::{Content, Labels};
use crate::publication::Publication;
use crate::route::Route;

/// The publication and where it stands.
#[derive(Debug, Clone)]
pub struct Site {
    /// What is shown.
    pub publication: Rc<Publication>,
    /// Where the site's root is, ending in a slash: an absolute address, or
    /// relative to the page.
    pub base: Rc<str>,
    /// The level of the view's own heading, from 1 to 6.
    pub heading_level: u8,
}

impl Site {
    pub(super) fn content(&self) -> &Content {
        &self.publication.content
    }

    pub(super) fn labels(&self) -> &Labels {
        &self.content().labels
    }

    /// The address of a view.
    #[must_use]
    pub fn href(&self, route: Route) -> String {
        let content = self.content();
        format!("{}{}/{}", self.base, content.lang, route.path(content))
    }
}

/// Publications are never changed in place, so the same one is equal.
impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.publication, &other.publication)
            && self.base == other.base
            && self.heading_level == other.heading_level
    }
}
