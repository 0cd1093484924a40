//! What on a page can be acted upon, for tests of keyboard, focus and targets.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use crate::browser::Browser;

/// For scripts: `interactive()` is all that can be reached and acted upon, `active()` what
/// has the focus, `part()` what of a thing is seen and hit, `called()` its name in a complaint.
pub const INTERACTIVE: &str = "
const deep = (root) => [...root.querySelectorAll('*')].flatMap((each) =>
  [each, ...(each.shadowRoot ? deep(each.shadowRoot) : [])]);
const interactive = (root = document) => deep(root).filter((each) =>
  each.matches('a[href], button, input, select, textarea, summary, [tabindex]') && each.tabIndex >= 0
  && !each.disabled && each.checkVisibility({visibilityProperty: true}));
const active = () => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
};
const part = (each) => each.querySelector('.kl-label') ?? each;
const called = (each) => {
  const words = (each.textContent || each.name || '').trim().replace(/\\s+/g, ' ').slice(0, 40);
  return `${each.localName}.${each.getAttribute('class') ?? ''} “${words}”`;
};
";

/// Opens all that opens on a page that is live.
pub async fn open_all(browser: &Browser) -> Result<()> {
    let open = format!(
        "{INTERACTIVE} for (const each of deep(document)) if (each.localName === 'details') each.open = true;
        return drawn();"
    );
    browser.js(&open, json!([])).await
}

/// Puts the mouse in the middle of what an expression finds.
pub async fn hover(browser: &Browser, expression: &str) -> Result<()> {
    let place = format!(
        "const each = {expression};
        each.scrollIntoView({{block: 'center', behavior: 'instant'}});
        const {{left, top, width, height}} = each.getBoundingClientRect();
        return [left + width / 2, top + height / 2];"
    );
    let (x, y): (f64, f64) = browser.js(&place, json!([])).await?;
    let actions = browser
        .driver
        .action_chain_with_delay(None, Some(Duration::ZERO));
    actions.move_to(x as i64, y as i64).perform().await?;
    Ok(())
}
