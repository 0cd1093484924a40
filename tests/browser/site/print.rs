//! Printed pages.

use anyhow::{Context, Result, ensure};
use harness::print::{normalize, printed_pages};
use harness::published::{CONTENT, contents, url};
use harness::{Page, blank};
use kennislemniscaat::content::Content;
use kennislemniscaat::route::Kind;

use super::texts::texts;

async fn print(page: &Page, path: &str) -> Result<Vec<String>> {
    page.open(&url(path)).await?;
    printed_pages(page).await
}

/// All texts of a publication, in the order of the print page.
fn in_print(content: &Content) -> Vec<String> {
    let views = &content.views;
    let mut all = vec![content.title.clone(), content.subtitle.clone()];
    for route in views.routes() {
        match views.get(route).kind {
            // The tips of a phase follow it, with their explanations.
            Kind::Phase => {
                let tips: Vec<_> = views.children_of(route, Kind::Tip).collect();
                let mut own = texts(content, route);
                own.truncate(own.len() - tips.len());
                all.extend(own);
                all.extend(tips.into_iter().flat_map(|tip| texts(content, tip)));
            }
            // Part of the views above them.
            Kind::Tip | Kind::Question | Kind::Quote => {}
            _ => all.extend(texts(content, route)),
        }
    }
    all
}

#[tokio::test]
async fn the_print_page_of_every_publication_contains_all_of_it_in_order() -> Result<()> {
    let page = blank().await?;
    for (folder, content) in contents()? {
        let path = format!("{folder}/{}/{}/", content.lang, content.print);
        let pages = print(&page, &path).await?;
        let whole = pages.concat();
        let mut end = 0;
        for text in in_print(&content) {
            let normalized = normalize(&text);
            ensure!(
                whole.contains(&normalized),
                "{path}: “{text}” isn't printed"
            );
            let start = whole[end..].find(&normalized);
            end += start.with_context(|| format!("{path}: “{text}” isn't printed in its place"))?;
        }
        for phase in &content.phases {
            let position = &content.views.get(*phase).kicker;
            let start = pages
                .iter()
                .any(|page| page.starts_with(&normalize(position)));
            ensure!(start, "{path}: {position} doesn't start on a new page");
        }
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
