//! Contrast, measured: each text's own colour against what is on the screen behind it.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::accessibility::scheme;
use crate::browser::{Browser, browse};
use crate::circumstances::{at_each_width, each, every_view};
use crate::interactive::INTERACTIVE;
use crate::pixels::{COLOURS, shoot, whole_page};
use crate::site::Site;

/// Keeps all words on the page in `words`: where they stand, in which colour, and how large
/// and so how much contrast they need (WCAG 1.4.6: 7:1, large 4.5:1). Then hides them.
const GATHER: &str = "
const unseen = (each) => !each.checkVisibility({visibilityProperty: true, opacityProperty: true})
  || each.closest('.kl-unseen, .page-skip:not(:focus)');
const need = ({fontSize, fontWeight}) => {
  const [size, bold] = [parseFloat(fontSize), fontWeight >= 700];
  return size >= 24 || bold && size >= 18.66 ? 4.5 : 7;
};
const opaque = (each) => {
  let all = 1;
  for (; each; each = each.parentElement ?? each.getRootNode().host) all *= Number(getComputedStyle(each).opacity);
  return all;
};
const word = (each, style, text, rects) => {
  const svg = each.namespaceURI.endsWith('svg');
  const [r, g, b, a] = rgba(svg ? style.fill : style.color);
  const scale = svg ? Math.abs(Math.sqrt(Math.abs(each.getScreenCTM().a * each.getScreenCTM().d - each.getScreenCTM().b * each.getScreenCTM().c))) : 1;
  const least = need({fontSize: parseFloat(style.fontSize) * scale, fontWeight: style.fontWeight});
  const colour = [r, g, b, a * opaque(each) * (svg ? Number(style.fillOpacity) : 1)];
  return {name: `${each.localName}.${each.getAttribute('class') ?? ''} “${text.trim().slice(0, 30)}”`, colour, least,
    rects: [...rects].map(({left, top, right, bottom}) => ({left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY}))};
};
window.words = [];
for (const each of deep(document.body)) {
  if (unseen(each) || ['SCRIPT', 'STYLE'].includes(each.tagName)) continue;
  for (const node of each.childNodes) {
    if (node.nodeType !== 3 || !node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    words.push(word(each, getComputedStyle(each), node.data, range.getClientRects()));
  }
  for (const pseudo of ['::before', '::after', '::placeholder']) {
    if (pseudo === '::placeholder' && !each.placeholder) continue;
    const style = getComputedStyle(each, pseudo);
    const text = pseudo === '::placeholder' ? each.placeholder : style.content;
    if (['none', 'normal', '', '\"\"'].includes(text)) continue;
    words.push(word(each, style, pseudo + text, each.getClientRects()));
  }
}
const hide = window.hide = new CSSStyleSheet();
hide.replaceSync(`*, *::before, *::after, *::placeholder {
    color: transparent !important; text-decoration-color: transparent !important; caret-color: transparent !important;
    transition: none !important;
  }
  /* The ring around a number isn't behind it. */
  *::before { border-color: transparent !important; }
  text, tspan { fill: transparent !important; }`);
for (const root of [document, ...deep(document).map((each) => each.shadowRoot).filter(Boolean)]) {
  root.adoptedStyleSheets.push(hide);
}
return drawn();";

/// The least contrast of each word with what was behind it; shows the words again.
const MEASURE: &str = "
for (const root of [document, ...deep(document).map((each) => each.shadowRoot).filter(Boolean)]) {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== hide);
}
const {data, width, height} = shots.behind;
const lowest = {};
const wrong = [];
for (const {name, colour, least, rects} of words) {
  let worst = Infinity;
  let with_ = null;
  for (const {left, top, right, bottom} of rects) {
    for (let row = 0; row < 4; row++) for (let column = 0; column < 12; column++) {
      const x = Math.floor(left + (right - left) * (column + 0.5) / 12);
      const y = Math.floor(top + (bottom - top) * (row + 0.5) / 4);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const behind = data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
      const found = ratio(over(colour, behind), behind);
      if (found < worst) [worst, with_] = [found, [...behind]];
    }
  }
  if (!rects.some(({left, right}) => right - left > 1)) continue;
  if (worst === Infinity) wrong.push(`${name} isn't in the picture`);
  lowest[least] = Math.min(lowest[least] ?? 21, worst);
  if (worst < least - 0.005) wrong.push(`${name}: ${worst.toFixed(2)}, not ${least}: ${colour.map(Math.round)} on ${with_}`);
}
return {wrong, count: words.length, normal: lowest[7] ?? 21, large: lowest[4.5] ?? 21};";

/// What [`MEASURE`] found.
#[derive(Deserialize)]
pub struct Measured {
    /// Texts with too little.
    pub wrong: Vec<String>,
    count: usize,
    normal: f64,
    large: f64,
}

/// Measures all texts of the view that is shown.
pub async fn measure(browser: &Browser, width: u32) -> Result<Measured> {
    whole_page(browser, width).await?;
    let gather = format!("{INTERACTIVE}{COLOURS}{GATHER}");
    browser.js::<()>(&gather, json!([])).await?;
    shoot(browser, "behind").await?;
    let measure = format!("{INTERACTIVE}{COLOURS}{MEASURE}");
    browser.js(&measure, json!([])).await
}

async fn texts(name: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        let mut sights = every_view();
        // With a notice.
        sights.extend(at_each_width(["/nl/niets/"]));
        let (mut count, mut normal, mut large) = (0, 21.0_f64, 21.0_f64);
        let wrong = each(browser, &site, sights, async |sight| {
            let measured = measure(browser, sight.width).await?;
            count += measured.count;
            normal = normal.min(measured.normal);
            large = large.min(measured.large);
            Ok(measured.wrong)
        });
        let wrong = wrong.await?;
        println!("{name}: {count} texts, at least {normal:.2}:1, large ones {large:.2}:1");
        ensure!(count > 3000, "only {count} texts were measured");
        ensure!(wrong.is_empty(), "{name}: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_text_stands_out_in_light() -> Result<()> {
    texts("light").await
}

#[tokio::test]
async fn every_text_stands_out_in_dark() -> Result<()> {
    texts("dark").await
}

/// Shapes and lines that tell something, the property that colours them, and where.
const PARTS: [(&str, &str, &str); 9] = [
    ("/nl/", ".kl-ribbon", "fill"),
    ("/nl/", ".kl-arrows", "stroke"),
    ("/nl/vertaling/", ".kl-arrows", "stroke"),
    ("/nl/", ".kl-station circle:first-child", "stroke"),
    ("/nl/vertaling/", "[aria-current] .kl-ribbon", "fill"),
    (
        "/nl/vertaling/",
        ".kl-phase-link:not([aria-current]) circle:first-child",
        "stroke",
    ),
    ("/nl/vertaling/", ".kl-main .kl-button", "border-top-color"),
    (
        "/nl/vertaling/",
        ".kl-share :is(button, input)",
        "border-top-color",
    ),
    ("/nl/achtergrond/", ".kl-chart rect", "fill"),
];

/// The contrast of parts with what they stand on: arrows on their arc, all else on the surface.
const PART: &str = "
const [selector, property] = arguments;
const surface = rgba(getComputedStyle(kl()).backgroundColor);
return [...kl().querySelectorAll(selector)].filter((each) => each.checkVisibility()).map((each) => {
  const style = getComputedStyle(each);
  const [r, g, b, a] = rgba(style.getPropertyValue(property));
  const opacity = Number(style.opacity) * (property === 'fill' ? Number(style.fillOpacity) : 1);
  const arc = each.matches('.kl-arrows') && each.closest('a').querySelector('.kl-ribbon');
  const ground = arc ? over(rgba(getComputedStyle(arc).fill), surface) : surface;
  return ratio(over([r, g, b, a * opacity], ground), ground);
});";

async fn parts(name: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        for (path, selector, property) in PARTS {
            let mut least = 21.0_f64;
            let sights = at_each_width([path]);
            let wrong = each(browser, &site, sights, async |_| {
                let part = format!("{COLOURS}{PART}");
                let ratios: Vec<f64> = browser.js(&part, json!([selector, property])).await?;
                // What isn't there doesn't stand out.
                let lowest = ratios.iter().copied().reduce(f64::min).unwrap_or_default();
                least = least.min(lowest);
                Ok((lowest < 3.0)
                    .then(|| format!("{ratios:?}"))
                    .into_iter()
                    .collect())
            });
            let wrong = wrong.await?;
            println!("{name}: {selector} in {path}: at least {least:.2}:1");
            ensure!(wrong.is_empty(), "{name}: {selector}: {wrong:#?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_shape_that_tells_something_stands_out_in_light() -> Result<()> {
    parts("light").await
}

#[tokio::test]
async fn every_shape_that_tells_something_stands_out_in_dark() -> Result<()> {
    parts("dark").await
}
