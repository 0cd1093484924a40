//! The figures of other publications: any number of phases, with names of any length, in any width.

use anyhow::{Result, ensure};
use harness::blank;
use harness::cycles::{COUNTS, Cycle, Names, all_counts};
use harness::engine::Engine;
use harness::server::{Plan, Site};
use harness::setup::exhaustive;
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;
use crate::visual::HARD_TO_HIT;

/// Widths of the widget in px, with those at which the layout changes.
const WIDTHS: [u32; 6] = [280, 390, 575, 576, 900, 2000];
/// Widths between them in px, with `--exhaustive`.
const MORE_WIDTHS: [u32; 8] = [320, 480, 620, 768, 1024, 1280, 1440, 1700];
/// Names in the figure that readers can't read, or can't tell apart.
const MISPLACED: &str = include_str!("scripts/cycles_names.js");

/// The cycles to examine: all numbers of phases in Chromium with `--exhaustive`.
fn cycles(engine: Engine, names: Names) -> Vec<Cycle> {
    let counts = match engine {
        Engine::Chromium if exhaustive() => all_counts(),
        _ => COUNTS.to_vec(),
    };
    let cycle = |counts| Cycle { counts, names };
    counts.into_iter().map(cycle).collect()
}

/// The widths to examine, in px.
fn widths() -> Vec<u32> {
    let more: &[u32] = if exhaustive() { &MORE_WIDTHS } else { &[] };
    [&WIDTHS, more].concat()
}

async fn serve(cycles: &[Cycle]) -> Result<Site> {
    let mut plan = Plan::default();
    for cycle in cycles {
        plan = cycle.add_to(plan).await?;
    }
    plan.serve().await
}

#[apply(every_engine)]
#[tokio::test]
async fn names_of_any_length_are_whole_and_a_line_apart_in_any_width(
    #[case] engine: Engine,
    #[values(Names::Short, Names::Long, Names::LongOnly, Names::Unbroken)] names: Names,
) -> Result<()> {
    let page = blank().engine(engine).await?;
    let cycles = cycles(engine, names);
    let site = serve(&cycles).await?;
    let mut problems = Vec::new();
    for path in cycles
        .iter()
        .flat_map(|cycle| [cycle.overview(), cycle.phase()])
    {
        page.open(&site.url(&path)).await?;
        for width in widths() {
            page.width(width).await?;
            let found: Vec<String> = page.js(MISPLACED).await?;
            let found = found.iter().take(3);
            problems.extend(found.map(|problem| format!("{path} at {width} px: {problem}")));
        }
    }
    let count = problems.len();
    problems.truncate(20);
    ensure!(count == 0, "{count} problems, such as {problems:#?}");
    Ok(())
}

#[tokio::test]
async fn a_finger_hits_every_phase_on_a_phone() -> Result<()> {
    let page = blank().await?;
    // Scroll bars of phones take no room.
    let hidden = json!({"hidden": true});
    page.cdp("Emulation.setScrollbarsHidden", hidden).await?;
    let cycles = cycles(Engine::Chromium, Names::Short);
    let site = serve(&cycles).await?;
    page.width(320).await?;
    let mut problems = Vec::new();
    for path in cycles
        .iter()
        .flat_map(|cycle| [cycle.overview(), cycle.phase()])
    {
        page.open(&site.url(&path)).await?;
        let found: Vec<String> = page.js(HARD_TO_HIT).await?;
        problems.extend(found.iter().map(|problem| format!("{path}: {problem}")));
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}
