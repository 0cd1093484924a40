//! Link previews: the preview of a link describes the view that the link leads to.

use std::collections::HashSet;

use anyhow::{Context, Result, ensure};
use harness::node_script;
use harness::published::{CONTENT, get, url};
use kennislemniscaat::route::Route;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Report {
    client: String,
    url: String,
    title: String,
    description: String,
    image: String,
    width: u32,
    height: u32,
    oembed: Option<String>,
}

/// Width and height in px, from a PNG's header: <https://www.w3.org/TR/png-3/#11IHDR>.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |offset: usize| {
        Some(u32::from_be_bytes(
            png.get(offset..offset + 4)?.try_into().ok()?,
        ))
    };
    png.starts_with(b"\x89PNG\r\n\x1a\n").then_some(())?;
    Some((number(16)?, number(20)?))
}

#[tokio::test]
async fn every_view_unfurls_with_its_own_title_description_and_image() -> Result<()> {
    let routes: Vec<_> = CONTENT.views.routes().collect();
    let address = |route: &Route| url(&format!("/{}/{}", CONTENT.lang, CONTENT.views.path(*route)));
    let addresses: Vec<_> = routes.iter().map(address).collect();
    // Two clients report on each address.
    let reports: Vec<Report> = node_script::run("sharing/unfurl.mjs", &addresses).await?;
    ensure!(
        reports.len() == 2 * routes.len(),
        "expected two reports for each view, got {} reports",
        reports.len()
    );
    let mut images = HashSet::new();
    for (route, pair) in routes.iter().zip(reports.chunks(2)) {
        for report in pair {
            let Report { client, url, .. } = report;
            ensure!(
                *url == address(route),
                "{client} reports {url}; expected {}",
                address(route)
            );
            ensure!(
                report.title == CONTENT.page_title(*route),
                "{client}: {report:?}"
            );
            ensure!(!report.description.is_empty(), "{client}: {report:?}");
            ensure!(
                (report.width, report.height) == (1200, 630),
                "{client}: {report:?}"
            );
            ensure!(
                report.image == format!("{url}kaart.png"),
                "{client}: {report:?}"
            );
        }
        ensure!(
            pair[1].oembed.as_ref() == Some(&pair[1].title),
            "{:?}",
            pair[1]
        );
        let path = pair[0].image.strip_prefix(&url(""));
        let path = path.context("the image isn't on the site")?;
        let png = get(path, "identity").await?.bytes().await?;
        ensure!(
            size(&png) == Some((1200, 630)),
            "{path} is {:?}",
            size(&png)
        );
        ensure!(png.len() <= 300 * 1024, "{path} is {} bytes", png.len());
        ensure!(images.insert(png), "{path} is the image of another view");
    }
    let titles: HashSet<_> = reports.iter().map(|report| &report.title).collect();
    let descriptions: HashSet<_> = reports.iter().map(|report| &report.description).collect();
    ensure!(
        titles.len() == routes.len(),
        "expected a title for each view, got {} titles",
        titles.len()
    );
    ensure!(
        descriptions.len() == routes.len(),
        "expected a description for each view, got {} descriptions",
        descriptions.len()
    );
    Ok(())
}
