//! From view to view.

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::page::Page;
use crate::setup::exhaustive;

/// Shows a view of a live page, as going back and forward in the history does.
pub async fn go(page: &Page, path: &str) -> Result<()> {
    let script = "
        const before = kl().querySelector('.kl-main');
        if (location.pathname === arguments[0]) return;
        window.__before = before;
        history.pushState(null, '', arguments[0]);
        dispatchEvent(new PopStateEvent('popstate'));";
    page.js_with::<()>(script, json!([path])).await?;
    let gone = "!window.__before?.isConnected";
    page.wait(path, gone).await?;
    page.drawn().await
}

/// Follows a phase of each loop in a widget with the mouse, and comes back; with `--exhaustive` every
/// phase. `name` is the name of the page.
pub async fn follow_phases(page: &Page, at: u32, name: &str) -> Result<()> {
    // It may be another version's, which says so after the name.
    let overview = "heading(arguments[0])?.startsWith('De kennislemniscaat')
        && $('.kl-phase-4 .kl-label', arguments[0])
        && $('.kl-figure', arguments[0]).getBoundingClientRect().width > 200";
    let what = format!("the figure of widget {at} ({name})");
    page.wait_with(&what, overview, json!([at])).await?;
    let phases: &[u32] = if exhaustive() { &[1, 2, 3, 4] } else { &[1, 3] };
    for phase in phases {
        let what = format!("phase {phase} in widget {at} ({name})");
        let label = format!("$('.kl-phase-{phase} .kl-label', {at})");
        let clicked = if name.contains("zoom:") && !page.finds_what_is_zoomed() {
            page.js(&format!("{label}.click();")).await
        } else {
            page.click(&label).await
        };
        clicked.with_context(|| what.clone())?;
        // With the attribute, which comes a moment later: what it doesn't name can't be taken away.
        let shown = "heading(arguments[0])?.startsWith(`Fase ${arguments[1]} van 4: `)
            && place(arguments[0]).getAttribute('view')";
        page.wait_with(&what, shown, json!([at, phase])).await?;
        let back = "place(arguments[0]).removeAttribute('view');";
        page.js_with::<()>(back, json!([at])).await?;
        let what = format!("the way back from {what}");
        page.wait_with(&what, overview, json!([at])).await?;
    }
    Ok(())
}
