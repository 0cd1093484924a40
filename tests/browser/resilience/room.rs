//! Room is kept for the widget before it is there: what follows it doesn't jump.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::browse;
use crate::circumstances::WIDTHS;
use crate::paths::{KINDS, view};
use crate::site::{Plan, Site, fragment};
use crate::swap::WATCH_SHIFTS;

/// Pages on which the script runs before anything is drawn, and on which it comes late but
/// the page keeps the room itself, as docs/embedding.md says.
const PAGES: [&str; 2] = [
    "<script src=\"EMBED\"></script>",
    "<style>kennis-lemniscaat:not(:defined) { display: block; min-height: 100vh }</style>
    <script>addEventListener('load', () => {
      const script = document.createElement('script');
      script.src = 'EMBED';
      document.head.append(script);
    });</script>",
];

/// How far down the reader sees what follows the widget, or else the end of the window.
const FOLLOWS: &str = "return Math.min(after.getBoundingClientRect().top, innerHeight);";

fn page(files: &Site, head: &str, view: &str) -> String {
    let head = head.replace("EMBED", &files.url("/embed.js"));
    format!(
        "<!doctype html><title>Gast</title>{head}<h1>Gast</h1><p>Ervoor</p>
        <kennis-lemniscaat view=\"{view}\"><a href=\"/elders/\">Elders</a></kennis-lemniscaat>
        <p id=\"after\">Erna</p>"
    )
}

#[tokio::test]
async fn what_follows_the_widget_stays_where_it_is_while_it_loads() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH_SHIFTS).await?;
        for width in WIDTHS {
            browser.width(width).await?;
            for head in PAGES {
                for view in KINDS.map(view) {
                    // The last thing that is needed for the finished view.
                    let files = Plan::default().holding(fragment).serve().await?;
                    let site = Plan::default().page("/gast/", page(&files, head, view));
                    let site = site.serve().await?;
                    browser.open(&site.url("/gast/")).await?;
                    let painted = "place().shadowRoot !== null
                        && performance.getEntriesByName('first-contentful-paint').length > 0";
                    browser
                        .wait("the page around it", painted)
                        .await?;
                    browser.drawn().await?;
                    let before: f64 = browser.js(FOLLOWS).await?;
                    files.release();
                    browser
                        .wait("the widget to come alive", "live()")
                        .await?;
                    browser.drawn().await?;
                    let then: f64 = browser.js(FOLLOWS).await?;
                    ensure!(
                        before == then,
                        "{view:?} at {width} px with {head} moves what follows from {before} to {then}"
                    );
                    // Chromium knows of all that moved meanwhile.
                    let shifts: Vec<String> = browser.js("return shifts;").await?;
                    ensure!(
                        shifts.is_empty(),
                        "{view:?} at {width} px with {head}: {shifts:#?}"
                    );
                    let kept: f64 = browser
                        .js(
                            "return after.offsetTop - place().offsetTop - place().offsetHeight;")
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
