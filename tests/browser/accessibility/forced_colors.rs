//! Forced colors: the figure, charts, texts, the open panel and the focus are visible in the colors
//! that a reader forces upon all pages.

use anyhow::{Result, ensure};
use harness::interactive::{INTERACTIVE, hover, open_all};
use harness::navigation::go;
use harness::screen::{COLORS, shoot};
use harness::viewports::{THEMES, WIDTHS, check_each, every_view, prefer};
use harness::{Page, blank, embedded, standalone};
use serde::Deserialize;
use serde_json::json;

const FORCED: [(&str, &str); 2] = [
    ("forced-colors", "active"),
    ("prefers-reduced-motion", "reduce"),
];

/// For scripts: `system()` is a system color by name, `isForced()` whether a color is one of those
/// that the reader forces, `canvas` the background.
const SYSTEM: &str = include_str!("scripts/forced_colors_system.js");

/// Shapes of the figure and of charts, texts, fields and buttons that don't differ enough from
/// their background.
const INVISIBLE: &str = include_str!("scripts/forced_colors_invisible.js");

/// The invisible parts of the current view, in each theme.
async fn invisible(page: &Page) -> Result<Vec<String>> {
    let script = format!("{INTERACTIVE}{COLORS}{SYSTEM}{INVISIBLE}");
    let mut problems = Vec::new();
    for theme in THEMES {
        prefer(page, &FORCED, theme).await?;
        let theme_problems: Vec<String> = page.js(&script).await?;
        problems.extend(
            theme_problems
                .iter()
                .map(|problem| format!("{theme}: {problem}")),
        );
    }
    Ok(problems)
}

#[tokio::test]
async fn everything_is_visible_in_forced_colors() -> Result<()> {
    let page = blank().await?;
    prefer(&page, &FORCED, "light").await?;
    let views = every_view();
    let problems = check_each(&page, page.site(), views, async |_| invisible(&page).await).await?;
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

#[tokio::test]
async fn forced_colors_override_the_colors_of_the_host() -> Result<()> {
    let page = embedded(
        "<style>kennis-lemniscaat { --kl-surface: #12343b; --kl-ink: #ffe8d6; --kl-link: #ffd166;
            --kl-focus: #ffd166; --kl-raised: #01204e; --kl-phase-1: #e07a5f; --kl-phase-2: #b8e0d2;
            --kl-phase-3: #ffd166; --kl-phase-4: #8ecae6; --kl-on-phase: #000 }</style>
            <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>",
    );
    let [forced, motion] = FORCED;
    let page = page.prefers(forced.0, forced.1).prefers(motion.0, motion.1);
    let page = page.await?;
    open_all(&page).await?;
    let problems = invisible(&page).await?;
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// The problems of the outline of the hovered arc.
const HOVERED: &str = include_str!("scripts/forced_colors_hovered.js");

#[tokio::test]
async fn a_hovered_phase_is_outlined_in_forced_colors() -> Result<()> {
    let page = standalone("/nl/").await?;
    let script = format!("{INTERACTIVE}{COLORS}{SYSTEM}{HOVERED}");
    for path in ["/nl/", "/nl/vertaling/"] {
        go(&page, path).await?;
        for theme in THEMES {
            prefer(&page, &FORCED, theme).await?;
            for phase in 1..=4 {
                let label = format!("$('.kl-phase-{phase} .kl-label')");
                hover(&page, &label).await?;
                let problems: Vec<String> = page.js(&script).await?;
                ensure!(
                    problems.is_empty(),
                    "{path}, {theme}, phase {phase}: {problems:?}"
                );
            }
        }
    }
    Ok(())
}

/// The look of the ring around each number and its inside, from the picture `rings`: computed
/// styles don't reveal which links were visited.
const RINGS: &str = include_str!("scripts/forced_colors_rings.js");

#[derive(Deserialize)]
struct Ring {
    thick: bool,
    color: String,
    inside: String,
    ratio: f64,
    link: bool,
    visited: bool,
    empty: bool,
}

async fn rings(page: &Page) -> Result<Vec<Ring>> {
    let scroll = "
        document.activeElement?.blur();
        $('.kl-phases').scrollIntoView({block: 'center', behavior: 'instant'});
        return drawn();";
    page.js::<()>(scroll).await?;
    shoot(page, "rings").await?;
    let rings = format!("{COLORS}{SYSTEM}{RINGS}");
    page.js(&rings).await
}

/// The overview, after a visit to the third phase by its link: browsers treat only followed links
/// as visited.
async fn visit_third_phase() -> Result<Page> {
    let page = standalone("/nl/")
        .size(1280, 1200)
        .theme("light")
        // A separate browser: only a profile has a history, and so visited links.
        .browser_preferences(json!({}))
        .await?;
    page.click("$('.kl-phase-3 .kl-label')").await?;
    let phase = "heading().startsWith('Fase 3')";
    page.wait("the third phase", phase).await?;
    page.click("$('.kl-breadcrumb a')").await?;
    let overview = "heading() === 'De kennislemniscaat'";
    page.wait("the overview again", overview).await?;
    Ok(page)
}

/// Checks the rings in forced colors: the visited phase can be told from the others, and all rings
/// differ from the canvas.
async fn check_forced_rings(page: &Page, theme: &str) -> Result<()> {
    prefer(page, &FORCED, theme).await?;
    for width in WIDTHS {
        page.size(width, 1200).await?;
        for (index, ring) in rings(page).await?.iter().enumerate() {
            let Ring { color, inside, .. } = ring;
            let name = format!("{theme}, {width} px: the ring of phase {}", index + 1);
            let is_third = index == 2;
            let has_link_color = if is_third { ring.visited } else { ring.link };
            let is_distinct = has_link_color && ring.thick == is_third;
            // In narrower figures the line is thinner than a pixel.
            ensure!(is_distinct || width < 1280, "{name} is {color}");
            ensure!(ring.ratio >= 3.0, "{name} is {color}, {:.2}:1", ring.ratio);
            ensure!(ring.empty, "{name} is filled with {inside}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_visited_phase_has_a_thicker_ring_also_in_forced_colors() -> Result<()> {
    let page = visit_third_phase().await?;
    for theme in THEMES {
        prefer(&page, &[("prefers-reduced-motion", "reduce")], theme).await?;
        let rings = rings(&page).await?;
        let thick: Vec<_> = rings.iter().map(|ring| ring.thick).collect();
        ensure!(
            thick == [false, false, true, false],
            "{theme}: thick rings: {thick:?}, expected only the third"
        );
    }
    for theme in THEMES {
        check_forced_rings(&page, theme).await?;
    }
    Ok(())
}
