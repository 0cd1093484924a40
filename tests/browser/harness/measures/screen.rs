//! Pixels on the screen, for tests of colors.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::page::Page;

/// For scripts: `ratio()` of two colours, `rgba()` of a colour as CSS names it, `over()` for
/// one that lets another through. Colours are red, green, blue (0 to 255) and alpha (0 to 1).
/// Contrast as <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio> defines it.
pub const COLORS: &str = include_str!("../scripts/screen_colors.js");

/// Keeps what is on the screen now as image data, in `shots` by this name.
pub async fn shoot(page: &Page, name: &str) -> Result<()> {
    keep(
        page,
        name,
        json!({"format": "png", "optimizeForSpeed": true}),
    )
    .await
}

/// Keeps a part of the page, as left, top, width and height in px: most of what there is to see
/// costs time, and not all of it matters.
pub async fn shoot_part(page: &Page, name: &str, part: [u32; 4]) -> Result<()> {
    let [x, y, width, height] = part;
    let clip = json!({"x": x, "y": y, "width": width, "height": height, "scale": 1});
    keep(page, name, json!({"format": "png", "clip": clip})).await
}

async fn keep(page: &Page, name: &str, how: Value) -> Result<()> {
    let shot = page.ask("Page.captureScreenshot", how).await?;
    let shot = shot["data"].as_str().context("a picture of the page")?;
    let keep = "
        const [name, data] = arguments;
        return (async () => {
          const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
          const picture = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
          const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
          canvas.drawImage(picture, 0, 0);
          (window.shots ??= {})[name] = canvas.getImageData(0, 0, picture.width, picture.height);
        })();";
    page.js_with(keep, json!([name, shot])).await
}

/// Makes the window as high as the page, so that all of it is in one picture.
pub async fn whole_page(page: &Page, width: u32) -> Result<()> {
    let height = "
        // Else the page grows with the window.
        const low = window.low ??= new CSSStyleSheet();
        low.replaceSync('main { min-height: 0 !important; }');
        if (!document.adoptedStyleSheets.includes(low)) document.adoptedStyleSheets.push(low);
        scrollTo(0, 0);
        return drawn().then(() => Math.ceil(document.body.getBoundingClientRect().bottom));";
    let height: u32 = page.js(height).await?;
    page.size(width, height.max(900)).await?;
    page.drawn().await
}
