//! Where scripts are blocked, every view is still a link away.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use kennislemniscaat::content::{Block, Content};
use kennislemniscaat::route::{Route, Subject};
use serde::Deserialize;
use serde_json::json;

use crate::browser::browse;
use crate::hosted::{CONTENT, url};

#[derive(Deserialize)]
struct Page {
    text: String,
    links: Vec<String>,
    live: bool,
}

/// The texts that a view must show.
fn promised(content: &Content, route: Route) -> Vec<String> {
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
            let places = background.participants.municipalities.iter();
            let names = places.map(|each| each.name.clone()).collect();
            [all(&background.study), all(&background.related), names].concat()
        }
        Subject::Phase(phase) => phase.tips.iter().map(|tip| tip.text.clone()).collect(),
        Subject::Tip(tip, _) => vec![tip.text.clone()],
        Subject::Experiences(phase) => {
            let questions = phase.questions.iter();
            let texts = questions.flat_map(|each| {
                let quotes = each.quotes.iter().map(|quote| quote.text.clone());
                let mut texts = all(&each.answer);
                texts.push(each.text.clone());
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
async fn without_scripts_links_lead_from_the_root_to_every_view_and_its_text() -> Result<()> {
    browse(async |browser| {
        let off = json!({"value": true});
        browser.cdp("Emulation.setScriptExecutionDisabled", off).await?;
        let (mut found, mut ahead) = (BTreeMap::new(), vec!["/".to_owned()]);
        let mut seen: BTreeSet<String> = ahead.iter().cloned().collect();
        while let Some(path) = ahead.pop() {
            browser.open(&url(&path)).await?;
            let look = "return {
                text: document.body.textContent,
                links: [...document.links, ...document.querySelectorAll('svg a')]
                    .map((link) => new URL(link.getAttribute('href'), document.baseURI))
                    .filter((to) => to.origin === location.origin).map((to) => to.pathname),
                live: document.querySelector('[data-kennislemniscaat]')?.dataset.kennislemniscaat === 'live',
            };";
            let page: Page = browser.js(look).await?;
            ensure!(!page.live, "scripts run on {path}");
            for link in page.links {
                if seen.insert(link.clone()) {
                    ahead.push(link);
                }
            }
            found.insert(path, page.text);
        }
        for route in Route::all(&CONTENT) {
            let path = format!("/{}/{}", CONTENT.lang, route.path(&CONTENT));
            let Some(text) = found.get(&path) else {
                anyhow::bail!("no link leads to {path}");
            };
            for promise in promised(&CONTENT, route) {
                ensure!(text.contains(&promise), "{path} doesn't show “{promise}”");
            }
        }
        Ok(())
    })
    .await
}
