//! The order in which Tab visits controls.

use std::iter;

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::interactive::INTERACTIVE;
use crate::page::Page;

/// Records all stops and their rectangles, and returns their number. Moves the focus to the start
/// of the page. From then on, records in `visited` the stop that each Tab leads to, with the
/// problems of its visibility.
pub const NOTE: &str = include_str!("scripts/tab_order_note.js");

/// Returns the problems of the order in which the stops were visited. Phases must follow the cycle;
/// other stops must go down, from left to right within a row, or to the next column.
pub const ORDER: &str = include_str!("scripts/tab_order_order.js");

/// The stop that one press of Tab led to.
#[derive(Deserialize)]
struct Stop {
    /// The index among all stops; -1 for another element.
    index: i64,
    problems: Vec<String>,
}

/// Presses Tab several times, with Shift to go back, and returns the visited stops.
async fn press(page: &Page, times: usize, back: bool) -> Result<Vec<Stop>> {
    page.js::<()>("window.visited = [];").await?;
    let tabs: String = iter::repeat_n(char::from(Key::Tab), times).collect();
    let keys = page.driver.action_chain();
    let keys = if back {
        keys.key_down(Key::Shift).send_keys(tabs).key_up(Key::Shift)
    } else {
        keys.send_keys(tabs)
    };
    keys.perform().await?;
    page.js("return visited;").await
}

/// Goes from stop to stop through the open page and back, and returns the problems.
pub async fn walk(page: &Page) -> Result<Vec<String>> {
    let note = format!("{INTERACTIVE}{NOTE}");
    let count: usize = page.js(&note).await?;
    let mut problems = Vec::new();
    let mut order = Vec::new();
    for stop in press(page, count, false).await? {
        order.push(stop.index);
        problems.extend(stop.problems);
    }
    let mut sorted = order.clone();
    sorted.sort_unstable();
    if !sorted.iter().copied().eq((0..).take(count)) {
        let names = format!("{INTERACTIVE} return stops.map(describeElement);");
        let names: Vec<String> = page.js(&names).await?;
        problems.push(format!(
            "Tab goes to {order:?} (-1: another element), expected each once of {names:#?}"
        ));
        return Ok(problems);
    }
    let check_order = format!("{INTERACTIVE}{ORDER}");
    let order_problems: Vec<String> = page.js_with(&check_order, json!([order])).await?;
    problems.extend(order_problems);
    order.reverse();
    let mut reverse_order = Vec::new();
    for stop in press(page, count - 1, true).await? {
        reverse_order.push(stop.index);
        let stop_problems = stop.problems.iter();
        problems.extend(stop_problems.map(|problem| format!("backwards, {problem}")));
    }
    if reverse_order != order[1..] {
        problems.push(format!(
            "Shift+Tab goes to {reverse_order:?}, expected {:?}",
            &order[1..]
        ));
    }
    Ok(problems)
}
