//! The path of a view, and the view at a path.

use super::{Route, ViewTree};

/// The view that a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// The view at the path, or the deepest one above it that exists.
    pub route: Route,
    /// Whether the path is that view's own.
    pub exact: bool,
}

impl ViewTree {
    /// The path below the language, as in `vertaling/tip-5/`; empty for the overview.
    #[must_use]
    pub fn path(&self, route: Route) -> String {
        match &*self.name(route) {
            "" => String::new(),
            name => format!("{name}/"),
        }
    }

    /// The name of a view in an attribute or parameter, as in `vertaling/tip-5`.
    #[must_use]
    pub fn name(&self, route: Route) -> String {
        let segment = &self.get(route).segment;
        match self.parent(route) {
            None => String::new(),
            Some(Route::OVERVIEW) => segment.clone(),
            Some(parent) => format!("{}/{segment}", self.name(parent)),
        }
    }

    /// The view at a path, or the nearest above it. Letter case and slashes at either end don't matter.
    #[must_use]
    pub fn resolve(&self, path: &str) -> Resolved {
        let mut route = Route::OVERVIEW;
        for segment in path.split('/').filter(|segment| !segment.is_empty()) {
            let is_next = |child: &Route| self.get(*child).segment.eq_ignore_ascii_case(segment);
            let Some(child) = self.children(route).find(is_next) else {
                return Resolved {
                    route,
                    exact: false,
                };
            };
            route = child;
        }
        Resolved { route, exact: true }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::publication;
    use crate::route::tests::any_route;

    #[test]
    fn every_view_has_its_own_path() {
        let views = &publication().views;
        let paths: HashSet<_> = views.routes().map(|route| views.path(route)).collect();
        assert_eq!(paths.len(), views.routes().len());
    }

    #[test]
    fn an_unknown_path_leads_to_the_nearest_view() {
        let views = &publication().views;
        let cases = [
            ("vertaling/tip-99", "vertaling"),
            ("vertaling/ervaringen/oud/citaat-1/", "vertaling/ervaringen"),
            ("achtergrond/bronnen", "achtergrond"),
            ("niets", ""),
        ];
        for (path, nearest) in cases {
            let Resolved { route, exact } = views.resolve(path);
            assert_eq!((&*views.name(route), exact), (nearest, false), "{path}");
        }
    }

    proptest! {
        #[test]
        fn a_path_leads_back_to_its_route(route in any_route(), before in "/{0,2}", after in "/{0,2}") {
            let views = &publication().views;
            let path = format!("{before}{}{after}", views.name(route));
            prop_assert_eq!(views.resolve(&path), Resolved { route, exact: true });
        }

        #[test]
        fn any_text_leads_to_a_view_that_exists(path in "\\PC{0,60}") {
            let views = &publication().views;
            let Resolved { route, .. } = views.resolve(&path);
            prop_assert!(views.routes().any(|other| other == route));
        }

        #[test]
        fn below_a_view_the_nearest_is_that_view(route in any_route(), rest in "[A-Z]{1,9}") {
            let views = &publication().views;
            let path = format!("{}/{rest}", views.name(route));
            prop_assert_eq!(views.resolve(&path), Resolved { route, exact: false });
        }

        #[test]
        fn a_parent_lies_one_segment_up(route in any_route()) {
            let views = &publication().views;
            let path = views.path(route);
            match views.parent(route) {
                Some(parent) => {
                    let above = views.path(parent);
                    prop_assert!(path.starts_with(&above));
                    prop_assert_eq!(path[above.len()..].matches('/').count(), 1);
                }
                None => prop_assert!(path.is_empty()),
            }
        }
    }
}
