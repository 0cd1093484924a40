//! Pages of a publication that are not views: they are only ever prerendered, and nothing of them is in the widget.

use kennislemniscaat::content::{Labels, OtherPage};

use crate::permalinks::Permalinks;

/// A page that is not a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtraPage {
    /// All parts of the publication, each of which opens in its place.
    Contents,
    /// The whole publication in reading order, for print.
    Print,
    /// The tips, to tick off.
    Checklist,
    /// The phases as steps: where to begin, and what comes next.
    StepByStep,
    /// The citations of the publication and its phases, and files to keep.
    Cite,
    /// The codes that embed a view, as chosen.
    Embedding,
}

impl ExtraPage {
    /// All of them, in the order of the footer.
    pub const ALL: [Self; 6] = [
        Self::Contents,
        Self::Print,
        Self::Checklist,
        Self::StepByStep,
        Self::Cite,
        Self::Embedding,
    ];

    /// The path segment in Dutch and in every other language. Keys and addresses of views don't have these words.
    fn segments(self) -> [&'static str; 2] {
        match self {
            Self::Contents => ["inhoud", "contents"],
            Self::StepByStep => ["stappenplan", "step-by-step"],
            Self::Checklist => ["checklist", "checklist"],
            Self::Print => ["print", "print"],
            Self::Cite => ["citeren", "cite"],
            Self::Embedding => ["insluiten", "embed"],
        }
    }

    /// The title, and the text of links to the page.
    #[must_use]
    pub fn title(self, labels: &Labels) -> &str {
        match self {
            Self::Contents => labels.contents(),
            Self::StepByStep => labels.step_by_step(),
            Self::Checklist => labels.checklist(),
            Self::Print => labels.print(),
            Self::Cite => labels.cite(),
            Self::Embedding => labels.embedding(),
        }
    }

    /// The description of the page, where it differs from that of the publication.
    #[must_use]
    pub fn description(self, labels: &Labels) -> Option<&str> {
        match self {
            Self::Contents => Some(labels.contents_introduction()),
            Self::StepByStep => Some(labels.step_by_step_introduction()),
            Self::Checklist => Some(labels.checklist_introduction()),
            Self::Embedding => Some(labels.embedding_introduction()),
            Self::Print | Self::Cite => None,
        }
    }
}

/// The path segment of each page that is not a view, in one language; none if the publication lacks the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExtraPaths([Option<String>; 6]);

impl ExtraPaths {
    /// The paths in a language. A publication without tips has no checklist.
    pub(super) fn new(lang: &str, permalinks: &Permalinks, has_tips: bool) -> Self {
        let is_dutch = lang.split('-').next() == Some("nl");
        let path = |page: ExtraPage| {
            let [dutch, english] = page.segments();
            let segment = if is_dutch { dutch } else { english };
            let exists = has_tips || page != ExtraPage::Checklist;
            // Published addresses stay: a view that has had this one keeps it.
            exists.then(|| permalinks.free(lang, segment))
        };
        Self(ExtraPage::ALL.map(path))
    }

    /// The path segment of a page.
    #[must_use]
    pub fn get(&self, page: ExtraPage) -> Option<&str> {
        self.0[page as usize].as_deref()
    }

    /// All pages but the print page, to which every view leads, in the order of the footer.
    pub(super) fn others(&self, labels: &Labels) -> Vec<OtherPage> {
        let others = ExtraPage::ALL
            .into_iter()
            .filter(|page| *page != ExtraPage::Print);
        let page = |page: ExtraPage| {
            let (path, title) = (self.get(page)?.into(), page.title(labels).into());
            Some(OtherPage { path, title })
        };
        others.filter_map(page).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::fixture;
    use crate::manuscript::FIXED_BESIDE_PHASES;

    #[test]
    fn no_key_and_no_new_address_of_a_view_is_that_of_another_page() {
        for segment in ExtraPage::ALL.map(ExtraPage::segments).as_flattened() {
            assert!(FIXED_BESIDE_PHASES.contains(segment), "{segment}");
        }
    }

    #[test]
    fn the_plugin_for_wordpress_names_all_pages_that_are_not_views() {
        let plugin = include_str!("../../../packages/wordpress/plugin.php");
        let pattern = plugin.split_once("OTHER_PAGES = '").unwrap().1;
        let words = pattern.split('\'').next().unwrap().split('|');
        let segments = ExtraPage::ALL.map(ExtraPage::segments);
        assert_eq!(
            words.collect::<BTreeSet<_>>(),
            segments.as_flattened().iter().copied().collect()
        );
    }

    #[test]
    fn each_language_has_its_own_paths() {
        let paths = fixture::editions().map(|edition| {
            ExtraPage::ALL.map(|page| edition.extra_path(page).unwrap_or_default().to_owned())
        });
        let expected = [
            [
                "inhoud",
                "print",
                "checklist",
                "stappenplan",
                "citeren",
                "insluiten",
            ],
            [
                "contents",
                "print",
                "checklist",
                "step-by-step",
                "cite",
                "embed",
            ],
        ];
        assert_eq!(paths, expected.map(|paths| paths.map(String::from)));
    }

    #[test]
    fn a_page_makes_way_for_a_view_that_was_published_at_its_address() {
        let text = "nl\tchecklist\tafvinken\t2026-11-24\nnl\tchecklist-2\toud\t2026-11-24\n";
        let permalinks = Permalinks::parse(text).expect("valid");
        let paths = ExtraPaths::new("nl", &permalinks, true);
        assert_eq!(paths.get(ExtraPage::Checklist), Some("checklist-3"));
        assert_eq!(paths.get(ExtraPage::Print), Some("print"));
    }

    #[test]
    fn a_publication_without_tips_has_no_checklist() {
        let paths = ExtraPaths::new("nl", &Permalinks::default(), false);
        assert_eq!(paths.get(ExtraPage::Checklist), None);
        assert_eq!(paths.get(ExtraPage::StepByStep), Some("stappenplan"));
    }
}
