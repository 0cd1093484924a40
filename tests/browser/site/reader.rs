//! Reader modes of browsers keep the text of a page.

use anyhow::{Result, ensure};
use harness::node_script;
use harness::published::CONTENT;
use harness::setup::setup;

use super::texts::texts;

#[tokio::test]
async fn reader_modes_keep_every_text_of_a_view_and_of_the_print_page() -> Result<()> {
    let views = &CONTENT.views;
    let mut pages: Vec<_> = views
        .routes()
        .map(|route| (views.path(route), texts(&CONTENT, route)))
        .collect();
    let whole = pages.iter().flat_map(|(_, texts)| texts.clone()).collect();
    pages.push((CONTENT.print.clone(), whole));
    let folder = setup().site.join(&CONTENT.lang);
    let files = pages
        .iter()
        .map(|(path, _)| folder.join(path).join("index.html").display().to_string());
    // The text that remains of each page, with links to services and without them.
    let read: Vec<[String; 2]> =
        node_script::run("site/reader.mjs", &files.collect::<Vec<_>>()).await?;
    ensure!(
        read.len() == pages.len(),
        "expected {} pages, got {}",
        pages.len(),
        read.len()
    );
    let mut dropped = Vec::new();
    for ((path, texts), remaining) in pages.iter().zip(&read) {
        for text in texts {
            if !remaining.iter().all(|page| page.contains(text)) {
                dropped.push(format!("/{}/{path}: {text}", CONTENT.lang));
            }
        }
    }
    ensure!(dropped.is_empty(), "reader modes drop {dropped:#?}");
    Ok(())
}
