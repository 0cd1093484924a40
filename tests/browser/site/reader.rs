//! Reader modes of browsers keep the text of a page.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use harness::published::CONTENT;
use harness::setup::setup;
use kennislemniscaat::route::Route;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use super::texts::texts;

/// The text that remains of each page, with links to services and without them.
async fn read(pages: &[PathBuf]) -> Result<Vec<[String; 2]>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/browser/site/reader.mjs");
    let mut reader = Command::new("node")
        .arg(script)
        .arg(setup().path("node-modules"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting node")?;
    let mut input = reader.stdin.take().context("the reader's input")?;
    for page in pages {
        let line = format!("{}\n", page.display());
        input.write_all(line.as_bytes()).await?;
    }
    drop(input);
    let output = reader.wait_with_output().await?;
    ensure!(output.status.success(), "the reader failed");
    serde_json::from_slice(&output.stdout).context("the texts of the reader")
}

#[tokio::test]
async fn reader_modes_keep_every_text_of_a_view_and_of_the_print_page() -> Result<()> {
    let routes = Route::all(&CONTENT).into_iter();
    let mut pages: Vec<_> = routes
        .map(|route| (route.path(&CONTENT), texts(&CONTENT, route)))
        .collect();
    let whole = pages.iter().flat_map(|(_, texts)| texts.clone()).collect();
    pages.push((CONTENT.paths.print.clone(), whole));
    let folder = setup().site.join(&CONTENT.lang);
    let files = pages
        .iter()
        .map(|(path, _)| folder.join(path).join("index.html"));
    let read = read(&files.collect::<Vec<_>>()).await?;
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
