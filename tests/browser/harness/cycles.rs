//! Prerendered pages of invented publications, whose cycles have other numbers of phases and other names.

use std::rc::Rc;

use anyhow::Result;
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::Content;
use kennislemniscaat::route::Route;
use publisher::assets::{Assets, read};
use publisher::charts::charts;
use publisher::colors::spread;
use publisher::content::hyphens::hyphenate;
use publisher::pages::page::{Page, PageAssets, PageKind, Pages};
use publisher::styles::Computed;
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
        let mut content: Content = serde_json::from_value(cycle(self.counts, 1, self.names))?;
        hyphenate(&mut content);
        let loops = content.loops_of_phases();
        let charts = charts(&content)?;
        let bundle = Bundle::new(content, charts);
        let folder = tempfile::tempdir()?;
        let esbuild = setup().path("node-modules").join(".bin/esbuild");
        let assets = Assets::new(root(), folder.path())?.with_esbuild(esbuild);
        let computed = Computed::new(&assets, std::slice::from_ref(&bundle), &spread(&loops))?;
        let style = read(&assets.path(&assets.style("page", &computed.page())?))?;
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
        let bundle = Rc::new(bundle);
        for (path, route) in [
            (self.overview(), Route::Overview),
            (
                self.phase(),
                Route::Phase {
                    phase: loops.len() / 2,
                },
            ),
        ] {
            let page = Page {
                bundle: Rc::clone(&bundle),
                kind: PageKind::View(route),
                base: base.as_str().into(),
                base_url: None,
                languages: vec![],
            };
            plan = plan.page(&path, pages.html(&page).await);
        }
        Ok(plan)
    }
}
