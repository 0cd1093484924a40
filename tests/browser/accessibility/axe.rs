//! Findings of axe, and the order of headings, in every view, width and theme.

use anyhow::Result;
use harness::axe::Findings;
use harness::navigation::go;
use harness::server::{Plan, wasm};
use harness::viewports::{THEMES, WIDTHS};
use harness::views::examined;
use harness::{Page, preferences, standalone};
use rstest::rstest;

/// The problem with the order of the headings, or an empty text.
const HEADINGS: &str = include_str!("scripts/axe_headings.js");

/// One page shows all views: axe and the styles are loaded once.
#[rstest]
#[tokio::test]
async fn views_have_no_axe_findings_and_skip_no_heading_level(
    #[values("light", "dark")] theme: &'static str,
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = standalone("/nl/").theme(theme).width(width).await?;
    Findings::load_axe(&page).await?;
    let mut findings = Findings::default();
    for path in examined() {
        go(&page, path).await?;
        let place = format!("{path} {theme} at {width} px");
        findings.add(&page, &place).await?;
        let problem: String = page.js(HEADINGS).await?;
        if !problem.is_empty() {
            findings.add_problem(format!("{place}: {problem}"));
        }
    }
    findings.check_none()
}

/// Examines the open page in every theme and width.
async fn examine(page: &Page, path: &str) -> Result<()> {
    Findings::load_axe(page).await?;
    let mut findings = Findings::default();
    for theme in THEMES {
        preferences::scheme(page, theme).await?;
        for width in WIDTHS {
            page.width(width).await?;
            page.drawn().await?;
            let place = format!("{path} {theme} at {width} px");
            findings.add(page, &place).await?;
        }
    }
    findings.check_none()
}

/// Opens all `details` elements, and scrolls to the widgets that aren't interactive yet. Returns
/// whether all widgets are interactive.
const ACTIVATE_ALL: &str = include_str!("scripts/axe_activate_all.js");

#[rstest]
#[case::example("/voorbeeld/")]
#[case::configurator("/nl/insluiten/")]
#[case::script_tag("/voorbeeld/script/")]
#[case::unknown_address("/nl/vertaling/tip-99/")]
#[tokio::test]
async fn interactive_pages_have_no_axe_findings(#[case] path: &str) -> Result<()> {
    let page = standalone(path).theme("light").await?;
    let activated = format!("(() => {{ {ACTIVATE_ALL} }})()");
    page.wait("all widgets to become interactive", &activated)
        .await?;
    examine(&page, path).await
}

#[tokio::test]
async fn a_prerendered_view_on_a_host_page_has_no_axe_findings() -> Result<()> {
    let path = "/voorbeeld/";
    let site = Plan::default().breaking(wasm, 404);
    let page = standalone(path).site(site).theme("light").prerendered();
    let page = page.await?;
    page.wait("a prerendered view", "kl()").await?;
    examine(&page, path).await
}

#[rstest]
#[case::contents("/nl/inhoud/")]
#[case::print("/nl/print/")]
#[case::checklist("/nl/checklist/")]
#[case::step_by_step("/nl/stappenplan/")]
#[case::citations("/nl/citeren/")]
#[case::citations_in_english("/en/cite/")]
#[case::configurator("/nl/insluiten/")]
#[case::configurator_in_english("/en/embed/")]
#[tokio::test]
async fn pages_that_are_not_views_have_no_axe_findings(#[case] path: &str) -> Result<()> {
    let page = standalone(path).theme("light").prerendered().await?;
    examine(&page, path).await
}
