//! Navigation without scripts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use harness::blank;
use harness::published::{CONTENT, url};
use kennislemniscaat::content::{Block, Content};
use kennislemniscaat::route::{Route, Subject};
use serde::Deserialize;
use serde_json::json;

/// A page as it is without scripts.
#[derive(Deserialize)]
struct StaticPage {
    text: String,
    /// The paths that its links lead to.
    links: Vec<String>,
    interactive: bool,
}

const READ: &str = include_str!("scripts/no_script_read.js");

/// The texts that a view must show.
fn expected_texts(content: &Content, route: Route) -> Vec<String> {
    let all = |blocks: &[Block]| {
        blocks
            .iter()
            .flat_map(Block::texts)
            .cloned()
            .collect::<Vec<_>>()
    };
    match route.subject(content) {
        Subject::Overview => [all(&content.about.body), all(&content.introduction)].concat(),
        Subject::Background => {
            let background = &content.background;
            let municipalities = background.participants.municipalities.iter();
            let names = municipalities
                .map(|municipality| municipality.name.clone())
                .collect();
            [all(&background.study), all(&background.related), names].concat()
        }
        Subject::Phase(phase) => phase.tips.iter().map(|tip| tip.text.clone()).collect(),
        Subject::Tip(tip, _) => vec![tip.text.clone()],
        Subject::Experiences(phase) => {
            let questions = phase.questions.iter();
            let texts = questions.flat_map(|question| {
                let quotes = question.quotes.iter().map(|quote| quote.text.clone());
                let mut texts = all(&question.answer);
                texts.push(question.text.clone());
                texts.extend(quotes);
                texts
            });
            texts.collect()
        }
        Subject::Question(question) => {
            let mut texts = all(&question.answer);
            texts.push(question.text.clone());
            texts
        }
        Subject::Quote(quote, _) => vec![quote.text.clone(), content.speaker(quote)],
    }
}

#[tokio::test]
async fn links_without_scripts_lead_from_the_root_to_every_view_and_its_text() -> Result<()> {
    let page = blank().await?;
    let disable = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disable)
        .await?;
    let (mut texts, mut queue) = (BTreeMap::new(), vec!["/".to_owned()]);
    let mut queued: BTreeSet<String> = queue.iter().cloned().collect();
    while let Some(path) = queue.pop() {
        page.open(&url(&path)).await?;
        let static_page: StaticPage = page.js(READ).await?;
        ensure!(!static_page.interactive, "scripts run on {path}");
        for link in static_page.links {
            if queued.insert(link.clone()) {
                queue.push(link);
            }
        }
        texts.insert(path, static_page.text);
    }
    for route in Route::all(&CONTENT) {
        let path = format!("/{}/{}", CONTENT.lang, route.path(&CONTENT));
        let text = texts.get(&path);
        let text = text.with_context(|| format!("no link leads to {path}"))?;
        for expected in expected_texts(&CONTENT, route) {
            ensure!(text.contains(&expected), "{path} doesn't show “{expected}”");
        }
    }
    Ok(())
}
