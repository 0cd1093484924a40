//! All cards of a site, drawn side by side; those drawn before are taken from a cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use sha2::{Digest, Sha256};

use crate::card::Cards;

/// Changes with how an SVG becomes a picture: the fonts, the renderer.
const EDITION: &[u8] = b"1";

/// Writes the PNG of every SVG to the file beside it.
///
/// # Errors
/// When a card can't be drawn or written.
pub fn draw(cards: &Cards, cache: &Path, svgs: &[(PathBuf, String)]) -> Result<()> {
    fs::create_dir_all(cache).with_context(|| format!("making {}", cache.display()))?;
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = svgs.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = svgs
            .chunks(share)
            .map(|chunk| {
                scope.spawn(move || chunk.iter().try_for_each(|card| one(cards, cache, card)))
            })
            .collect();
        workers.into_iter().try_for_each(|worker| {
            let outcome = worker.join();
            outcome.unwrap_or_else(|_| Err(anyhow!("drawing the cards stopped")))
        })
    })
}

fn one(cards: &Cards, cache: &Path, (file, svg): &(PathBuf, String)) -> Result<()> {
    let hash = Sha256::new()
        .chain_update(EDITION)
        .chain_update(svg)
        .finalize();
    let name: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let drawn = cache.join(format!("{name}.png"));
    let png = match fs::read(&drawn) {
        Ok(png) => png,
        Err(_) => {
            let png = cards.png(svg)?;
            fs::write(&drawn, &png).with_context(|| format!("writing {}", drawn.display()))?;
            png
        }
    };
    fs::write(file, png).with_context(|| format!("writing {}", file.display()))
}
