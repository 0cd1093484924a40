//! The colours that a reader forces upon all pages: figure, charts, texts, the open panel and the
//! focus are seen in them.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::circumstances::{THEMES, WIDTHS, each_preferring, every_view, prefer};
use crate::embed::host;
use crate::interactive::{INTERACTIVE, hover, open_all};
use crate::pixels::{COLOURS, shoot};
use crate::site::{Plan, Site};

const FORCED: [(&str, &str); 2] = [
    ("forced-colors", "active"),
    ("prefers-reduced-motion", "reduce"),
];

/// For scripts: `system()` is a colour of the reader's, `readers()` whether a colour is one.
const SYSTEM: &str = include_str!("scripts/forced_system.js");

/// What can't be told from what is behind it: shapes of the figure and of charts, texts, fields and
/// buttons.
const INVISIBLE: &str = include_str!("scripts/forced_invisible.js");

async fn seen_in(theme: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let invisible = format!("{SYSTEM}{INVISIBLE}");
        let wrong =
            each_preferring(browser, &site, &FORCED, theme, every_view(), &invisible).await?;
        ensure!(wrong.is_empty(), "{theme}: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn all_is_seen_in_the_light_colours_that_a_reader_forces() -> Result<()> {
    seen_in("light").await
}

#[tokio::test]
async fn all_is_seen_in_the_dark_colours_that_a_reader_forces() -> Result<()> {
    seen_in("dark").await
}

#[tokio::test]
async fn a_host_s_colours_give_way_to_those_that_a_reader_forces() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<style>kennis-lemniscaat { --kl-surface: #12343b; --kl-ink: #ffe8d6; --kl-link: #ffd166;
            --kl-focus: #ffd166; --kl-raised: #01204e; --kl-phase-1: #e07a5f; --kl-phase-2: #b8e0d2;
            --kl-phase-3: #ffd166; --kl-phase-4: #8ecae6; --kl-on-phase: #000 }</style>
            <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        for theme in THEMES {
            prefer(browser, &FORCED, theme).await?;
            browser.open_live(&host.url("/gast/")).await?;
            open_all(browser).await?;
            let invisible = format!("{INTERACTIVE}{COLOURS}{SYSTEM}{INVISIBLE}");
            let wrong: Vec<String> = browser.js(&invisible).await?;
            ensure!(wrong.is_empty(), "{theme}: {wrong:#?}");
        }
        Ok(())
    })
    .await
}

/// What is wrong with the line of the arc that the mouse is on.
const HOVERED: &str = include_str!("scripts/forced_hovered.js");

#[tokio::test]
async fn what_the_mouse_is_on_shows_it_in_the_colours_that_a_reader_forces() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let hovered = format!("{INTERACTIVE}{COLOURS}{SYSTEM}{HOVERED}");
        for theme in THEMES {
            prefer(browser, &FORCED, theme).await?;
            for path in ["/nl/", "/nl/vertaling/"] {
                browser.open_live(&site.url(path)).await?;
                for phase in 1..=4 {
                    let label = format!("$('.kl-phase-{phase} .kl-label')");
                    hover(browser, &label).await?;
                    let wrong: Vec<String> = browser.js(&hovered).await?;
                    ensure!(
                        wrong.is_empty(),
                        "{path}, {theme}, phase {phase}: {wrong:?}"
                    );
                }
            }
        }
        Ok(())
    })
    .await
}

/// What the ring around each number looks like, and what is in it, as no style but only the
/// screen tells: styles keep to themselves which links were followed.
const RINGS: &str = include_str!("scripts/forced_rings.js");

#[derive(Deserialize)]
struct Ring {
    thick: bool,
    clear: String,
    inside: String,
    ratio: f64,
    link: bool,
    visited: bool,
    empty: bool,
}

async fn rings(browser: &Browser) -> Result<Vec<Ring>> {
    let look = "
        document.activeElement?.blur();
        $('.kl-phases').scrollIntoView({block: 'center', behavior: 'instant'});
        return drawn();";
    browser.js::<()>(look).await?;
    shoot(browser, "rings").await?;
    let rings = format!("{COLOURS}{SYSTEM}{RINGS}");
    browser.js(&rings).await
}

/// There and back, as a reader goes: only links that were followed count as such.
async fn see_the_third_phase(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_live(&site.url("/nl/")).await?;
    browser.click("$('.kl-phase-3 .kl-label')").await?;
    let there = "heading().startsWith('Fase 3')";
    browser.wait("the third phase", there).await?;
    browser.click("$('.kl-breadcrumb a')").await?;
    let back = "heading() === 'De kennislemniscaat'";
    browser.wait("the overview again", back).await
}

#[tokio::test]
async fn a_phase_that_was_seen_is_told_by_a_thicker_ring_not_by_colour_alone() -> Result<()> {
    for theme in THEMES {
        let site = Site::whole().await?;
        browse(async |browser| {
            prefer(browser, &[("prefers-reduced-motion", "reduce")], theme).await?;
            see_the_third_phase(browser, &site).await?;
            browser.size(1280, 1200).await?;
            let thick: Vec<_> = rings(browser)
                .await?
                .iter()
                .map(|ring| ring.thick)
                .collect();
            ensure!(
                thick == [false, false, true, false],
                "{theme}: which rings are thick: {thick:?}"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_phase_that_was_seen_keeps_its_ring_in_the_colours_that_a_reader_forces() -> Result<()> {
    for theme in THEMES {
        // A browser that remembers nothing yet.
        let site = Site::whole().await?;
        browse(async |browser| {
            prefer(browser, &FORCED, theme).await?;
            see_the_third_phase(browser, &site).await?;
            for width in WIDTHS {
                browser.size(width, 1200).await?;
                for (at, ring) in rings(browser).await?.iter().enumerate() {
                    let Ring { clear, inside, .. } = ring;
                    let ring_of = format!("{theme}, {width} px: the ring of phase {}", at + 1);
                    // In narrower figures the line is thinner than a pixel is wide.
                    let told = if at == 2 { ring.visited } else { ring.link };
                    let told = told && ring.thick == (at == 2);
                    ensure!(told || width < 1280, "{ring_of} is {clear}");
                    ensure!(
                        ring.ratio >= 3.0,
                        "{ring_of} is {clear}, {:.2}:1",
                        ring.ratio
                    );
                    ensure!(ring.empty, "{ring_of} is filled with {inside}");
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}
