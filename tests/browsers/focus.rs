//! Who uses the keyboard sees where the focus is.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use serde_json::json;

use crate::accessibility::scheme;
use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::interactive::{INTERACTIVE, open_all};
use crate::paths::KINDS;
use crate::pixels::{COLOURS, shoot};
use crate::site::Site;

/// All stops, by what they look like.
const LOOKS: &str = "
window.stops = interactive();
return stops.map((each) => [each.localName, each.getAttribute('class'), each.ariaCurrent,
  each.closest('[class*=kl-phase-]')?.getAttribute('class'), !!each.closest('svg'), !!each.closest('.kl-share')].join(' '));";

/// Shows a stop without the focus.
const REST: &str = "
const stop = stops[arguments[0]];
active()?.blur();
part(stop).scrollIntoView({block: 'center', behavior: 'instant'});
return drawn();";

/// Gives a stop the focus as the keyboard does.
const FOCUS: &str = "
stops[arguments[0]].focus({focusVisible: true, preventScroll: true});
return drawn();";

/// How many pixels around a stop changed by 3:1 or more, and how many must: as many as a line
/// of 2 px around it has, see <https://www.w3.org/TR/WCAG22/#focus-appearance>. Around the
/// line is what was there before, so this is its contrast with what is beside it as well.
const CHANGED: &str = "
const stop = stops[arguments[0]];
const {before, after} = shots;
const {left, top, right, bottom, width, height} = part(stop).getBoundingClientRect();
const at = (picture, x, y) => picture.data.subarray((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 3);
let changed = 0;
for (let y = Math.max(0, Math.floor(top) - 16); y < Math.min(before.height, bottom + 16); y++) {
  for (let x = Math.max(0, Math.floor(left) - 16); x < Math.min(before.width, right + 16); x++) {
    const [old, now] = [at(before, x, y), at(after, x, y)];
    if (old.join() !== now.join() && ratio(old, now) >= 3) changed++;
  }
}
return [called(stop), changed, Math.ceil(4 * (width + height) - 16)];";

/// Checks each look of a stop in the view that is shown, unless it was seen before.
async fn check(browser: &Browser, path: &str, seen: &mut HashSet<String>) -> Result<Vec<String>> {
    let looks = format!("{INTERACTIVE}{LOOKS}");
    let looks: Vec<String> = browser.js(&looks, json!([])).await?;
    let mut wrong = Vec::new();
    for (at, look) in looks.into_iter().enumerate() {
        if !seen.insert(look) {
            continue;
        }
        let rest = format!("{INTERACTIVE}{REST}");
        browser.js::<()>(&rest, json!([at])).await?;
        shoot(browser, "before").await?;
        browser.js::<()>(FOCUS, json!([at])).await?;
        shoot(browser, "after").await?;
        let changed = format!("{INTERACTIVE}{COLOURS}{CHANGED}");
        let (name, changed, needed): (String, u32, u32) = browser.js(&changed, json!([at])).await?;
        if changed < needed {
            wrong.push(format!(
                "{path}: {name}: {changed} px change enough with the focus, {needed} must"
            ));
        }
    }
    Ok(wrong)
}

async fn seen_in(name: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        for width in WIDTHS {
            browser.size(width, 600).await?;
            let (mut seen, mut wrong) = (HashSet::new(), Vec::new());
            for path in KINDS {
                browser.open_live(&site.url(path)).await?;
                open_all(browser).await?;
                wrong.extend(check(browser, path, &mut seen).await?);
            }
            let count = seen.len();
            ensure!(count > 20, "only {count} looks were compared at {width} px");
            ensure!(wrong.is_empty(), "{name} at {width} px: {wrong:#?}");
        }
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
