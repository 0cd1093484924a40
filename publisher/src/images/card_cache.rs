//! The picture of each card; those drawn before are taken from a cache.

use std::fs;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::assets::{hex, write};
use crate::images::share_card::CardRenderer;

/// Changes with how an SVG becomes a picture: the fonts, the renderer.
const CACHE_VERSION: &[u8] = b"2";

/// Writes the PNG of a card to a file; tells whether it had to be drawn.
///
/// # Errors
/// When the card can't be drawn or written.
pub fn publish(cards: &CardRenderer, cache: &Path, svg: &str, file: &Path) -> Result<bool> {
    let hash = Sha256::new()
        .chain_update(CACHE_VERSION)
        .chain_update(svg)
        .finalize();
    let drawn = cache.join(format!("{}.png", hex(&hash)));
    if let Ok(png) = fs::read(&drawn) {
        write(file, png)?;
        return Ok(false);
    }
    let png = cards.png(svg)?;
    write(&drawn, &png)?;
    write(file, png)?;
    Ok(true)
}
