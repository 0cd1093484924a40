//! Navigation without scripts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use harness::blank;
use harness::published::{contents, url};
use serde::Deserialize;
use serde_json::json;

use super::texts::texts;

/// A page as it is without scripts.
#[derive(Deserialize)]
struct StaticPage {
    text: String,
    /// The paths that its links lead to.
    links: Vec<String>,
    interactive: bool,
}

const READ: &str = include_str!("scripts/no_script_read.js");

#[tokio::test]
async fn links_without_scripts_lead_to_every_view_of_every_publication_and_its_text() -> Result<()>
{
    let page = blank().await?;
    let disable = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disable)
        .await?;
    let contents = contents()?;
    let roots = contents.iter().map(|(folder, _)| format!("{folder}/"));
    let mut queued: BTreeSet<String> = roots.collect();
    let mut queue: Vec<_> = queued.iter().cloned().collect();
    let mut shown = BTreeMap::new();
    while let Some(path) = queue.pop() {
        page.open(&url(&path)).await?;
        let static_page: StaticPage = page.js(READ).await?;
        ensure!(!static_page.interactive, "scripts run on {path}");
        for link in static_page.links {
            if queued.insert(link.clone()) {
                queue.push(link);
            }
        }
        shown.insert(path, static_page.text);
    }
    for (folder, content) in contents {
        for route in content.views.routes() {
            let path = format!("{folder}/{}/{}", content.lang, content.views.path(route));
            let text = shown.get(&path);
            let text = text.with_context(|| format!("no link leads to {path}"))?;
            for expected in texts(&content, route) {
                ensure!(text.contains(&expected), "{path} doesn't show “{expected}”");
            }
        }
    }
    Ok(())
}
