//! Internal links.

use std::collections::{BTreeSet, HashMap};

use anyhow::{Result, ensure};
use harness::published::{get, page, url};
use harness::views;
use scraper::{Html, Selector};

/// The addresses of a page's links and files, and the ids of its elements.
fn links(html: &str) -> (Vec<String>, BTreeSet<String>) {
    let html = Html::parse_document(html);
    let values = |selector: &str, attribute: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let values = html.select(&selector);
        values
            .filter_map(|element| element.attr(attribute))
            .map(Into::into)
            .collect()
    };
    let addresses = [values("[href]", "href"), values("[src]", "src")].concat();
    (addresses, values("[id]", "id").into_iter().collect())
}

#[tokio::test]
async fn no_internal_link_is_broken() -> Result<()> {
    let mut statuses: HashMap<String, u16> = HashMap::new();
    let mut broken = Vec::new();
    let paths = views::all().chain([
        "/nl/inhoud/",
        "/en/contents/",
        "/nl/print/",
        "/nl/checklist/",
        "/nl/stappenplan/",
        "/en/checklist/",
        "/en/step-by-step/",
        "/nl/citeren/",
        "/en/cite/",
        "/nl/insluiten/",
        "/en/embed/",
        "/voorbeeld/",
        "/voorbeeld/alles/",
        "/voorbeeld/script/",
        "/404.html",
    ]);
    for path in paths {
        let from = reqwest::Url::parse(&url(path))?;
        let (addresses, ids) = links(&page(path).await?);
        ensure!(!addresses.is_empty(), "{path} has no links");
        for address in addresses {
            let to = from.join(&address)?;
            let same_page = to.path() == from.path() && to.origin() == from.origin();
            if let Some(id) = to.fragment().filter(|id| same_page && !ids.contains(*id)) {
                broken.push(format!("{path} has no element with the id {id}"));
            }
            if to.origin() != from.origin() {
                continue;
            }
            let status = match statuses.get(to.path()) {
                Some(status) => *status,
                None => get(to.path(), "identity").await?.status().as_u16(),
            };
            statuses.insert(to.path().to_owned(), status);
            if status != 200 {
                broken.push(format!("{path} leads to {address}, which answers {status}"));
            }
        }
    }
    ensure!(broken.is_empty(), "{broken:#?}");
    let count = statuses.len();
    ensure!(
        count > 69,
        "expected more than 69 internal addresses, got {count}"
    );
    Ok(())
}
