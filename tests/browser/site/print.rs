//! Printed pages.

use anyhow::{Context, Result, ensure};
use harness::print::{normalize, printed_pages};
use harness::published::{CONTENT, url};
use harness::{Page, blank};
use kennislemniscaat::route::Kind;

use super::texts::texts;

async fn print(page: &Page, path: &str) -> Result<Vec<String>> {
    page.open(&url(path)).await?;
    printed_pages(page).await
}

/// All texts of the publication, in the order of the print page.
fn publication() -> Vec<String> {
    let content = &*CONTENT;
    let title = [content.title.clone(), content.subtitle.clone()];
    // Tips and questions are part of other views.
    let routes = content.views.routes();
    let views = routes.filter(|route| {
        let kind = content.views.get(*route).kind;
        !matches!(kind, Kind::Tip | Kind::Question | Kind::Quote)
    });
    let texts = views.flat_map(|route| texts(content, route));
    title.into_iter().chain(texts).collect()
}

#[tokio::test]
async fn the_print_page_contains_the_whole_publication_in_order() -> Result<()> {
    let page = blank().await?;
    let pages = print(&page, "/nl/print/").await?;
    let whole = pages.concat();
    let mut end = 0;
    for text in publication() {
        let normalized = normalize(&text);
        ensure!(whole.contains(&normalized), "“{text}” isn't printed");
        let start = whole[end..].find(&normalized);
        end += start.with_context(|| format!("“{text}” isn't printed in its place"))?;
    }
    for phase in &CONTENT.phases {
        let position = &CONTENT.views.get(*phase).kicker;
        let start = pages
            .iter()
            .any(|page| page.starts_with(&normalize(position)));
        ensure!(start, "{position} doesn't start on a new page");
    }
    Ok(())
}

#[tokio::test]
async fn a_printed_page_contains_its_text_and_none_of_its_controls() -> Result<()> {
    let page = blank().await?;
    let printed = print(&page, "/nl/vertaling/").await?.concat();
    for text in texts(&CONTENT, CONTENT.phases[2]) {
        ensure!(
            printed.contains(&normalize(&text)),
            "“{text}” isn't printed"
        );
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
