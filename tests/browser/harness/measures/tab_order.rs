//! The order in which Tab visits what can be acted upon.

use std::iter;

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::interactive::INTERACTIVE;
use crate::page::Page;

/// Notes all stops and their places, and returns their number. Goes back to the beginning of the
/// page, and keeps from now on in `visited` the stop that each Tab leads to, with the errors in how
/// its focus shows.
pub const NOTE: &str = include_str!("../scripts/tab_order_note.js");

/// Errors in the order in which the stops were visited: phases follow the cycle, everything else
/// goes down, and from left to right within a row or to the next column.
pub const ORDER: &str = include_str!("../scripts/tab_order_order.js");

/// The stop that one Tab led to.
#[derive(Deserialize)]
struct Stop {
    at: i64,
    wrong: Vec<String>,
}

/// Presses Tab as often as asked, with Shift to go back, and returns where it led.
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

/// Goes from stop to stop through the open page and back, and returns the errors.
pub async fn walk(page: &Page) -> Result<Vec<String>> {
    let note = format!("{INTERACTIVE}{NOTE}");
    let count: usize = page.js(&note).await?;
    let mut wrong = Vec::new();
    let mut order = Vec::new();
    for stop in press(page, count, false).await? {
        order.push(stop.at);
        wrong.extend(stop.wrong);
    }
    let mut each_once = order.clone();
    each_once.sort_unstable();
    if !each_once.iter().copied().eq((0..).take(count)) {
        let names = format!("{INTERACTIVE} return stops.map(called);");
        let names: Vec<String> = page.js(&names).await?;
        wrong.push(format!(
            "Tab goes to {order:?} (-1: something else) of {names:#?}"
        ));
        return Ok(wrong);
    }
    let in_order = format!("{INTERACTIVE}{ORDER}");
    let disorder: Vec<String> = page.js_with(&in_order, json!([order])).await?;
    wrong.extend(disorder);
    order.reverse();
    let mut returned = Vec::new();
    for stop in press(page, count - 1, true).await? {
        returned.push(stop.at);
        wrong.extend(stop.wrong.iter().map(|each| format!("backwards, {each}")));
    }
    if returned != order[1..] {
        wrong.push(format!(
            "Shift+Tab goes to {returned:?}, not {:?}",
            &order[1..]
        ));
    }
    Ok(wrong)
}
