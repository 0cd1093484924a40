//! The text of printed pages.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use tempfile::TempDir;
use tokio::process::Command;

use crate::page::Page;
use crate::setup::setup;

/// Prints the open page and returns the text of each printed page, [normalized](normalize) because
/// lines may break anywhere.
pub async fn printed_pages(page: &Page) -> Result<Vec<String>> {
    let folder = TempDir::new()?;
    let file = folder.path().join("page.pdf");
    fs::write(&file, page.print_to_pdf().await?)?;
    let mut command = Command::new(setup().path("pdftotext"));
    let output = command.arg(&file).arg("-").output().await;
    let output = output.context("starting pdftotext")?;
    ensure!(
        output.status.success(),
        "pdftotext can't read the printed page"
    );
    let text = String::from_utf8(output.stdout)?;
    let pages = text
        .split('\u{c}')
        .map(normalize)
        .filter(|page| !page.is_empty());
    Ok(pages.collect())
}

/// Normalizes a text for comparison: removes white space and replaces ligatures by letters. Removes
/// hyphens too, because pdftotext treats those at the end of a line as part of the line break.
pub fn normalize(text: &str) -> String {
    let text = text
        .replace('ﬁ', "fi")
        .replace('ﬂ', "fl")
        .replace('ﬀ', "ff");
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .collect()
}
