//! Who uses the keyboard sees where the focus is.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, ensure};
use serde_json::json;

use crate::accessibility::scheme;
use crate::browser::{Browser, browse};
use crate::circumstances::{each, every_view};
use crate::interactive::INTERACTIVE;
use crate::pixels::{COLOURS, shoot_part};
use crate::site::Site;

/// All stops, by what they and the ground that they are on look like.
const LOOKS: &str = "
window.stops = interactive();
const ground = (each) => {
  for (; each; each = each.parentElement ?? each.getRootNode().host) {
    const {backgroundColor} = getComputedStyle(each);
    if (rgba(backgroundColor)[3]) return backgroundColor;
  }
};
return stops.map((each) => [each.localName, each.getAttribute('class'), each.ariaCurrent,
  each.closest('[class*=kl-phase-]')?.getAttribute('class'), !!each.closest('svg'), !!each.closest('.kl-share'),
  ground(each.parentElement)].join(' '));";

/// Shows a stop without the focus, and tells where it and what is around it is on the page; with
/// the focus, for a link that is only seen with it.
const REST: &str = "
const stop = stops[arguments[0]];
stop.focus({focusVisible: true});
part(stop).scrollIntoView({block: 'center', behavior: 'instant'});
const {left, top, right, bottom} = part(stop).getBoundingClientRect();
const [x, y] = [Math.max(0, Math.floor(left) - 16), Math.max(0, Math.floor(top) - 16)];
stop.blur();
return drawn().then(() => [Math.round(x + scrollX), Math.round(y + scrollY),
  Math.ceil(Math.min(right + 16, innerWidth) - x), Math.ceil(Math.min(bottom + 16, innerHeight) - y)]);";

/// Gives a stop the focus as the keyboard does.
const FOCUS: &str = "
stops[arguments[0]].focus({focusVisible: true, preventScroll: true});
return drawn();";

/// How many pixels around a stop changed by 3:1 or more, and how many must: as many as a line
/// of 2 px around it has, see <https://www.w3.org/TR/WCAG22/#focus-appearance>. Around the
/// line is what was there before, so this is its contrast with what is beside it as well.
const CHANGED: &str = "
const stop = stops[arguments[0]];
const [before, after] = [shots.before.data, shots.after.data];
const {width, height} = part(stop).getBoundingClientRect();
let changed = 0;
for (let at = 0; at < before.length; at += 4) {
  const [old, now] = [before.subarray(at, at + 3), after.subarray(at, at + 3)];
  if (old.some((value, each) => value !== now[each]) && ratio(old, now) >= 3) changed++;
}
return [called(stop), changed, Math.ceil(4 * (width + height) - 16)];";

/// Checks each look of a stop in the view that is shown, unless it was seen before.
pub async fn check(browser: &Browser, seen: &mut HashSet<String>) -> Result<Vec<String>> {
    let looks = format!("{INTERACTIVE}{COLOURS}{LOOKS}");
    let looks: Vec<String> = browser.js(&looks, json!([])).await?;
    let mut wrong = Vec::new();
    for (at, look) in looks.into_iter().enumerate() {
        if !seen.insert(look) {
            continue;
        }
        let rest = format!("{INTERACTIVE}{REST}");
        let around: [u32; 4] = browser.js(&rest, json!([at])).await?;
        shoot_part(browser, "before", around).await?;
        browser.js::<()>(FOCUS, json!([at])).await?;
        shoot_part(browser, "after", around).await?;
        let changed = format!("{INTERACTIVE}{COLOURS}{CHANGED}");
        let (name, changed, needed): (String, u32, u32) = browser.js(&changed, json!([at])).await?;
        if changed < needed {
            wrong.push(format!(
                "{name}: {changed} px change enough with the focus, {needed} must"
            ));
        }
    }
    Ok(wrong)
}

async fn seen_in(name: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        let mut seen = HashMap::<u32, HashSet<String>>::new();
        let wrong = each(browser, &site, every_view(), async |sight| {
            check(browser, seen.entry(sight.width).or_default()).await
        });
        let wrong = wrong.await?;
        for (width, looks) in seen {
            let count = looks.len();
            ensure!(count > 20, "only {count} looks were compared at {width} px");
        }
        ensure!(wrong.is_empty(), "{name}: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_is_clearly_seen_in_light() -> Result<()> {
    seen_in("light").await
}

#[tokio::test]
async fn the_focus_is_clearly_seen_in_dark() -> Result<()> {
    seen_in("dark").await
}
