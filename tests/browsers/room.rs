//! Room is kept for the widget before it is there: what follows it doesn't jump.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::browse;
use crate::site::{Plan, Site};
use crate::swap::WATCH_SHIFTS;

/// Pages on which the script runs before anything is drawn, and on which it comes late but
/// the page keeps the room itself, as docs/embedding.md says.
const PAGES: [&str; 2] = [
    "<script src=\"EMBED\"></script>",
    "<style>kennis-lemniscaat:not(:defined) { display: block; min-height: 100vh }</style>
    <script async src=\"EMBED\"></script>",
];

fn page(files: &Site, head: &str, view: &str) -> String {
    let head = head.replace("EMBED", &files.url("/embed.js"));
    format!(
        "<!doctype html><title>Gast</title>{head}<h1>Gast</h1><p>Ervoor</p>
        <kennis-lemniscaat view=\"{view}\"><a href=\"/elders/\">Elders</a></kennis-lemniscaat>
        <p id=\"after\">Erna</p>"
    )
}

/// The last thing that step 1 needs.
fn fragment(path: &str) -> bool {
    path.starts_with("/files/nl-") && path.ends_with('/')
}

/// What step 1 and its script need.
fn all(path: &str) -> bool {
    path == "/embed.js" || fragment(path)
}

#[tokio::test]
async fn what_follows_the_widget_stays_where_it_is_while_it_loads() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH_SHIFTS).await?;
        for width in [320, 768, 1280] {
            browser.width(width).await?;
            for (head, held) in PAGES.into_iter().zip([fragment, all]) {
                for view in ["", "vertaling", "vertaling/ervaringen"] {
                    let files = Plan::default().holding(held).serve().await?;
                    let site = Plan::default().page("/gast/", page(&files, head, view));
                    let site = site.serve().await?;
                    // Doesn't wait for a script that is held.
                    let open = "location.assign(arguments[0]);";
                    browser.js::<()>(open, json!([site.url("/gast/")])).await?;
                    let painted = "location.href === arguments[0]
                        && performance.getEntriesByName('first-contentful-paint').length > 0";
                    let here = json!([site.url("/gast/")]);
                    browser.wait("the page around it", painted, here).await?;
                    browser.js::<()>("return drawn();", json!([])).await?;
                    files.release();
                    browser
                        .wait("the widget to come alive", "live()", json!([]))
                        .await?;
                    browser.js::<()>("return drawn();", json!([])).await?;
                    let shifts: Vec<String> = browser.js("return shifts;", json!([])).await?;
                    ensure!(
                        shifts.is_empty(),
                        "{view:?} at {width} px with {head}: {shifts:#?}"
                    );
                    let kept: f64 = browser
                        .js(
                            "return after.offsetTop - place().offsetTop - place().offsetHeight;",
                            json!([]),
                        )
                        .await?;
                    ensure!(
                        kept < 40.0,
                        "{kept} px stay empty below {view:?} at {width} px"
                    );
                }
            }
        }
        Ok(())
    })
    .await
}
