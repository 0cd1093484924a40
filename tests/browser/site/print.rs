//! What comes out of a printer.

use std::fs;

use anyhow::{Context, Result, ensure};
use kennislemniscaat::content::Block;
use tempfile::TempDir;
use tokio::process::Command;

use crate::browser::{Browser, browse, setting};
use crate::hosted::{CONTENT, url};

async fn printed(browser: &Browser, path: &str) -> Result<Vec<String>> {
    browser.open(&url(path)).await?;
    sheets(browser).await
}

fn texts(blocks: &[Block]) -> impl Iterator<Item = &str> {
    blocks.iter().flat_map(Block::texts).map(String::as_str)
}

#[tokio::test]
async fn one_page_prints_the_whole_publication_in_order() -> Result<()> {
    let content = &*CONTENT;
    let mut promised = vec![content.title.as_str(), &content.subtitle];
    promised.extend(texts(&content.about.body));
    promised.extend(texts(&content.introduction));
    for phase in &content.phases {
        promised.push(&phase.name);
        promised.extend(phase.tips.iter().map(|tip| tip.text.as_str()));
        for question in &phase.questions {
            promised.push(&question.text);
            promised.extend(texts(&question.answer));
            promised.extend(question.quotes.iter().map(|quote| quote.text.as_str()));
        }
    }
    promised.extend(texts(&content.background.study));
    promised.extend(texts(&content.background.participants.body));
    let places = &content.background.participants.municipalities;
    promised.extend(places.iter().map(|each| each.name.as_str()));
    promised.extend(texts(&content.background.related));
    promised.extend(content.organisations.iter().map(|each| each.name.as_str()));
    promised.push(&content.source.text);
    browse(async |browser| {
        let sheets = printed(browser, "/nl/print/").await?;
        let whole = sheets.concat();
        let mut after = 0;
        for text in &promised {
            let bare = bare(text);
            ensure!(whole.contains(&bare), "“{text}” isn't printed");
            let at = whole[after..].find(&bare);
            after += at.with_context(|| format!("“{text}” isn't printed in its place"))?;
        }
        // A new phase, a new sheet.
        for phase in &content.phases {
            let position = bare(&kennislemniscaat::view::position(
                content,
                phase_number(&phase.slug),
            ));
            let start = sheets.iter().any(|sheet| sheet.starts_with(&position));
            ensure!(start, "{} doesn't start on a sheet of its own", phase.name);
        }
        Ok(())
    })
    .await
}

fn phase_number(slug: &str) -> usize {
    let found = CONTENT.phases.iter().position(|phase| phase.slug == slug);
    found.unwrap_or_default()
}

#[tokio::test]
async fn any_page_prints_its_text_and_none_of_its_controls() -> Result<()> {
    browse(async |browser| {
        let phase = &CONTENT.phases[2];
        let sheet = printed(browser, "/nl/vertaling/").await?.concat();
        for tip in &phase.tips {
            ensure!(
                sheet.contains(&bare(&tip.text)),
                "“{}” isn't printed",
                tip.text
            );
        }
        let labels = &CONTENT.labels;
        for control in [labels.next_phase(), labels.share(), labels.skip()] {
            ensure!(
                !sheet.contains(&bare(control)),
                "“{control}” is no use on paper"
            );
        }
        Ok(())
    })
    .await
}
