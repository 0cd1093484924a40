//! Links each view to the same view in the other languages.

use kennislemniscaat::content::OtherLanguage;

use super::Edition;

/// Tells each language of a publication the names of its views, and the paths of its other pages, in the other
/// languages.
pub fn link(editions: &mut [Edition]) {
    let originals = editions.to_vec();
    let extra_paths: Vec<_> = originals
        .iter()
        .map(|edition| (edition.content().lang.clone(), edition.extra_paths.clone()))
        .collect();
    for edition in editions {
        edition.all_extra_paths.clone_from(&extra_paths);
        let others = originals
            .iter()
            .filter(|other| other.content().lang != edition.content().lang);
        edition.bundle.content.languages =
            others.map(|other| translation(edition, other)).collect();
    }
}

fn translation(edition: &Edition, other: &Edition) -> OtherLanguage {
    let content = other.content();
    let routes = edition.content().views.routes();
    OtherLanguage {
        lang: content.lang.clone(),
        name: content.labels.language().into(),
        views: routes
            .map(|route| nearest(other, &edition.details(route).key))
            .collect(),
    }
}

/// The name of the view with these keys, or of the nearest one above it.
fn nearest(edition: &Edition, key: &str) -> String {
    let mut key = key;
    loop {
        if let Some(route) = edition.route_of(key) {
            return edition.content().views.name(route);
        }
        key = key.rsplit_once('/').map_or("", |(above, _)| above);
    }
}

#[cfg(test)]
mod tests {
    use test_support::cycles::{Names, cycle};

    use super::*;
    use crate::fixture;

    #[test]
    fn each_view_has_its_name_in_the_other_language() {
        let [nl, en] = fixture::editions();
        let name = |from: &Edition, path: &str| {
            let route = from.content().views.resolve(path).route;
            from.content().languages[0].views[route.index()].clone()
        };
        assert_eq!(name(&nl, ""), "");
        assert_eq!(name(&nl, "vertaling/tip-5"), "translation/tip-5");
        assert_eq!(name(&en, "translation/experiences"), "vertaling/ervaringen");
        assert_eq!(nl.content().languages[0].name, "English");
    }

    #[test]
    fn a_view_that_a_language_lacks_leads_to_the_nearest_one() {
        let [nl, _] = fixture::editions();
        let mut other = fixture::edition_of(&cycle([2, 2], 1, Names::Short));
        other.bundle.content.lang = "en".into();
        let mut editions = [nl, other];
        link(&mut editions);
        let views = &editions[0].content().languages[0].views;
        // Every publication has a search.
        let mut pieces = views.iter().filter(|name| *name != "zoeken");
        assert!(pieces.all(String::is_empty), "{views:?}");
    }
}
