//! The colours that a reader forces upon all pages: figure, charts, texts, the open panel and the
//! focus are seen in them.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::circumstances::{THEMES, WIDTHS, each_preferring, every_view, prefer};
use crate::embed::host;
use crate::interactive::{INTERACTIVE, hover, open_all};
use crate::pixels::{COLOURS, shoot};
use crate::site::{Plan, Site};

const FORCED: [(&str, &str); 2] = [
    ("forced-colors", "active"),
    ("prefers-reduced-motion", "reduce"),
];

/// For scripts: `system()` is a colour of the reader's, `readers()` whether a colour is one.
const SYSTEM: &str = "
const system = (name) => {
  const probe = document.createElement('i');
  document.body.append(probe);
  probe.style.color = name;
  const {color} = getComputedStyle(probe);
  probe.remove();
  return color;
};
const ground = rgba(system('Canvas'));
const all = ['CanvasText', 'LinkText', 'VisitedText', 'Highlight', 'HighlightText', 'ButtonText'].map(system);
const readers = (colour) => all.includes(colour);
";

/// What can't be told from what is behind it: shapes of the figure and of charts, texts, fields and
/// buttons.
const INVISIBLE: &str = "
const wrong = [...kl().querySelectorAll('.kl-ribbon, .kl-arrows, .kl-station text, .kl-station circle:first-child, .kl-chart rect, .kl-chart text')]
  .filter((each) => each.checkVisibility()).flatMap((each) => {
  const style = getComputedStyle(each);
  const arrows = each.matches('.kl-arrows');
  const property = arrows || each.localName === 'circle' ? 'stroke' : 'fill';
  const colour = style[property];
  const [r, g, b, a] = rgba(colour);
  const seen = over([r, g, b, a * Number(style[`${property}Opacity`])], ground);
  const lit = !each.closest('.kl-figure-lit') || each.closest('[aria-current]') || each.localName !== 'path';
  const told = `${each.getAttribute('class') ?? each.localName} is ${colour} at ${style[`${property}Opacity`]}`;
  // Arrows are gaps in their arc.
  if (!readers(colour) && !(arrows && colour === system('Canvas'))) return [`${told}: not one of the reader's colours`];
  // A number stands in its circle, arrows on their arc, all else on the surface.
  const under = arrows ? '.kl-ribbon' : each.localName === 'text' ? 'circle' : null;
  const below = under && each.parentElement.querySelector(under);
  const behind = below ? rgba(getComputedStyle(below).fill) : ground;
  return ratio(seen, behind) < (lit || arrows ? 3 : 1.3) ? [told] : [];
});
// Grounds and shadows are gone: only a frame tells which phase is shown.
for (const each of kl().querySelectorAll('.kl-label')) {
  const {borderTopStyle, borderTopWidth} = getComputedStyle(each);
  const framed = borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 2;
  if (framed !== !!each.closest('[aria-current]')) wrong.push(`${called(each)} has ${framed ? 'a' : 'no'} frame`);
}
for (const each of kl().querySelectorAll('*')) {
  if (each.closest('svg, .kl-unseen') || !each.checkVisibility({visibilityProperty: true})) continue;
  const control = each.matches('button, input, textarea');
  if (!control && ![...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
  const style = getComputedStyle(each);
  let on = each;
  while (on && rgba(getComputedStyle(on).backgroundColor)[3] === 0) on = on.parentElement;
  const behind = on ? rgba(getComputedStyle(on).backgroundColor) : ground;
  const colours = each.placeholder ? [style.color, getComputedStyle(each, '::placeholder').color] : [style.color];
  for (const colour of colours) {
    if (ratio(rgba(colour), behind) < 4.5) wrong.push(`${called(each)} is ${colour} on ${behind}`);
  }
  const framed = style.borderTopStyle === 'solid' && parseFloat(style.borderTopWidth) >= 1 && ratio(rgba(style.borderTopColor), ground) >= 3;
  if (control && !framed) wrong.push(`${called(each)} has no frame`);
}
const controls = ['summary', 'button', 'input', 'a'].filter((each) => !kl().querySelector(`.kl-share ${each}`)?.checkVisibility());
if (controls.length) wrong.push(`the panel isn't open: there is no ${controls}`);
for (const each of interactive(kl())) {
  each.focus({focusVisible: true});
  const marks = [each, each.querySelector('.kl-label')].filter(Boolean).map(getComputedStyle);
  if (!marks.some((mark) => mark.outlineStyle !== 'none' && parseFloat(mark.outlineWidth) >= 2)) wrong.push(`${called(each)} shows no focus`);
  const ribbon = each.querySelector('.kl-ribbon');
  if (ribbon && !readers(getComputedStyle(ribbon).stroke)) wrong.push(`${called(each)} with the focus has a line of ${getComputedStyle(ribbon).stroke}`);
}
return wrong;";

async fn seen_in(theme: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let invisible = format!("{SYSTEM}{INVISIBLE}");
        let wrong =
            each_preferring(browser, &site, &FORCED, theme, every_view(), &invisible).await?;
        ensure!(wrong.is_empty(), "{theme}: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn all_is_seen_in_the_light_colours_that_a_reader_forces() -> Result<()> {
    seen_in("light").await
}

#[tokio::test]
async fn all_is_seen_in_the_dark_colours_that_a_reader_forces() -> Result<()> {
    seen_in("dark").await
}

#[tokio::test]
async fn a_host_s_colours_give_way_to_those_that_a_reader_forces() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<style>kennis-lemniscaat { --kl-surface: #12343b; --kl-ink: #ffe8d6; --kl-link: #ffd166;
            --kl-focus: #ffd166; --kl-raised: #01204e; --kl-phase-1: #e07a5f; --kl-phase-2: #b8e0d2;
            --kl-phase-3: #ffd166; --kl-phase-4: #8ecae6; --kl-on-phase: #000 }</style>
            <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        for theme in THEMES {
            prefer(browser, &FORCED, theme).await?;
            browser.open_live(&host.url("/gast/")).await?;
            open_all(browser).await?;
            let invisible = format!("{INTERACTIVE}{COLOURS}{SYSTEM}{INVISIBLE}");
            let wrong: Vec<String> = browser.js(&invisible, json!([])).await?;
            ensure!(wrong.is_empty(), "{theme}: {wrong:#?}");
        }
        Ok(())
    })
    .await
}

/// What is wrong with the line of the arc that the mouse is on.
const HOVERED: &str = "
const ribbon = $('.kl-phase-link:hover .kl-ribbon');
if (!ribbon) return ['the mouse is on no phase'];
const {stroke} = getComputedStyle(ribbon);
return readers(stroke) && ratio(rgba(stroke), ground) >= 3 ? [] : [`its line is ${stroke}`];";

#[tokio::test]
async fn what_the_mouse_is_on_shows_it_in_the_colours_that_a_reader_forces() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let hovered = format!("{INTERACTIVE}{COLOURS}{SYSTEM}{HOVERED}");
        for theme in THEMES {
            prefer(browser, &FORCED, theme).await?;
            for path in ["/nl/", "/nl/vertaling/"] {
                browser.open_live(&site.url(path)).await?;
                for phase in 1..=4 {
                    let label = format!("$('.kl-phase-{phase} .kl-label')");
                    hover(browser, &label).await?;
                    let wrong: Vec<String> = browser.js(&hovered, json!([])).await?;
                    ensure!(
                        wrong.is_empty(),
                        "{path}, {theme}, phase {phase}: {wrong:?}"
                    );
                }
            }
        }
        Ok(())
    })
    .await
}

/// What the ring around each number looks like, and what is in it, as no style but only the
/// screen tells: styles keep to themselves which links were followed.
const RINGS: &str = "
return [...kl().querySelectorAll('.kl-station circle:first-child')].map((circle) => {
  const {left, top, width, height} = circle.getBoundingClientRect();
  const radius = width / 2;
  const at = (distance, turn) => {
    const x = Math.floor(left + radius + distance * Math.cos(turn));
    const y = Math.floor(top + height / 2 + distance * Math.sin(turn));
    const {data, width: wide} = shots.rings;
    return [...data.subarray((y * wide + x) * 4, (y * wide + x) * 4 + 3)];
  };
  // Where the line is a pixel wide, only some of it isn't mixed with what is beside it.
  const line = [-1, -0.5, 0, 0.5, 1].flatMap((off) =>
    Array.from({length: 32}, (_, turn) => at(radius + off, turn * Math.PI / 16)));
  // Between the number and a ring that may be thick.
  const inside = at(radius * 0.68, 0);
  const clear = line.reduce((best, each) => ratio(each, inside) > ratio(best, inside) ? each : best);
  const is = (name) => rgba(system(name)).slice(0, 3).every((value, at) => Math.abs(value - clear[at]) <= 2);
  return {thick: ratio(at(radius * 0.87, 0), inside) >= 3, clear: clear.join(), inside: inside.join(), ratio: ratio(clear, ground),
    link: is('LinkText'), visited: is('VisitedText'), empty: ground.slice(0, 3).join() === inside.join()};
});";

#[derive(Deserialize)]
struct Ring {
    thick: bool,
    clear: String,
    inside: String,
    ratio: f64,
    link: bool,
    visited: bool,
    empty: bool,
}

async fn rings(browser: &Browser) -> Result<Vec<Ring>> {
    let look = "
        document.activeElement?.blur();
        $('.kl-phases').scrollIntoView({block: 'center', behavior: 'instant'});
        return drawn();";
    browser.js::<()>(look, json!([])).await?;
    shoot(browser, "rings").await?;
    let rings = format!("{COLOURS}{SYSTEM}{RINGS}");
    browser.js(&rings, json!([])).await
}

/// There and back, as a reader goes: only links that were followed count as such.
async fn see_the_third_phase(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_live(&site.url("/nl/")).await?;
    browser.click("$('.kl-phase-3 .kl-label')").await?;
    let there = "heading().startsWith('Fase 3')";
    browser.wait("the third phase", there, json!([])).await?;
    browser.click("$('.kl-breadcrumb a')").await?;
    let back = "heading() === 'De kennislemniscaat'";
    browser.wait("the overview again", back, json!([])).await
}

#[tokio::test]
async fn a_phase_that_was_seen_is_told_by_a_thicker_ring_not_by_colour_alone() -> Result<()> {
    for theme in THEMES {
        let site = Site::whole().await?;
        browse(async |browser| {
            prefer(browser, &[("prefers-reduced-motion", "reduce")], theme).await?;
            see_the_third_phase(browser, &site).await?;
            browser.size(1280, 1200).await?;
            let thick: Vec<_> = rings(browser)
                .await?
                .iter()
                .map(|ring| ring.thick)
                .collect();
            ensure!(
                thick == [false, false, true, false],
                "{theme}: which rings are thick: {thick:?}"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_phase_that_was_seen_keeps_its_ring_in_the_colours_that_a_reader_forces() -> Result<()> {
    for theme in THEMES {
        // A browser that remembers nothing yet.
        let site = Site::whole().await?;
        browse(async |browser| {
            prefer(browser, &FORCED, theme).await?;
            see_the_third_phase(browser, &site).await?;
            for width in WIDTHS {
                browser.size(width, 1200).await?;
                for (at, ring) in rings(browser).await?.iter().enumerate() {
                    let Ring { clear, inside, .. } = ring;
                    let ring_of = format!("{theme}, {width} px: the ring of phase {}", at + 1);
                    // In narrower figures the line is thinner than a pixel is wide.
                    let told = if at == 2 { ring.visited } else { ring.link };
                    let told = told && ring.thick == (at == 2);
                    ensure!(told || width < 1280, "{ring_of} is {clear}");
                    ensure!(
                        ring.ratio >= 3.0,
                        "{ring_of} is {clear}, {:.2}:1",
                        ring.ratio
                    );
                    ensure!(ring.empty, "{ring_of} is filled with {inside}");
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}
