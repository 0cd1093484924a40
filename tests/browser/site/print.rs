//! Printed pages.

use anyhow::{Context, Result, ensure};
use harness::print::{normalize, printed_pages};
use harness::published::{CONTENT, url};
use harness::{Page, blank};
use kennislemniscaat::content::Block;
use kennislemniscaat::view::position;

async fn print(page: &Page, path: &str) -> Result<Vec<String>> {
    page.open(&url(path)).await?;
    printed_pages(page).await
}

fn texts(blocks: &[Block]) -> impl Iterator<Item = &str> {
    blocks.iter().flat_map(Block::texts).map(String::as_str)
}

/// All texts of the publication, in the order of the print page.
fn publication() -> Vec<&'static str> {
    let content = &*CONTENT;
    let mut all = vec![content.title.as_str(), &content.subtitle];
    all.extend(texts(&content.about.body));
    all.extend(texts(&content.introduction));
    for phase in &content.phases {
        all.push(&phase.name);
        all.extend(phase.tips.iter().map(|tip| tip.text.as_str()));
        for question in &phase.questions {
            all.push(&question.text);
            all.extend(texts(&question.answer));
            all.extend(question.quotes.iter().map(|quote| quote.text.as_str()));
        }
    }
    all.extend(texts(&content.background.study));
    all.extend(texts(&content.background.participants.body));
    let municipalities = &content.background.participants.municipalities;
    all.extend(
        municipalities
            .iter()
            .map(|municipality| municipality.name.as_str()),
    );
    all.extend(texts(&content.background.related));
    let organisations = content.organisations.iter();
    all.extend(organisations.map(|organisation| organisation.name.as_str()));
    all.push(&content.source.text);
    all
}

#[tokio::test]
async fn the_print_page_contains_the_whole_publication_in_order() -> Result<()> {
    let page = blank().await?;
    let pages = print(&page, "/nl/print/").await?;
    let whole = pages.concat();
    let mut end = 0;
    for text in publication() {
        let normalized = normalize(text);
        ensure!(whole.contains(&normalized), "“{text}” isn't printed");
        let start = whole[end..].find(&normalized);
        end += start.with_context(|| format!("“{text}” isn't printed in its place"))?;
    }
    for (number, phase) in CONTENT.phases.iter().enumerate() {
        let position = normalize(&position(&CONTENT, number));
        let start = pages.iter().any(|page| page.starts_with(&position));
        ensure!(start, "{} doesn't start on a new page", phase.name);
    }
    Ok(())
}

#[tokio::test]
async fn a_printed_page_contains_its_text_and_none_of_its_controls() -> Result<()> {
    let page = blank().await?;
    let printed = print(&page, "/nl/vertaling/").await?.concat();
    for tip in &CONTENT.phases[2].tips {
        let text = &tip.text;
        ensure!(printed.contains(&normalize(text)), "“{text}” isn't printed");
    }
    let labels = &CONTENT.labels;
    for control in [labels.next_phase(), labels.share(), labels.skip()] {
        ensure!(
            !printed.contains(&normalize(control)),
            "the control “{control}” is printed"
        );
    }
    Ok(())
}
