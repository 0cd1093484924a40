//! The sample page that shows everything a host page can use.

use anyhow::Result;

use crate::csp::WATCH;
use crate::page::Page;
use crate::published::url;

/// The path of the page.
pub const PATH: &str = "/voorbeeld/alles/";

/// Opens the page and waits until every visible widget is interactive.
pub async fn open(page: &Page) -> Result<()> {
    page.before_load(WATCH).await?;
    page.open(&url(PATH)).await?;
    let all = "[...document.querySelectorAll('kennis-lemniscaat')].filter((widget) => widget.checkVisibility()).every((widget) =>
        (activated.has(widget) || widget.scrollIntoView({behavior: 'instant'}), activated.has(widget)))";
    page.wait("every example to become interactive", all).await
}
