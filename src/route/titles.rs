//! The titles of a view.

use super::{Route, View};
use crate::content::{Content, plain_text, without_soft_hyphens};

impl View {
    /// The title in breadcrumbs and pagers.
    #[must_use]
    pub fn short_title(&self) -> String {
        self.or_heading(&self.short_title)
    }

    /// A title, or the heading if it is empty.
    fn or_heading(&self, title: &str) -> String {
        match title {
            "" => plain_text(&self.heading),
            title => title.into(),
        }
    }
}

impl Content {
    /// The title of the page of a view, most particular first; without soft hyphens.
    #[must_use]
    pub fn page_title(&self, route: Route) -> String {
        let view = self.views.get(route);
        let mut title = view.or_heading(&view.title);
        if route != Route::OVERVIEW {
            title = format!("{title} – {}", self.title);
        }
        without_soft_hyphens(&title)
    }

    /// The title of a view without that of the publication, and without soft hyphens.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn view_title(&self, route: Route) -> String {
        let view = self.views.get(route);
        without_soft_hyphens(&view.or_heading(&view.title))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::content::fixture::{publication, with_text};

    #[test]
    fn every_view_has_its_own_title() {
        let content = publication();
        let routes = content.views.routes();
        let titles: HashSet<_> = routes.map(|route| content.page_title(route)).collect();
        assert_eq!(titles.len(), content.views.routes().len());
    }

    #[test]
    fn titles_have_no_soft_hyphens() {
        let content = with_text("Kennis\u{AD}infra\u{AD}structuur");
        for route in content.views.routes() {
            let title = content.page_title(route);
            assert!(title.contains("Kennisinfrastructuur"), "{route:?}: {title}");
            assert!(!title.contains('\u{AD}'), "{route:?}: {title}");
        }
    }
}
