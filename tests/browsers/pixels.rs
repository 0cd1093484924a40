//! What is really on the screen, for tests of colours.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::Browser;

/// For scripts: `ratio()` of two colours, `rgba()` of a colour as CSS names it, `over()` for
/// one that lets another through. Colours are red, green, blue (0 to 255) and alpha (0 to 1).
/// Contrast as <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio> defines it.
pub const COLOURS: &str = "
const linear = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const ratio = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const paint = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
const known = {};
const rgba = (css) => known[css] ??= (() => {
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = css;
  paint.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
})();
const over = ([r, g, b, a], [x, y, z]) => [[r, x], [g, y], [b, z]].map(([top, below]) => top * a + below * (1 - a));
";

/// Keeps what is on the screen now as image data, in `shots` by this name.
pub async fn shoot(browser: &Browser, name: &str) -> Result<()> {
    keep(
        browser,
        name,
        json!({"format": "png", "optimizeForSpeed": true}),
    )
    .await
}

/// Keeps a part of the page, as left, top, width and height in px: most of what there is to see
/// costs time, and not all of it matters.
pub async fn shoot_part(browser: &Browser, name: &str, part: [u32; 4]) -> Result<()> {
    let [x, y, width, height] = part;
    let clip = json!({"x": x, "y": y, "width": width, "height": height, "scale": 1});
    keep(browser, name, json!({"format": "png", "clip": clip})).await
}

async fn keep(browser: &Browser, name: &str, how: Value) -> Result<()> {
    let shot = browser.ask("Page.captureScreenshot", how).await?;
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
    browser.js(keep, json!([name, shot])).await
}

/// Makes the window as high as the page, so that all of it is in one picture.
pub async fn whole_page(browser: &Browser, width: u32) -> Result<()> {
    let height = "
        // Else the page grows with the window.
        const low = window.low ??= new CSSStyleSheet();
        low.replaceSync('main { min-height: 0 !important; }');
        if (!document.adoptedStyleSheets.includes(low)) document.adoptedStyleSheets.push(low);
        scrollTo(0, 0);
        return drawn().then(() => Math.ceil(document.body.getBoundingClientRect().bottom));";
    let height: u32 = browser.js(height, json!([])).await?;
    browser.size(width, height.max(900)).await?;
    browser.js("return drawn();", json!([])).await
}
