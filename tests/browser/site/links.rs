//! No link of ours leads nowhere.

use std::collections::{BTreeSet, HashMap};

use anyhow::{Result, ensure};
use scraper::{Html, Selector};

use crate::hosted::{get, page, url};
use crate::paths;

/// The addresses of a page's links and files, and the ids in it.
fn links(text: &str) -> (Vec<String>, BTreeSet<String>) {
    let html = Html::parse_document(text);
    let values = |selector: &str, attribute: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let found = html.select(&selector);
        found
            .filter_map(|each| each.attr(attribute))
            .map(Into::into)
            .collect()
    };
    let addresses = [values("[href]", "href"), values("[src]", "src")].concat();
    (addresses, values("[id]", "id").into_iter().collect())
}

#[tokio::test]
async fn no_internal_link_is_broken() -> Result<()> {
    let mut known: HashMap<String, u16> = HashMap::new();
    let mut broken = Vec::new();
    let pages = paths::all().chain([
        "/nl/print/",
        "/voorbeeld/",
        "/voorbeeld/alles/",
        "/voorbeeld/alles/slot/",
        "/voorbeeld/alles/streng/",
        "/voorbeeld/script/",
        "/404.html",
    ]);
    for path in pages {
        let from = reqwest::Url::parse(&url(path))?;
        let (addresses, ids) = links(&page(path).await?);
        ensure!(!addresses.is_empty(), "{path} has no links at all");
        for address in addresses {
            let to = from.join(&address)?;
            let here = to.path() == from.path() && to.origin() == from.origin();
            if let Some(id) = to.fragment().filter(|id| here && !ids.contains(*id)) {
                broken.push(format!("{path} has nothing called {id}"));
            }
            if to.origin() != from.origin() {
                continue;
            }
            let status = match known.get(to.path()) {
                Some(status) => *status,
                None => get(to.path(), "identity").await?.status().as_u16(),
            };
            known.insert(to.path().to_owned(), status);
            if status != 200 {
                broken.push(format!("{path} leads to {address}, which answers {status}"));
            }
        }
    }
    ensure!(broken.is_empty(), "{broken:#?}");
    ensure!(
        known.len() > 69,
        "only {} addresses were found",
        known.len()
    );
    Ok(())
}
