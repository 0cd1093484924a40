//! Everything fits and can be hit, from the smallest screen up.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::paths::KINDS;
use crate::site::Site;

/// What reaches outside the width of the page, if the page can be scrolled sideways.
pub const TOO_WIDE: &str = "
const page = document.documentElement;
if (page.scrollWidth <= page.clientWidth) return [];
const outside = [...document.querySelectorAll('body *')].filter((each) => {
  const {right, width} = each.getBoundingClientRect();
  return width > 0 && right > page.clientWidth;
});
return [`${page.scrollWidth} px wide`, ...outside.slice(0, 5).map((each) =>
  `${each.localName}.${each.getAttribute('class')} ends at ${each.getBoundingClientRect().right}`)];";

/// Which words in the figure are cut off, outside their label or outside the window.
pub const CUT_OFF: &str = "
const width = document.documentElement.clientWidth;
const wrong = [];
for (const label of kl().querySelectorAll('.kl-label')) {
  const box = label.getBoundingClientRect();
  const shown = [...label.querySelectorAll('.kl-number, .kl-name-full, .kl-name-short, .kl-count')]
    .filter((each) => each.checkVisibility());
  if (!shown.some((each) => /name/.test(each.className))) wrong.push('a label without a name');
  for (const each of shown) {
    const words = document.createRange();
    words.selectNodeContents(each);
    for (const {left, right, top, bottom} of words.getClientRects()) {
      const inside = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
      if (!inside || left < 0 || right > width) {
        wrong.push(`${each.textContent} from ${left} to ${right} in a label from ${box.left} to ${box.right}`);
      }
    }
  }
}
return wrong;";

/// Which words of two labels in the figure stand over each other.
pub const OVERLAPPING: &str = "
const words = [...kl().querySelectorAll('.kl-label')].map((label) =>
  [...label.querySelectorAll('.kl-number, .kl-name-full, .kl-name-short, .kl-count')].flatMap((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const rects = each.className === 'kl-number' ? [each.getBoundingClientRect()] : [...range.getClientRects()];
    return rects.map((rect) => ({rect, text: each.textContent}));
  }));
const wrong = [];
words.forEach((some, at) => words.slice(at + 1).forEach((others) => {
  for (const {rect: a, text} of some) for (const {rect: b, text: other} of others) {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) wrong.push(`${text} over ${other}`);
  }
}));
return wrong;";

/// Collects what a script finds wrong with each kind of view at each width.
pub async fn everywhere(
    browser: &Browser,
    site: &Site,
    widths: &[u32],
    script: &str,
) -> Result<()> {
    let mut wrong = Vec::new();
    for width in widths {
        browser.width(*width).await?;
        for path in KINDS {
            browser.open_live(&site.url(path)).await?;
            let found: Vec<String> = browser.js(script, json!([])).await?;
            wrong.extend(
                found
                    .iter()
                    .map(|each| format!("{path} at {width} px: {each}")),
            );
        }
    }
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[tokio::test]
async fn no_view_scrolls_sideways() -> Result<()> {
    let site = Site::whole().await?;
    // Text has least room just where there is room for the figure beside it.
    let widths = [&WIDTHS[..], &[928, 960]].concat();
    browse(async |browser| everywhere(browser, &site, &widths, TOO_WIDE).await).await
}

#[tokio::test]
async fn no_name_in_the_figure_is_cut_off() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| everywhere(browser, &site, &WIDTHS, CUT_OFF).await).await
}

#[tokio::test]
async fn no_two_names_in_the_figure_stand_over_each_other() -> Result<()> {
    let site = Site::whole().await?;
    // 280 px: a column in a page of someone else.
    let widths = [280, 320, 400, 600, 768, 1280];
    browse(async |browser| everywhere(browser, &site, &widths, OVERLAPPING).await).await
}

/// Which phases are hard to hit with a finger: by their name or around their number.
const HARD_TO_HIT: &str = "
const wrong = [];
for (const link of kl().querySelectorAll('.kl-phase-link')) {
  const name = link.dataset.view;
  const box = link.querySelector('.kl-label').getBoundingClientRect();
  if (box.width < 44 || box.height < 44) wrong.push(`the label of ${name} is ${box.width} by ${box.height} px`);
  const circle = link.querySelector('.kl-station circle:first-child');
  circle.scrollIntoView({block: 'center', behavior: 'instant'});
  const station = circle.getBoundingClientRect();
  const [x, y] = [station.x + station.width / 2, station.y + station.height / 2];
  const missed = [];
  for (const radius of [0, 11, 21.5]) {
    for (let turn = 0; turn < 16; turn++) {
      const angle = turn * Math.PI / 8;
      const hit = document.elementFromPoint(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      if (hit?.closest('a') !== link) missed.push(`${radius} px at ${turn * 22.5}°`);
    }
  }
  if (missed.length) wrong.push(`${name} is missed ${missed.slice(0, 4)} from its number, ${missed.length} times in 48`);
}
return wrong;";

#[tokio::test]
async fn a_finger_hits_every_phase_on_a_small_screen() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| everywhere(browser, &site, &[320], HARD_TO_HIT).await).await
}

/// Which short names lie over each other or over a number on its arc.
const OVERLAPS: &str = "
const rect = (each) => {
  const words = document.createRange();
  words.selectNodeContents(each);
  return words.getBoundingClientRect();
};
const names = [...kl().querySelectorAll('.kl-name-short')];
const wrong = names.filter((each) => !each.checkVisibility() || rect(each).width === 0)
  .map((each) => `${each.textContent} isn't shown`);
const all = [
  ...names.map((each) => [each.textContent, rect(each)]),
  ...[...kl().querySelectorAll('.kl-number')].map((each) => [`the label's ${each.textContent}`, each.getBoundingClientRect()]),
  ...[...kl().querySelectorAll('.kl-station circle:first-child')].map((each, at) => [`number ${at + 1} on its arc`, each.getBoundingClientRect()]),
];
all.forEach(([name, a], at) => {
  for (const [other, b] of all.slice(at + 1)) {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
      wrong.push(`${name} lies over ${other}`);
    }
  }
});
return wrong;";

#[tokio::test]
async fn the_short_names_are_all_to_be_read_on_a_small_screen() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| everywhere(browser, &site, &[320], OVERLAPS).await).await
}

#[tokio::test]
async fn the_short_names_of_the_small_figure_are_all_to_be_read() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let small = format!("if (kl().classList.contains('kl-overview')) return []; {OVERLAPS}");
        everywhere(browser, &site, &[768, 1280], &small).await
    })
    .await
}
