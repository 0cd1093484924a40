//! Pages whose text nodes a translator has replaced.

use anyhow::Result;
use harness::embedded;

/// Wraps each text of the widget in an element, as translators in browsers do.
const TRANSLATE: &str = "
const walker = document.createTreeWalker(place().shadowRoot, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) texts.push(walker.currentNode);
for (const text of texts) {
  const font = document.createElement('font');
  text.replaceWith(font);
  font.append(document.createTextNode(text.data));
}";

#[tokio::test]
async fn the_notice_goes_with_the_next_view() -> Result<()> {
    let page = embedded("<kennis-lemniscaat view=\"vertaling/niets\"></kennis-lemniscaat>").await?;
    page.wait(
        "the notice",
        "$('.kl-notice').textContent.includes('niets')",
    )
    .await?;
    page.js::<()>(TRANSLATE).await?;
    page.click("$('.kl-tip[data-view=\"vertaling/tip-5\"]')")
        .await?;
    let moved = "heading()?.startsWith('Tip 5') && $('.kl-notice').textContent === ''";
    page.wait("tip 5 without the notice", moved).await
}
