//! The keyboard alone: where Tab leads, that it leads out again, and what keys do.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::addresses::go;
use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::embed::host;
use crate::interactive::{INTERACTIVE, open_all};
use crate::paths::KINDS;
use crate::site::{Plan, Site};

/// Window sizes: a desk, a phone, a desk zoomed in to 400 %, a phone on its side, a tablet.
const SIZES: [(u32, u32); 5] = [(1280, 900), (320, 900), (320, 256), (667, 375), (768, 900)];

/// Notes all stops and where they stand, and returns how many there are.
const NOTE: &str = "
scrollTo(0, 0);
window.stops = interactive();
window.places = stops.map((each) => part(each).getBoundingClientRect());
return stops.length;";

/// Which stop has the focus, and what is wrong with how it shows.
const STOP: &str = "
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
return {at, wrong: wrong.map((each) => `${called(stop)}: ${each}`)};";

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

async fn note(browser: &Browser) -> Result<i64> {
    let note = format!("{INTERACTIVE}{NOTE}");
    browser.js(&note, json!([])).await
}

async fn stop(browser: &Browser) -> Result<Stop> {
    let stop = format!("{INTERACTIVE}{STOP}");
    browser.js(&stop, json!([])).await
}

async fn back(browser: &Browser) -> Result<()> {
    let keys = browser.driver.action_chain().key_down(Key::Shift);
    let keys = keys.send_keys(Key::Tab).key_up(Key::Shift);
    Ok(keys.perform().await?)
}

/// Presses Tab from stop to stop, and returns what is wrong.
async fn walk(browser: &Browser) -> Result<Vec<String>> {
    let count = note(browser).await?;
    let (mut order, mut wrong) = (Vec::new(), Vec::new());
    for _ in 0..count {
        browser.press(Key::Tab).await?;
        let stop = stop(browser).await?;
        order.push(stop.at);
        wrong.extend(stop.wrong);
    }
    let mut each_once = order.clone();
    each_once.sort_unstable();
    if each_once != (0..count).collect::<Vec<_>>() {
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
    for expected in order.iter().rev().skip(1) {
        back(browser).await?;
        let stop = stop(browser).await?;
        wrong.extend(stop.wrong.iter().map(|each| format!("backwards, {each}")));
        if stop.at != *expected {
            wrong.push(format!("Shift+Tab goes to {}, not {expected}", stop.at));
        }
    }
    Ok(wrong)
}

async fn walks(size: (u32, u32)) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.size(size.0, size.1).await?;
        let mut wrong = Vec::new();
        for path in KINDS {
            browser.open_live(&site.url(path)).await?;
            open_all(browser).await?;
            let found = walk(browser).await?;
            wrong.extend(found.into_iter().map(|each| format!("{path}: {each}")));
        }
        let (width, height) = size;
        ensure!(wrong.is_empty(), "at {width} x {height} px: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_desk() -> Result<()> {
    walks(SIZES[0]).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_phone() -> Result<()> {
    walks(SIZES[1]).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_at_400_percent() -> Result<()> {
    walks(SIZES[2]).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_phone_on_its_side() -> Result<()> {
    walks(SIZES[3]).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_tablet() -> Result<()> {
    walks(SIZES[4]).await
}

#[tokio::test]
async fn tab_leads_through_a_widget_in_a_page_of_someone_else_and_back() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        for (path, width) in KINDS.into_iter().zip(WIDTHS.into_iter().cycle()) {
            browser.width(width).await?;
            let view = path.trim_start_matches("/nl/").trim_end_matches('/');
            let markup = format!(
                "<p><a id=\"voor\" href=\"#voor\">Voor</a></p><kennis-lemniscaat view=\"{view}\">\
                </kennis-lemniscaat><p><a id=\"na\" href=\"#na\">Na</a></p>"
            );
            let page = Plan::default().page("/gast/", host(&files, &markup));
            let site = page.serve().await?;
            browser.open_live(&site.url("/gast/")).await?;
            let inside = note(browser).await? - 2;
            let here = "return document.activeElement.id;";
            let start = "document.getElementById('voor').focus();";
            browser.js::<()>(start, json!([])).await?;
            for (forward, end) in [(true, "na"), (false, "voor")] {
                for count in 0..=inside {
                    let at: String = browser.js(here, json!([])).await?;
                    ensure!(
                        count == 0 || at.is_empty(),
                        "{path}: the focus is on {at:?} after {count} of {inside} stops"
                    );
                    if forward {
                        browser.press(Key::Tab).await?;
                    } else {
                        back(browser).await?;
                    }
                }
                let at: String = browser.js(here, json!([])).await?;
                ensure!(at == end, "{path}: the focus is on {at:?}, not on {end:?}");
            }
        }
        Ok(())
    })
    .await
}

/// Counts what is announced from now on: a title by its focus, and all that live regions say.
const LISTEN: &str = "
window.titles = [];
window.spoken = [];
if (!window.listening) {
  window.listening = true;
  addEventListener('focusin', ({target}) => { if (target.matches('[data-title]')) titles.push(target.textContent); });
  const regions = '[role=status], [role=alert], [role=log], [aria-live], output';
  new MutationObserver((records) => {
    for (const {target, addedNodes} of records) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      const added = [...addedNodes].filter((each) => each.nodeType === 1);
      const changed = [element?.closest(regions), ...added.flatMap((each) =>
        [...(each.matches(regions) ? [each] : []), ...each.querySelectorAll(regions)])];
      for (const each of changed) if (each?.textContent.trim()) spoken.push(each.textContent.trim());
    }
  }).observe(document, {subtree: true, childList: true, characterData: true});
}";

/// Waits until a view is shown, and checks that it is announced by its title's focus alone.
async fn announced(browser: &Browser, path: &str, how: &str) -> Result<()> {
    let there = "location.pathname === arguments[0] && focused()?.hasAttribute('data-title')";
    browser.wait(how, there, json!([path])).await?;
    browser.js::<()>("return drawn();", json!([])).await?;
    let said = "return [titles, spoken, heading()];";
    let (titles, spoken, heading): (Vec<String>, Vec<String>, String) =
        browser.js(said, json!([])).await?;
    ensure!(
        titles == [heading.as_str()] && spoken.is_empty(),
        "{how}: {heading:?} is announced by focus as {titles:?}, by live regions as {spoken:?}"
    );
    Ok(())
}

#[tokio::test]
async fn enter_follows_each_kind_of_link_and_its_view_is_announced_once() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        let mut kinds = 0;
        for path in KINDS {
            go(browser, path).await?;
            let classes = "return [...new Set([...kl().querySelectorAll('a[data-view]:not([aria-current=page])')]
                .map((each) => `${each.closest('svg') ? 'svg ' : ''}a[data-view][class='${each.getAttribute('class') ?? ''}']`))];";
            let classes: Vec<String> = browser.js(classes, json!([])).await?;
            for link in classes {
                // A link in a chart has its phase's class or none.
                let link = link.replace("[class='']", "");
                go(browser, path).await?;
                let focus = format!(
                    "{LISTEN} const link = $(arguments[0] + ':not([aria-current=page])');
                    link.focus();
                    return new URL(link.getAttribute('href'), location.href).pathname;"
                );
                let to: String = browser.js(&focus, json!([link])).await?;
                browser.press(Key::Enter).await?;
                announced(browser, &to, &format!("Enter on {link} in {path}")).await?;
                kinds += 1;
            }
        }
        ensure!(kinds > 15, "only {kinds} links were followed");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn esc_leads_up_from_every_kind_of_view_and_ends_at_the_overview() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        for path in KINDS {
            go(browser, path).await?;
            let above = "return [...kl().querySelectorAll('.kl-breadcrumb a')].map((each) => each.pathname).reverse();";
            let above: Vec<String> = browser.js(above, json!([])).await?;
            for up in &above {
                browser.js::<()>(LISTEN, json!([])).await?;
                browser.press(Key::Escape).await?;
                announced(browser, up, &format!("Esc on the way up from {path}")).await?;
            }
            let all = "return [location.pathname, String(history.length), kl().outerHTML];";
            let before: [String; 3] = browser.js(all, json!([])).await?;
            browser.press(Key::Escape).await?;
            browser.js::<()>("return drawn();", json!([])).await?;
            let after: [String; 3] = browser.js(all, json!([])).await?;
            ensure!(before[0] == "/nl/", "Esc leads from {path} to {}", before[0]);
            ensure!(before == after, "Esc does something on the overview");
        }
        Ok(())
    })
    .await
}

/// Letters, digits and signs, as speech input or a cat may press them.
const CHARACTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789/?.,-=+[];'";

#[tokio::test]
async fn no_single_character_does_anything() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        let state = "return [location.href, history.length, document.title, kl().outerHTML,
            scrollX, scrollY, [...kl().querySelectorAll('*')].indexOf(focused())];";
        for path in KINDS {
            go(browser, path).await?;
            for at in ["[data-title]", ".kl-phase-link", ".kl-share summary"] {
                let focus = "$(arguments[0]).focus();";
                browser.js::<()>(focus, json!([at])).await?;
                let before: Value = browser.js(state, json!([])).await?;
                let keys = browser.driver.action_chain().send_keys(CHARACTERS);
                keys.perform().await?;
                browser.js::<()>("return drawn();", json!([])).await?;
                let after: Value = browser.js(state, json!([])).await?;
                ensure!(
                    before == after,
                    "{path}: a character typed on {at} changes something"
                );
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_in_the_field_for_a_server_stay_there() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/vertaling/tip-5/")).await?;
        browser.tab_to("$('.kl-share summary')").await?;
        browser.press(Key::Enter).await?;
        browser.tab_to("$('.kl-share input')").await?;
        let keys = browser.driver.action_chain().send_keys(CHARACTERS);
        keys.perform().await?;
        browser.press(Key::Escape).await?;
        browser.js::<()>("return drawn();", json!([])).await?;
        let state =
            "return [$('.kl-share input')?.value, focused()?.localName, location.pathname];";
        let state: [Option<String>; 3] = browser.js(state, json!([])).await?;
        let expected = [CHARACTERS, "input", "/nl/vertaling/tip-5/"].map(|each| Some(each.into()));
        ensure!(state == expected, "what was typed became {state:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_first_stop_leads_past_the_beginning_of_the_page() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/vertaling/")).await?;
        for key in [Key::Tab, Key::Enter] {
            browser.press(key).await?;
        }
        let there = "document.activeElement.localName === 'main' && heading().startsWith('Fase 3')";
        browser
            .wait("the focus on the content", there, json!([]))
            .await?;
        browser.press(Key::Tab).await?;
        let inside = "document.activeElement.closest('main')";
        browser
            .wait("the next stop in the content", inside, json!([]))
            .await
    })
    .await
}
