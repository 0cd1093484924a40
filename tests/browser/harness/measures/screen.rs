//! Screenshots and colors of pixels.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::page::Page;

/// For scripts. `ratio()` is the contrast of two colors, as
/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio> defines it; `rgba()` parses a CSS color;
/// `over()` blends a translucent color with the one below. Colors are red, green, blue (0 to 255)
/// and alpha (0 to 1).
pub const COLORS: &str = include_str!("scripts/screen_colors.js");

/// Stores a screenshot as image data in `shots`, under a name.
pub async fn shoot(page: &Page, name: &str) -> Result<()> {
    let options = json!({"format": "png", "optimizeForSpeed": true});
    store(page, name, options).await
}

/// Stores a screenshot of a part of the page: left, top, width and height in px. A smaller part
/// takes less time.
pub async fn shoot_part(page: &Page, name: &str, part: [u32; 4]) -> Result<()> {
    let [x, y, width, height] = part;
    let clip = json!({"x": x, "y": y, "width": width, "height": height, "scale": 1});
    store(page, name, json!({"format": "png", "clip": clip})).await
}

async fn store(page: &Page, name: &str, options: Value) -> Result<()> {
    let answer = page.ask("Page.captureScreenshot", options).await?;
    let data = answer["data"].as_str();
    let data = data.context("Page.captureScreenshot returned no data")?;
    let store = "
        const [name, data] = arguments;
        return (async () => {
          const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
          const picture = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
          const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
          canvas.drawImage(picture, 0, 0);
          (window.shots ??= {})[name] = canvas.getImageData(0, 0, picture.width, picture.height);
        })();";
    page.js_with(store, json!([name, data])).await
}

/// Makes the window as high as the page, so that one screenshot shows the whole page.
pub async fn whole_page(page: &Page, width: u32) -> Result<()> {
    let height = "
        // The minimum height would make the page grow with the window.
        const low = window.low ??= new CSSStyleSheet();
        low.replaceSync('main { min-height: 0 !important; }');
        if (!document.adoptedStyleSheets.includes(low)) document.adoptedStyleSheets.push(low);
        scrollTo(0, 0);
        return drawn().then(() => Math.ceil(document.body.getBoundingClientRect().bottom));";
    // A low window limits the size of the figure, so the page is a little higher in a high window.
    for _ in 0..2 {
        let height: u32 = page.js(height).await?;
        page.size(width, height.max(900)).await?;
        page.drawn().await?;
    }
    Ok(())
}
