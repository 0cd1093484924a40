//! Navigation from view to view.

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::page::Page;
use crate::setup::exhaustive;

/// Shows a view on an interactive page, as back and forward in the history do.
pub async fn go(page: &Page, path: &str) -> Result<()> {
    let script = "
        const before = kl().querySelector('.kl-main');
        if (location.pathname === arguments[0]) return;
        window.__before = before;
        history.pushState(null, '', arguments[0]);
        dispatchEvent(new PopStateEvent('popstate'));";
    page.js_with::<()>(script, json!([path])).await?;
    let replaced = "!window.__before?.isConnected && hasSearch()";
    page.wait(path, replaced).await?;
    page.drawn().await
}

/// Opens a phase of each loop in a widget with the mouse, and returns to the overview; with
/// `--exhaustive` every phase. `name` is the name of the page.
pub async fn follow_phases(page: &Page, index: u32, name: &str) -> Result<()> {
    // The heading of another version continues after the name.
    let overview = "heading(arguments[0])?.startsWith('De kennislemniscaat')
        && $('.kl-phase-4 .kl-label', arguments[0])
        && $('.kl-figure', arguments[0]).getBoundingClientRect().width > 200";
    let figure = format!("the figure of widget {index} ({name})");
    page.wait_with(&figure, overview, json!([index])).await?;
    let phases: &[u32] = if exhaustive() { &[1, 2, 3, 4] } else { &[1, 3] };
    for phase in phases {
        let case = format!("phase {phase} in widget {index} ({name})");
        let label = format!("$('.kl-phase-{phase} .kl-label', {index})");
        let clicked = if name.contains("zoom:") && !page.reports_zoomed_positions() {
            page.js(&format!("{label}.click();")).await
        } else {
            page.click(&label).await
        };
        clicked.with_context(|| case.clone())?;
        // The attribute is set just after the view is shown, and is removed below.
        let shown = "heading(arguments[0])?.startsWith(`Fase ${arguments[1]} van 4: `)
            && place(arguments[0]).getAttribute('view')";
        page.wait_with(&case, shown, json!([index, phase])).await?;
        let back = "place(arguments[0]).removeAttribute('view');";
        page.js_with::<()>(back, json!([index])).await?;
        let returned = format!("the overview after {case}");
        page.wait_with(&returned, overview, json!([index])).await?;
    }
    Ok(())
}

/// Searches in a widget, and returns to the overview. `name` is the name of the page.
pub async fn find(page: &Page, index: u32, name: &str) -> Result<()> {
    let go = "place(arguments[0]).setAttribute('view', 'zoeken');";
    page.js_with::<()>(go, json!([index])).await?;
    let field = "$('.kl-find [type=search]', arguments[0])";
    let form = format!("the search in widget {index} ({name})");
    page.wait_with(&form, field, json!([index])).await?;
    let input = format!(
        "{field}.value = 'wethouder';
        {field}.dispatchEvent(new InputEvent('input', {{bubbles: true}}));"
    );
    page.js_with::<()>(&input, json!([index])).await?;
    let results = "kl(arguments[0]).querySelectorAll('.kl-result').length === 3
        && place(arguments[0]).getAttribute('view')";
    let case = format!("results in widget {index} ({name})");
    page.wait_with(&case, results, json!([index])).await?;
    let back = "place(arguments[0]).removeAttribute('view');";
    page.js_with::<()>(back, json!([index])).await?;
    let overview = "heading(arguments[0])?.startsWith('De kennislemniscaat')";
    let returned = format!("the overview after {case}");
    page.wait_with(&returned, overview, json!([index])).await
}
