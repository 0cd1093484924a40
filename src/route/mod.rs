//! The views of a publication form a tree; a route is the id of a view in it.
//!
//! The tree is built when the publication is published, and travels with the content. A new kind of
//! view needs a [`Kind`], a constructor in the publisher, and a file in `view/`.

mod path;
mod titles;

use serde::{Deserialize, Serialize};

use crate::content::{Block, Inline};

pub use path::Resolved;

/// The id of a view: its index in the tree, which lists the views in reading order, each before its
/// children.
///
/// A route is valid for the tree that it was taken from.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Route(u16);

/// The kind of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The figure, with the explanation of the model: the root of the tree.
    Overview,
    /// A phase with its tips.
    Phase,
    /// One tip.
    Tip,
    /// The experiences of a phase, by question.
    Experiences,
    /// One question with its answer and quotes.
    Question,
    /// One quote.
    Quote,
    /// The origin of the publication.
    Background,
    /// The search, with all pieces by kind and theme.
    Search,
}

/// One view of a publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The kind.
    pub kind: Kind,
    /// The view one level up; the overview is its own parent.
    pub parent: Route,
    /// The previous view of the same kind.
    pub previous: Option<Route>,
    /// The next view of the same kind.
    pub next: Option<Route>,
    /// The index of the phase that the view belongs to.
    pub phase: Option<u8>,
    /// The last segment of the path; empty for the overview.
    pub segment: String,
    /// The words above the heading, which tell the kind of view.
    pub kicker: String,
    /// The heading.
    pub heading: Vec<Inline>,
    /// The title in breadcrumbs and pagers; empty if it is the heading.
    pub short_title: String,
    /// The title of the page without the title of the publication; empty if it is the heading.
    pub title: String,
    /// The text below the heading.
    pub body: Vec<Block>,
    /// The heading of the list of views below it; empty if it is the usual label.
    pub list_title: String,
    /// The speaker of a quote.
    pub speaker: String,
    /// Where the piece comes from; empty if that is unknown.
    pub trace: String,
}

/// All views of a publication in reading order; the first one is the overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewTree(Vec<View>);

impl Route {
    /// The root of every tree.
    pub const OVERVIEW: Self = Self(0);

    /// The route of the view at an index of the tree.
    #[must_use]
    pub fn new(index: u16) -> Self {
        Self(index)
    }

    /// The index of the view in the tree.
    #[must_use]
    pub fn index(self) -> usize {
        self.0.into()
    }
}

impl ViewTree {
    /// Creates a tree of views that are listed in reading order, each before its children.
    #[must_use]
    pub fn new(views: Vec<View>) -> Self {
        Self(views)
    }

    /// The view with this route.
    ///
    /// # Panics
    /// If the tree has no such view: the route belongs to another tree.
    #[must_use]
    pub fn get(&self, route: Route) -> &View {
        &self.0[route.index()]
    }

    /// Every view, in reading order.
    pub fn routes(&self) -> impl DoubleEndedIterator<Item = Route> + ExactSizeIterator + use<> {
        // A tree has at most 65,535 views: its ids have 16 bits.
        (0..self.0.len() as u16).map(Route)
    }

    /// The view one level up; none above the overview.
    #[must_use]
    pub fn parent(&self, route: Route) -> Option<Route> {
        (route != Route::OVERVIEW).then(|| self.get(route).parent)
    }

    /// The views above a view, the overview first.
    #[must_use]
    pub fn ancestors(&self, route: Route) -> Vec<Route> {
        let parent = self.parent(route);
        let mut ancestors: Vec<_> =
            std::iter::successors(parent, |ancestor| self.parent(*ancestor)).collect();
        ancestors.reverse();
        ancestors
    }

    /// The views one level below a view, in reading order.
    pub fn children(&self, route: Route) -> impl Iterator<Item = Route> {
        // The views below a view follow it directly, and no other view has a later parent.
        (route.0 + 1..self.0.len() as u16)
            .map(Route)
            .take_while(move |child| self.get(*child).parent >= route)
            .filter(move |child| self.get(*child).parent == route)
    }

    /// The views of a kind one level below a view, in reading order.
    pub fn children_of(&self, route: Route, kind: Kind) -> impl Iterator<Item = Route> {
        self.children(route)
            .filter(move |child| self.get(*child).kind == kind)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::publication;

    /// Any view of the publication.
    pub(super) fn any_route() -> impl Strategy<Value = Route> {
        let routes: Vec<_> = publication().views.routes().collect();
        prop::sample::select(routes)
    }

    proptest! {
        #[test]
        fn every_view_is_a_child_of_its_parent(route in any_route()) {
            let views = &publication().views;
            match views.parent(route) {
                Some(parent) => prop_assert!(views.children(parent).any(|child| child == route)),
                None => prop_assert_eq!(route, Route::OVERVIEW),
            }
            for child in views.children(route) {
                prop_assert_eq!(views.parent(child), Some(route));
            }
        }

        #[test]
        fn ancestors_lead_from_the_overview_to_the_parent(route in any_route()) {
            let views = &publication().views;
            let ancestors = views.ancestors(route);
            prop_assert_eq!(ancestors.last().copied(), views.parent(route));
            if route != Route::OVERVIEW {
                prop_assert_eq!(ancestors.first(), Some(&Route::OVERVIEW));
            }
        }

        #[test]
        fn previous_and_next_lead_back(route in any_route()) {
            let views = &publication().views;
            let view = views.get(route);
            for other in [view.previous, view.next].into_iter().flatten() {
                prop_assert_eq!(views.get(other).kind, view.kind);
                let back = [views.get(other).previous, views.get(other).next];
                prop_assert!(back.contains(&Some(route)));
            }
        }
    }
}
