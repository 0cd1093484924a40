//! What readers ask of their browser is done: colours, motion, spacing, size.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse, browse_with};
use crate::circumstances::{Sight, THEMES, each, each_preferring, every_kind, every_view, prefer};
use crate::contrast::measure;
use crate::interactive::{INTERACTIVE, hover, open_all};
use crate::layout::{CUT_OFF, TOO_WIDE};
use crate::paths::KINDS;
use crate::site::Site;

/// What reaches outside the page. Tables and charts may where text is spaced widely: they have two
/// dimensions, and can be scrolled to (<https://www.w3.org/TR/WCAG22/#reflow>).
const OUTSIDE: &str = "
const width = document.documentElement.clientWidth;
return deep(document.body).filter((each) => each.checkVisibility() && !each.closest('.kl-table, .kl-chart, .kl-unseen, .page-skip, .kl-layer, .kl-stream'))
  .filter((each) => each.getBoundingClientRect().right > width + 1 || each.getBoundingClientRect().left < -1)
  .map((each) => `${called(each)} reaches from ${each.getBoundingClientRect().left} to ${each.getBoundingClientRect().right}`);";

/// Which texts lie over each other. A line of text is less high than the room it gets.
const TEXTS_OVERLAP: &str = "
const texts = deep(document.body).flatMap((each) => each.checkVisibility({visibilityProperty: true})
  && !each.closest('.kl-unseen, .page-skip, [hidden]') ? [...each.childNodes] : [])
  .filter((each) => each.nodeType === 3 && each.data.trim());
const all = texts.flatMap((node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].map(({left, right, top, bottom}) => {
    const slack = (bottom - top) * 0.2;
    return {node, left, right, top: top + slack, bottom: bottom - slack};
  });
});
return all.flatMap((a, at) => all.slice(at + 1).filter((b) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
  .map((b) => `“${a.node.data.slice(0, 30)}” over “${b.node.data.slice(0, 30)}”`));";

/// Which texts are cut off by a box that hides what sticks out.
const HIDDEN: &str = "
return deep(document.body).filter((each) => !each.closest('.kl-unseen, .page-skip, svg, textarea, input')
  && each.checkVisibility() && ['hidden', 'clip'].includes(getComputedStyle(each).overflowY)
  && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1))
  .map((each) => `${called(each)} is cut off`);";

/// What doesn't fit in the page as it is now.
async fn misfits(browser: &Browser, wide: &str) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for script in [wide, CUT_OFF, TEXTS_OVERLAP, HIDDEN] {
        let script = format!("{INTERACTIVE}{script}");
        wrong.extend(browser.js::<Vec<String>>(&script, json!([])).await?);
    }
    Ok(wrong)
}

/// Where each kind of view is on our own site.
fn our_pages(site: &Site) -> Vec<String> {
    KINDS.map(|path| site.url(path)).into()
}

/// Checks that what is on some pages fits after a script has changed something.
pub async fn fits(
    browser: &Browser,
    pages: &[String],
    sizes: &[(u32, u32)],
    change: &str,
) -> Result<()> {
    let mut wrong = Vec::new();
    for (width, height) in sizes {
        browser.size(*width, *height).await?;
        for page in pages {
            browser.open_live(page).await?;
            open_all(browser).await?;
            let wide = if change.is_empty() { TOO_WIDE } else { OUTSIDE };
            let change = format!("{INTERACTIVE}{change} return drawn();");
            browser.js::<()>(&change, json!([])).await?;
            let found = misfits(browser, wide).await?.into_iter();
            let place = format!("{page} at {width} x {height} px");
            wrong.extend(found.map(|each| format!("{place}: {each}")));
        }
    }
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// The spacing of <https://www.w3.org/TR/WCAG22/#text-spacing>, as a reader's own style.
const SPACED: &str = "
const spaced = new CSSStyleSheet();
spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`);
for (const root of [document, ...deep(document).map((each) => each.shadowRoot).filter(Boolean)]) {
  root.adoptedStyleSheets.push(spaced);
}";

#[tokio::test]
async fn wider_spaced_text_fits() -> Result<()> {
    let site = Site::whole().await?;
    let sizes = [(320, 900), (768, 900), (1280, 900)];
    browse(async |browser| fits(browser, &our_pages(&site), &sizes, SPACED).await).await
}

#[tokio::test]
async fn a_desk_zoomed_in_to_400_percent_needs_no_scrolling_sideways() -> Result<()> {
    let site = Site::whole().await?;
    // 1280 x 1024 px at 400 and 200 %.
    let sizes = [(320, 256), (640, 512)];
    browse(async |browser| fits(browser, &our_pages(&site), &sizes, "").await).await
}

#[tokio::test]
async fn a_phone_may_be_held_either_way() -> Result<()> {
    let site = Site::whole().await?;
    let sizes = [(375, 667), (667, 375)];
    browse(async |browser| fits(browser, &our_pages(&site), &sizes, "").await).await
}

/// Runs a test with text of twice the size, as the reader sets it.
pub async fn with_large_text(test: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    let large = json!({"webkit.webprefs.default_font_size": 32});
    browse_with(large, async |browser| {
        test(browser).await?;
        let size = "return getComputedStyle(kl()).fontSize;";
        let size: String = browser.js(size, json!([])).await?;
        ensure!(size == "32px", "who asks for text of 32 px gets {size}");
        Ok(())
    })
    .await
}

/// Windows for text of twice the size, in px: the first has, with such text, the room of 160 px.
pub const LARGE_TEXT: [(u32, u32); 4] = [(320, 900), (640, 900), (768, 900), (1280, 900)];

#[tokio::test]
async fn text_of_twice_the_size_fits_in_every_width() -> Result<()> {
    let site = Site::whole().await?;
    with_large_text(async |browser| fits(browser, &our_pages(&site), &LARGE_TEXT, "").await).await
}

/// What moves, at rest or with the focus, and what would.
const MOVING: &str = "
const moving = () => document.getAnimations().map((each) =>
  `${each.animationName ?? each.transitionProperty} of ${each.effect.target.getAttribute('class')}`);
return (async () => {
  await drawn();
  const found = moving();
  for (const each of interactive(kl())) {
    each.focus({focusVisible: true});
    found.push(...moving());
  }
  const stream = [...kl().querySelectorAll('.kl-stream, .kl-stream *')];
  found.push(...stream.filter((each) => each.childElementCount === 0 && each.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(() => 'the stream shows'));
  for (const each of deep(document.body)) for (const pseudo of [null, '::before', '::after']) {
    const {animationName, transitionDuration, transitionProperty} = getComputedStyle(each, pseudo);
    if (animationName !== 'none') found.push(`${called(each)} would do ${animationName}`);
    if (transitionProperty !== 'none' && /[1-9]/.test(transitionDuration)) found.push(`${called(each)} would change slowly`);
  }
  return found;
})();";

async fn still_in(theme: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let moving = format!("{INTERACTIVE}{MOVING}");
        prefer(browser, &[("prefers-reduced-motion", "reduce")], theme).await?;
        let wrong = each(browser, &site, every_view(), async |sight| {
            let mut wrong: Vec<String> = browser.js(&moving, json!([])).await?;
            // Styles under the mouse differ by kind of view.
            let kind = KINDS.contains(&sight.path);
            let under_mouse = ["$('.kl-phase-4 .kl-label')", "$('.kl-main .kl-button')"];
            for hovered in under_mouse.into_iter().filter(|_| kind) {
                hover(browser, hovered).await?;
                let moves = "return document.getAnimations().length;";
                let moves: u32 = browser.js(moves, json!([])).await?;
                if moves > 0 {
                    wrong.push(format!("the mouse on {hovered} starts a motion"));
                }
            }
            Ok(wrong)
        });
        let wrong = wrong.await?;
        ensure!(wrong.is_empty(), "{theme}: {wrong:#?}");
        // Where motion is welcome, there is some: else this test shows nothing.
        let welcome = [("prefers-reduced-motion", "no-preference")];
        prefer(browser, &welcome, theme).await?;
        browser.open_live(&site.url("/nl/")).await?;
        let moves: Vec<String> = browser.js(&moving, json!([])).await?;
        ensure!(!moves.is_empty(), "nothing ever moves");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_moves_in_light_for_who_asks_for_less_motion() -> Result<()> {
    still_in("light").await
}

#[tokio::test]
async fn nothing_moves_in_dark_for_who_asks_for_less_motion() -> Result<()> {
    still_in("dark").await
}

#[tokio::test]
async fn who_asks_for_more_contrast_gets_no_less() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        for theme in THEMES {
            prefer(browser, &[("prefers-contrast", "more")], theme).await?;
            let look = async |sight: Sight| Ok(measure(browser, sight.width).await?.wrong);
            let wrong = each(browser, &site, every_kind(), look).await?;
            ensure!(wrong.is_empty(), "{theme}: {wrong:#?}");
        }
        Ok(())
    })
    .await
}

/// Lines and shapes that are faint against the surface.
const FAINT: &str = "
const surface = rgba(getComputedStyle(kl()).backgroundColor);
return [...kl().querySelectorAll('*')].filter((each) => each.checkVisibility() && !each.closest('.kl-unseen, .kl-stream')).flatMap((each) => {
  const style = getComputedStyle(each);
  const lines = ['top', 'left'].filter((side) => parseFloat(style[`border-${side}-width`]) > 0 && style[`border-${side}-style`] !== 'none')
    .map((side) => rgba(style[`border-${side}-color`]));
  if (each.matches('.kl-ribbon')) {
    const [r, g, b, a] = rgba(style.fill);
    lines.push([r, g, b, a * Number(style.fillOpacity) * Number(style.opacity)]);
  }
  return lines.filter((line) => line[3] > 0 && ratio(over(line, surface), surface) < 3)
    .map((line) => `${called(each)}: ${ratio(over(line, surface), surface).toFixed(2)}`);
});";

#[tokio::test]
async fn who_asks_for_more_contrast_sees_every_line() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let more = [("prefers-contrast", "more")];
        for theme in THEMES {
            let faint = each_preferring(browser, &site, &more, theme, every_kind(), FAINT).await?;
            ensure!(faint.is_empty(), "{theme}: {faint:#?}");
        }
        Ok(())
    })
    .await
}

/// What lets something else through.
const SHEER: &str = "
return [...kl().querySelectorAll('*')].filter((each) => each.checkVisibility() && !each.closest('.kl-unseen, .kl-stream')).flatMap((each) => {
  const style = getComputedStyle(each);
  const alphas = [Number(style.opacity), rgba(style.backgroundColor)[3]];
  if (each.closest('svg')) alphas.push(Number(style.fillOpacity), Number(style.strokeOpacity));
  return alphas.some((alpha) => alpha > 0.01 && alpha < 0.99) ? [`${called(each)}: ${alphas}`] : [];
});";

#[tokio::test]
async fn nothing_shows_through_for_who_asks_for_less_transparency() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let reduced = [("prefers-reduced-transparency", "reduce")];
        for theme in THEMES {
            let sheer =
                each_preferring(browser, &site, &reduced, theme, every_kind(), SHEER).await?;
            ensure!(sheer.is_empty(), "{theme}: {sheer:#?}");
        }
        Ok(())
    })
    .await
}
