//! The text of printed pages.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use tempfile::TempDir;
use tokio::process::Command;

use crate::page::Page;
use crate::setup::setup;

/// The text of each sheet of the page that is open, printed on A4, as [`bare`] text: lines
/// break where they will.
pub async fn sheets(page: &Page) -> Result<Vec<String>> {
    let folder = TempDir::new()?;
    let file = folder.path().join("page.pdf");
    fs::write(&file, page.printed().await?)?;
    let mut reader = Command::new(setup().path("pdftotext"));
    let output = reader.arg(&file).arg("-").output().await;
    let output = output.context("starting pdftotext")?;
    ensure!(
        output.status.success(),
        "pdftotext can't read what is printed"
    );
    let text = String::from_utf8(output.stdout)?;
    let sheets = text
        .split('\u{c}')
        .map(bare)
        .filter(|sheet| !sheet.is_empty());
    Ok(sheets.collect())
}

/// A text without white space, with letters for ligatures. Without hyphens too: the
/// reader takes those at the end of a line for part of the line break.
pub fn bare(text: &str) -> String {
    let text = text
        .replace('ﬁ', "fi")
        .replace('ﬂ', "fl")
        .replace('ﬀ', "ff");
    text.chars()
        .filter(|each| !each.is_whitespace() && *each != '-')
        .collect()
}
