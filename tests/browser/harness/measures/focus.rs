//! The visibility of focus indicators.

use std::collections::HashSet;

use anyhow::Result;
use serde_json::json;

use crate::interactive::INTERACTIVE;
use crate::page::Page;
use crate::screen::{COLORS, shoot_part};

/// Returns the looks of all tab stops: their element, classes, states and background.
pub const LOOKS: &str = include_str!("scripts/focus_looks.js");

/// Scrolls to a stop and returns the rectangle of the page around it. The stop has the focus while
/// it is measured, because a skip link is visible only with the focus; then it is blurred.
pub const REST: &str = include_str!("scripts/focus_rest.js");

/// Focuses a stop as the keyboard does.
pub const FOCUS: &str = "
stops[arguments[0]].focus({focusVisible: true, preventScroll: true});
return drawn();";

/// Returns the number of pixels around a stop that changed by 3:1 or more, and the required number:
/// that of a line of 2 px around the stop, see <https://www.w3.org/TR/WCAG22/#focus-appearance>.
/// The pixels beside the line didn't change, so its contrast with them is 3:1 or more too.
pub const CHANGED: &str = include_str!("scripts/focus_changed.js");

/// Checks the stops in the current view, one of each look; skips looks that were checked before.
pub async fn check(page: &Page, checked: &mut HashSet<String>) -> Result<Vec<String>> {
    let looks = format!("{INTERACTIVE}{COLORS}{LOOKS}");
    let looks: Vec<String> = page.js(&looks).await?;
    let mut problems = Vec::new();
    for (index, look) in looks.into_iter().enumerate() {
        if !checked.insert(look) {
            continue;
        }
        let rest = format!("{INTERACTIVE}{REST}");
        let area: [u32; 4] = page.js_with(&rest, json!([index])).await?;
        shoot_part(page, "before", area).await?;
        page.js_with::<()>(FOCUS, json!([index])).await?;
        shoot_part(page, "after", area).await?;
        let changed = format!("{INTERACTIVE}{COLORS}{CHANGED}");
        let (name, changed, required): (String, u32, u32) =
            page.js_with(&changed, json!([index])).await?;
        if changed < required {
            problems.push(format!(
                "{name}: {changed} px change by 3:1 with the focus, expected at least {required}"
            ));
        }
    }
    Ok(problems)
}
