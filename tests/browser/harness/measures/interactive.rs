//! Interactive elements of a page, for tests of keyboard, focus and targets.

use std::time::Duration;

use anyhow::Result;

use crate::page::Page;

/// For scripts: `focusable()` are the elements that can be reached and acted upon, `active()` the one
/// with the focus, `part()` the visible part of an element, `called()` its name in a message.
pub const INTERACTIVE: &str = include_str!("../scripts/interactive.js");

/// Opens every `details` element of an interactive page.
pub async fn open_all(page: &Page) -> Result<()> {
    let open = format!(
        "{INTERACTIVE} for (const each of deep(document)) if (each.localName === 'details') each.open = true;
        return drawn();"
    );
    page.js(&open).await
}

/// Puts the mouse in the middle of the element that an expression finds.
pub async fn hover(page: &Page, expression: &str) -> Result<()> {
    let place = format!(
        "const each = {expression};
        each.scrollIntoView({{block: 'center', behavior: 'instant'}});
        const {{left, top, width, height}} = each.getBoundingClientRect();
        return [left + width / 2, top + height / 2];"
    );
    let (x, y): (f64, f64) = page.js(&place).await?;
    let actions = page
        .driver
        .action_chain_with_delay(None, Some(Duration::ZERO));
    actions.move_to(x as i64, y as i64).perform().await?;
    Ok(())
}
