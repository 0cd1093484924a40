//! Host pages with the widget in them.

use anyhow::Result;

use crate::server::{Plan, Site};

/// Records the events that the host page receives from the widgets, in `widgetEvents`.
pub const LISTEN: &str = include_str!("scripts/host_page_listen.js");

/// The element with a slotted link, which is visible where the widget does not render.
pub const ELEMENT: &str =
    "<kennis-lemniscaat><a href=\"/elders/\">De kennislemniscaat</a></kennis-lemniscaat>";

/// A host page around some markup, with the script of a site at another origin. The page has both
/// color schemes.
pub fn host(files: &Site, markup: &str) -> String {
    let script = files.url("/embed.js");
    format!(
        "<!doctype html><html lang=\"fy\"><meta charset=\"utf-8\"><title>Gast</title>
        <meta name=\"color-scheme\" content=\"light dark\">
        <script async src=\"{script}\"></script>
        <body><h1>Gast</h1>{markup}</body></html>"
    )
}

/// A complete host page, in which `EMBED` stands for the address of the widget's script.
pub fn with_script(files: &Site, html: &str) -> String {
    html.replace("EMBED", &files.url("/embed.js"))
}

/// Serves host pages at `/0/`, `/1/` and so on, in which `ELEMENT` stands for [`ELEMENT`] and
/// `EMBED` for the address of the script. Pages without `EMBED` are markup for [`host`].
pub async fn serve_each(files: &Site, pages: &[impl AsRef<str>]) -> Result<Site> {
    let mut plan = Plan::default();
    for (index, page) in pages.iter().enumerate() {
        let page = page.as_ref().replace("ELEMENT", ELEMENT);
        let html = match page.contains("EMBED") {
            true => with_script(files, &page),
            false => host(files, &page),
        };
        plan = plan.page(&format!("/{index}/"), html);
    }
    plan.serve().await
}
