//! Prerendered pages of invented publications, whose cycles have other numbers of phases and other names.

use std::rc::Rc;

use anyhow::Result;
use kennislemniscaat::route::Route;
use publisher::assets::esbuild::Esbuild;
use publisher::colors::spread;
use publisher::edition::Edition;
use publisher::manuscript::File;
use publisher::pages::page::{Page, PageAssets, PageKind, Pages};
use publisher::styles::Computed;
use publisher::template::Template;
use test_support::cycles::cycle;

pub use test_support::cycles::Names;

use crate::server::Plan;
use crate::setup::{root, setup};

/// An invented publication.
#[derive(Debug, Clone, Copy)]
pub struct Cycle {
    /// The number of phases in the left and in the right loop.
    pub counts: [usize; 2],
    /// The names of the phases.
    pub names: Names,
}

/// Numbers of phases for which the figure is drawn differently: one in a loop, an odd and an even number, the most in a
/// loop and the most in all.
pub const COUNTS: [[usize; 2]; 8] = [
    [1, 1],
    [1, 2],
    [2, 2],
    [3, 2],
    [4, 4],
    [1, 8],
    [6, 6],
    [8, 4],
];

/// Every number of phases that a publication may have.
pub fn all_counts() -> Vec<[usize; 2]> {
    let counts = (1..=8).flat_map(|left| (1..=8).map(move |right| [left, right]));
    counts.filter(|[left, right]| left + right <= 12).collect()
}

impl Cycle {
    /// The path of the overview.
    #[must_use]
    pub fn overview(&self) -> String {
        let [left, right] = self.counts;
        format!("/cycles/{left}-{right}-{:?}/", self.names).to_lowercase()
    }

    /// The path of the view of a phase.
    #[must_use]
    pub fn phase(&self) -> String {
        format!("{}phase/", self.overview())
    }

    /// Adds the pages of the overview and of a phase. The first phase is the second one of the left loop, so that the flow
    /// begins and ends in the same loop.
    ///
    /// # Errors
    /// If a page or its stylesheet can't be built.
    pub async fn add_to(&self, mut plan: Plan) -> Result<Plan> {
        let file = |(name, text)| File { name, text };
        let files: Vec<_> = cycle(self.counts, 1, self.names)
            .into_iter()
            .map(file)
            .collect();
        let edition = Edition::of_text("nl", &files)?;
        let esbuild = setup().path("node-modules").join(".bin/esbuild");
        let styles = Template::of_styles(&Esbuild::new(root(), &esbuild))?;
        let bundles = [&edition.bundle].into_iter();
        let computed = Computed::new(&styles, bundles, &spread(&edition.loops))?;
        let style = [styles.text("styles/page.css")?, &computed.page()].concat();
        let base = self.overview();
        plan = plan
            .file(&format!("{base}page.css"), "text/css", style)
            .file(&format!("{base}page.js"), "text/javascript", "");
        let page_assets = PageAssets {
            style: "page.css".into(),
            script: "page.js".into(),
            ..PageAssets::default()
        };
        let pages = Pages::new(include_str!("../../../index.html"), page_assets)?;
        let bundle = Rc::new(edition.bundle.clone());
        let phases = &edition.content().phases;
        for (path, route) in [
            (self.overview(), Route::OVERVIEW),
            (self.phase(), phases[phases.len() / 2]),
        ] {
            let page = Page {
                bundle: Rc::clone(&bundle),
                edition: &edition,
                kind: PageKind::View(route),
                base: base.as_str().into(),
                base_url: None,
                languages: vec![],
                requested_path: None,
            };
            plan = plan.page(&path, pages.html(&page).await);
        }
        Ok(plan)
    }
}
