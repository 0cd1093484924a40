//! Renders share cards as PNG, with a cache of the cards of earlier runs.

use std::fs;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::assets::{hex, write};
use crate::images::share_card::CardRenderer;

/// Must change whenever the same SVG gives another picture: with the fonts and with the renderer.
const CACHE_VERSION: &[u8] = b"3";

/// Writes the PNG of a card to a file; returns whether the card had to be rendered.
pub fn publish(cards: &CardRenderer, cache: &Path, svg: &str, file: &Path) -> Result<bool> {
    let hash = Sha256::new()
        .chain_update(CACHE_VERSION)
        .chain_update(svg)
        .finalize();
    let cached = cache.join(format!("{}.png", hex(&hash)));
    if let Ok(png) = fs::read(&cached) {
        write(file, png)?;
        return Ok(false);
    }
    let png = cards.png(svg)?;
    write(&cached, &png)?;
    write(file, png)?;
    Ok(true)
}
