//! The heights that docs/embedding.md gives for reserving room are those of the views.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use harness::blank;
use harness::fonts::load_fonts;
use harness::published::CONTENT;
use harness::setup::{exhaustive, root, updating};
use harness::views::{KINDS, view};
use kennislemniscaat::route::{Kind, Route};
use serde_json::json;

/// Widths of the widget in px.
const WIDTHS: [u32; 4] = [320, 640, 960, 1280];
/// Difference in px between engines and systems.
const TOLERANCE: f64 = 8.0;
const START: &str = "<!-- heights -->\n";
const END: &str = "<!-- /heights -->";

/// The kind of a view, in the order of the table.
fn kind(route: Route) -> (usize, &'static str) {
    match CONTENT.views.get(route).kind {
        Kind::Overview => (0, "overview"),
        Kind::Phase => (1, "phase"),
        Kind::Tip => (2, "tip"),
        Kind::Experiences => (3, "experiences"),
        Kind::Question => (4, "question"),
        Kind::Quote => (5, "quote"),
        Kind::Background => (6, "background"),
        Kind::Search => (7, "search"),
    }
}

/// The least height of each kind of view at each width, among all views or one of each kind.
async fn measured(every: bool) -> Result<BTreeMap<(usize, &'static str), [f64; 4]>> {
    let page = blank().await?;
    let mut heights = BTreeMap::new();
    for route in CONTENT.views.routes() {
        // Host pages begin with a view that has a height of its own.
        if CONTENT.views.get(route).kind == Kind::Search {
            continue;
        }
        let path = format!("/nl/{}", CONTENT.views.path(route));
        if !every && !KINDS.map(view).contains(&view(&path)) {
            continue;
        }
        page.open(&page.site().url(&path)).await?;
        load_fonts(&page).await?;
        let least = heights.entry(kind(route)).or_insert([f64::MAX; 4]);
        for (width, least) in WIDTHS.into_iter().zip(least) {
            let resize = "kl().style.width = `${arguments[0]}px`;
                return drawn().then(() => kl().getBoundingClientRect().height);";
            let height: f64 = page.js_with(resize, json!([width])).await?;
            *least = least.min(height);
        }
    }
    Ok(heights)
}

/// The table in the documentation.
fn documented(docs: &str) -> Result<&str> {
    let (_, table) = docs.split_once(START).context("the start of the table")?;
    let (table, _) = table.split_once(END).context("the end of the table")?;
    Ok(table)
}

#[tokio::test]
async fn documented_heights_are_those_of_the_lowest_views() -> Result<()> {
    let file = root().join("docs/embedding.md");
    let docs = fs::read_to_string(&file)?;
    let heights = measured(exhaustive() || updating()).await?;
    if updating() {
        let mut table = String::from(
            "| view | 320 px | 640 px | 960 px | 1280 px |\n| --- | --- | --- | --- | --- |\n",
        );
        for ((_, kind), heights) in &heights {
            let heights = heights.map(|height| height.floor().to_string()).join(" | ");
            table += &format!("| {kind} | {heights} |\n");
        }
        let old = format!("{START}{}{END}", documented(&docs)?);
        fs::write(&file, docs.replace(&old, &format!("{START}{table}{END}")))?;
        return Ok(());
    }
    for ((_, kind), measured) in heights {
        let row = format!("| {kind} | ");
        let line = documented(&docs)?
            .lines()
            .find_map(|line| line.strip_prefix(&row));
        let numbers = line.context(kind)?.trim_end_matches(" |").split(" | ");
        let numbers: Vec<f64> = numbers.map(str::parse).collect::<Result<_, _>>()?;
        ensure!(
            numbers.len() == WIDTHS.len(),
            "{kind} has {} heights",
            numbers.len()
        );
        for ((width, number), measured) in WIDTHS.into_iter().zip(numbers).zip(measured) {
            // One view of each kind may be higher than the lowest.
            let is_current = !exhaustive() || measured - number < TOLERANCE;
            ensure!(
                measured > number - TOLERANCE && is_current,
                "{kind} at {width} px is {measured} px high, documented are {number}; `--update` stores the heights"
            );
        }
    }
    Ok(())
}
