//! Where Tab leads: to all that can be acted upon, in the order of reading, and seen to be there.

use std::iter;

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::circumstances::{WIDTHS, at_each_width, each};
use crate::interactive::{INTERACTIVE, open_all};
use crate::paths::{KINDS, all};
use crate::site::Site;

/// Notes all stops and where they stand, and returns how many there are. Goes back to the beginning
/// of the page, and looks from now on where each Tab leads, in `visited`: which stop has the focus
/// then, and what is wrong with how it shows.
const NOTE: &str = "
scrollTo(0, 0);
window.stops = interactive();
window.places = stops.map((each) => part(each).getBoundingClientRect());
const look = () => {
  const stop = active();
  const at = stops.indexOf(stop);
  if (at < 0) return {at, wrong: []};
  const wrong = [];
  const rects = [...part(stop).getClientRects()];
  const width = document.documentElement.clientWidth, height = document.documentElement.clientHeight;
  const seen = rects.find((each) => each.bottom > 0 && each.top < height && each.right > 0 && each.left < width);
  if (!seen) return {at, wrong: ['it is outside the window']};
  const whole = rects.every((each) => each.height > height || (each.top >= -1 && each.bottom <= height + 1));
  if (!whole) wrong.push(`it is partly outside the window, from ${rects.map(({top, bottom}) => [top, bottom])} of ${height}`);
  const x = (Math.max(seen.left, 0) + Math.min(seen.right, width)) / 2;
  const y = (Math.max(seen.top, 0) + Math.min(seen.bottom, height)) / 2;
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  if (!hit || !(stop.contains(hit) || hit.contains(stop) && hit.localName === 'label')) wrong.push(`it is covered by ${hit ? called(hit) : 'nothing'}`);
  if (getComputedStyle(stop).clipPath !== 'none') wrong.push('it is clipped');
  if (!stop.matches(':focus-visible')) wrong.push('it is not seen to have the focus');
  return {at, wrong: wrong.map((each) => `${called(stop)}: ${each}`)};
};
window.visited = [];
if (!window.watching) addEventListener('keyup', ({key}) => { if (key === 'Tab') visited.push(look()); }, true);
window.watching = true;
const start = document.createElement('i');
start.tabIndex = -1;
document.body.prepend(start);
start.focus();
start.remove();
return stops.length;";

/// What is wrong with the order in which the stops were visited: phases follow the cycle,
/// all else goes down, and from left to right within a row or to the next column.
const ORDER: &str = "
const [order] = arguments;
const number = (each) => each.matches('.kl-phase-link') ? Number(each.querySelector('.kl-number').textContent) : 0;
return order.slice(1).flatMap((b, index) => {
  const a = order[index];
  const [from, to] = [places[a], places[b]];
  const told = `from ${called(stops[a])} to ${called(stops[b])}`;
  const [one, other] = [number(stops[a]), number(stops[b])];
  if (one && other) return other === one + 1 ? [] : [`${told}: phase ${other} after ${one}`];
  const above = to.bottom <= from.top + 1;
  const right = to.left >= from.right - 1;
  const sameRow = !above && to.top < from.bottom - 1;
  if (above && !right) return [`${told}: up`];
  return sameRow && to.right <= from.left + 1 ? [`${told}: to the left`] : [];
});";

#[derive(Deserialize)]
struct Stop {
    at: i64,
    wrong: Vec<String>,
}

/// Presses Tab as often as asked, with Shift to go back, and returns where it led.
async fn press(browser: &Browser, times: usize, back: bool) -> Result<Vec<Stop>> {
    browser.js::<()>("window.visited = [];", json!([])).await?;
    let tabs: String = iter::repeat_n(char::from(Key::Tab), times).collect();
    let keys = browser.driver.action_chain();
    let keys = if back {
        keys.key_down(Key::Shift).send_keys(tabs).key_up(Key::Shift)
    } else {
        keys.send_keys(tabs)
    };
    keys.perform().await?;
    browser.js("return visited;", json!([])).await
}

/// Goes from stop to stop through the page that is shown and back, and returns what is wrong.
pub async fn walk(browser: &Browser) -> Result<Vec<String>> {
    let note = format!("{INTERACTIVE}{NOTE}");
    let count: usize = browser.js(&note, json!([])).await?;
    let mut wrong = Vec::new();
    let mut order = Vec::new();
    for stop in press(browser, count, false).await? {
        order.push(stop.at);
        wrong.extend(stop.wrong);
    }
    let mut each_once = order.clone();
    each_once.sort_unstable();
    if !each_once.iter().copied().eq((0..).take(count)) {
        let names = format!("{INTERACTIVE} return stops.map(called);");
        let names: Vec<String> = browser.js(&names, json!([])).await?;
        wrong.push(format!(
            "Tab goes to {order:?} (-1: something else) of {names:#?}"
        ));
        return Ok(wrong);
    }
    let in_order = format!("{INTERACTIVE}{ORDER}");
    let disorder: Vec<String> = browser.js(&in_order, json!([order])).await?;
    wrong.extend(disorder);
    order.reverse();
    let mut returned = Vec::new();
    for stop in press(browser, count - 1, true).await? {
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

/// In light alone: in dark all has the same size, place and order, as [`crate::themes`] shows.
async fn every_view(width: u32) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let mut sights = at_each_width(all());
        sights.retain(|sight| sight.width == width);
        let wrong = each(browser, &site, sights, async |_| walk(browser).await).await?;
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_phone() -> Result<()> {
    every_view(WIDTHS[0]).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_tablet() -> Result<()> {
    every_view(WIDTHS[1]).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_desk() -> Result<()> {
    every_view(WIDTHS[2]).await
}

/// The same of each kind of view, on a page of its own, in a window that is low.
async fn low(width: u32, height: u32) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.size(width, height).await?;
        let mut wrong = Vec::new();
        for path in KINDS {
            browser.open_live(&site.url(path)).await?;
            open_all(browser).await?;
            let found = walk(browser).await?;
            wrong.extend(found.into_iter().map(|each| format!("{path}: {each}")));
        }
        ensure!(wrong.is_empty(), "at {width} x {height} px: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_at_400_percent() -> Result<()> {
    low(320, 256).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_phone_on_its_side() -> Result<()> {
    low(667, 375).await
}
