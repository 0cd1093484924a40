//! The visibility of the focus.

use std::collections::HashSet;

use anyhow::Result;
use serde_json::json;

use crate::interactive::INTERACTIVE;
use crate::page::Page;
use crate::screen::{COLORS, shoot_part};

/// All stops, by what they and the ground that they are on look like.
pub const LOOKS: &str = include_str!("../scripts/focus_looks.js");

/// Shows a stop without the focus, and tells where it and what is around it is on the page; with
/// the focus, for a link that is only seen with it.
pub const REST: &str = include_str!("../scripts/focus_rest.js");

/// Gives a stop the focus as the keyboard does.
pub const FOCUS: &str = "
stops[arguments[0]].focus({focusVisible: true, preventScroll: true});
return drawn();";

/// How many pixels around a stop changed by 3:1 or more, and how many must: as many as a line
/// of 2 px around it has, see <https://www.w3.org/TR/WCAG22/#focus-appearance>. Around the
/// line is what was there before, so this is its contrast with what is beside it as well.
pub const CHANGED: &str = include_str!("../scripts/focus_changed.js");

/// Checks each look of a stop in the view that is shown, unless it was seen before.
pub async fn check(page: &Page, seen: &mut HashSet<String>) -> Result<Vec<String>> {
    let looks = format!("{INTERACTIVE}{COLORS}{LOOKS}");
    let looks: Vec<String> = page.js(&looks).await?;
    let mut wrong = Vec::new();
    for (at, look) in looks.into_iter().enumerate() {
        if !seen.insert(look) {
            continue;
        }
        let rest = format!("{INTERACTIVE}{REST}");
        let around: [u32; 4] = page.js_with(&rest, json!([at])).await?;
        shoot_part(page, "before", around).await?;
        page.js_with::<()>(FOCUS, json!([at])).await?;
        shoot_part(page, "after", around).await?;
        let changed = format!("{INTERACTIVE}{COLORS}{CHANGED}");
        let (name, changed, needed): (String, u32, u32) =
            page.js_with(&changed, json!([at])).await?;
        if changed < needed {
            wrong.push(format!(
                "{name}: {changed} px change enough with the focus, {needed} must"
            ));
        }
    }
    Ok(wrong)
}
