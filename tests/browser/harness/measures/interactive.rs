//! Interactive elements of a page, for tests of the keyboard, the focus and target sizes.

use std::time::Duration;

use anyhow::Result;

use crate::page::Page;

/// For scripts. `deep()` returns all elements, also those in shadow roots; `focusable()` the
/// controls that Tab reaches; `active()` the element with the focus; `part()` the visible part of
/// an element; `describeElement()` its name in messages.
pub const INTERACTIVE: &str = include_str!("scripts/interactive.js");

/// Opens every `details` element of an interactive page.
pub async fn open_all(page: &Page) -> Result<()> {
    let open = format!(
        "{INTERACTIVE} for (const element of deep(document)) if (element.localName === 'details') element.open = true;
        return drawn();"
    );
    page.js(&open).await
}

/// Moves the mouse to the middle of the element that an expression finds.
pub async fn hover(page: &Page, expression: &str) -> Result<()> {
    let middle = format!(
        "const element = {expression};
        element.scrollIntoView({{block: 'center', behavior: 'instant'}});
        const {{left, top, width, height}} = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2];"
    );
    let (x, y): (f64, f64) = page.js(&middle).await?;
    let actions = page
        .driver
        .action_chain_with_delay(None, Some(Duration::ZERO));
    actions.move_to(x as i64, y as i64).perform().await?;
    Ok(())
}
