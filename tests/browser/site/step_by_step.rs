//! The phases as steps, and what these pages have in common.

use anyhow::{Result, ensure};
use harness::interactive::INTERACTIVE;
use harness::layout::TOO_WIDE;
use harness::preferences::{LARGE_TEXT, large_text};
use harness::print::{normalize, printed_pages};
use harness::published::{CONTENT, page as requested, url};
use harness::reflow::{HIDDEN, TEXTS_OVERLAP};
use harness::{Page, blank, standalone};
use kennislemniscaat::content::plain_text;
use kennislemniscaat::route::{Kind, Route};

const PATH: &str = "/nl/stappenplan/";
const PAGES: [&str; 3] = [PATH, "/nl/checklist/", "/nl/inhoud/"];

/// The first tip and the first quote of a phase.
fn first(phase: Route) -> (Option<Route>, Option<Route>) {
    let views = &CONTENT.views;
    let quote = views
        .children_of(phase, Kind::Experiences)
        .flat_map(|experiences| views.children_of(experiences, Kind::Question))
        .find_map(|question| views.children_of(question, Kind::Quote).next());
    (views.children_of(phase, Kind::Tip).next(), quote)
}

#[tokio::test]
async fn each_step_begins_with_a_tip_and_leads_on() -> Result<()> {
    let page = standalone(PATH).prerendered().await?;
    let views = &CONTENT.views;
    for (index, phase) in CONTENT.phases.iter().enumerate() {
        let step = format!("document.getElementById('phase-{}')", index + 1);
        let text: String = page.js(&format!("return {step}.textContent;")).await?;
        let links: Vec<String> = page
            .js(&format!(
                "return [...{step}.querySelectorAll('a')].map((link) => link.getAttribute('href'));"
            ))
            .await?;
        let (tip, quote) = first(*phase);
        for route in [Some(*phase), tip, quote].into_iter().flatten() {
            let href = format!("../../nl/{}", views.path(route));
            ensure!(
                links.contains(&href),
                "step {index} has no link {href}: {links:?}"
            );
        }
        let next = format!("#phase-{}", (index + 1) % CONTENT.phases.len() + 1);
        ensure!(
            links.contains(&next),
            "step {index} has no link {next}: {links:?}"
        );
        let tip = tip.map(|tip| plain_text(&views.get(tip).heading));
        ensure!(
            tip.is_some_and(|tip| text.contains(&tip)),
            "step {index}: {text}"
        );
        let speaker = quote.map(|quote| views.get(quote).speaker.clone());
        ensure!(
            speaker.is_some_and(|name| text.contains(&name)),
            "step {index}: {text}"
        );
    }
    page.click("document.querySelector('#phase-1 [href=\"#phase-2\"]')")
        .await?;
    let top = "Math.abs(document.getElementById('phase-2').getBoundingClientRect().top) < 100";
    page.wait("the second step", top).await?;
    page.click("document.querySelector('.kl-button[href$=\"/checklist/\"]')")
        .await?;
    page.wait("the checklist", "location.pathname === '/nl/checklist/'")
        .await
}

#[tokio::test]
async fn every_page_and_the_pages_themselves_lead_there_and_to_the_other_language() -> Result<()> {
    let page = standalone("/nl/vertaling/").await?;
    for path in PAGES {
        let link = format!("document.querySelector('footer a[href$=\"{path}\"]')");
        page.click(&link).await?;
        let here = format!("location.pathname === '{path}' && document.querySelector('h1')");
        page.wait(path, &here).await?;
    }
    page.open(&page.site().url(PATH)).await?;
    page.click("document.querySelector('a[hreflang=en]')")
        .await?;
    let english =
        "location.pathname === '/en/step-by-step/' && document.documentElement.lang === 'en'";
    page.wait("the steps in English", english).await
}

#[tokio::test]
async fn the_head_names_the_page_in_every_language_and_the_card_of_the_overview() -> Result<()> {
    let card = format!("property=\"og:image\" content=\"{}\"", url("/nl/kaart.png"));
    for (path, english) in [
        (PATH, "/en/step-by-step/"),
        ("/nl/checklist/", "/en/checklist/"),
        ("/nl/print/", "/en/print/"),
        ("/nl/inhoud/", "/en/contents/"),
        ("/nl/citeren/", "/en/cite/"),
    ] {
        let html = requested(path).await?;
        for part in [
            format!("rel=\"canonical\" href=\"{}\"", url(path)),
            format!("hreflang=\"en\" href=\"{}\"", url(english)),
            format!("hreflang=\"x-default\" href=\"{}\"", url(path)),
            card.clone(),
        ] {
            ensure!(html.contains(&part), "{path} lacks {part}");
        }
    }
    Ok(())
}

/// Whether a page has headings without skipped levels and one of level 1.
const HEADINGS: &str = "
const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({localName}) => Number(localName[1]));
const isSkipped = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
return levels[0] === 1 && levels.lastIndexOf(1) === 0 && !isSkipped;";

#[tokio::test]
async fn headings_are_in_order() -> Result<()> {
    let page = blank().await?;
    for path in PAGES {
        page.open(&page.site().url(path)).await?;
        ensure!(page.js::<bool>(HEADINGS).await?, "{path}");
    }
    Ok(())
}

/// Targets that are smaller than 44 by 44 px. The label of a box is part of its target.
const SMALL: &str = "
return focusable().flatMap((target) => {
  if (target.matches('.page-skip')) target.focus();
  const {width, height} = (target.labels?.[0] ?? part(target)).getBoundingClientRect();
  return width > 43.9 && height > 43.9 ? [] : [`${describeElement(target)} is ${width} by ${height} px`];
});";

/// The problems of the open page.
async fn problems(page: &Page, scripts: &[&str], place: &str) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for script in scripts {
        let found: Vec<String> = page.js(&format!("{INTERACTIVE}{script}")).await?;
        problems.extend(found.iter().map(|problem| format!("{place}: {problem}")));
    }
    Ok(problems)
}

#[tokio::test]
async fn targets_are_large_and_content_fits_at_every_width_and_with_large_text() -> Result<()> {
    let mut found = Vec::new();
    let page = blank().await?;
    for path in PAGES {
        page.open(&page.site().url(path)).await?;
        for width in [280, 320, 768, 1280] {
            page.width(width).await?;
            page.drawn().await?;
            let scripts = [TOO_WIDE, TEXTS_OVERLAP, HIDDEN, SMALL];
            found.extend(problems(&page, &scripts, &format!("{path} at {width} px")).await?);
        }
    }
    let page = large_text().await?;
    for path in PAGES {
        page.open(&page.site().url(path)).await?;
        let size: String = page
            .js("return getComputedStyle(document.querySelector('.kl')).fontSize;")
            .await?;
        ensure!(
            size == "32px",
            "the text size is {size}, so this test shows nothing"
        );
        for (width, height) in LARGE_TEXT {
            page.size(width, height).await?;
            page.drawn().await?;
            let scripts = [TOO_WIDE, TEXTS_OVERLAP, HIDDEN];
            let place = format!("{path} with large text at {width} px");
            found.extend(problems(&page, &scripts, &place).await?);
        }
    }
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[tokio::test]
async fn nothing_moves_with_reduced_motion() -> Result<()> {
    let page = blank().prefers("prefers-reduced-motion", "reduce").await?;
    for path in PAGES {
        page.open(&page.site().url(path)).await?;
        page.drawn().await?;
        let count: u32 = page.js("return document.getAnimations().length;").await?;
        ensure!(count == 0, "{path} has {count} animations");
    }
    Ok(())
}

#[tokio::test]
async fn the_steps_are_printed_without_controls() -> Result<()> {
    let page = blank().await?;
    page.open(&url(PATH)).await?;
    let printed = printed_pages(&page).await?.concat();
    let views = &CONTENT.views;
    let mut end = 0;
    for phase in &CONTENT.phases {
        let (tip, quote) = first(*phase);
        let tip = tip.map(|tip| plain_text(&views.get(tip).heading));
        let speaker = quote.map(|quote| views.get(quote).speaker.clone());
        let name = Some(plain_text(&views.get(*phase).heading));
        for text in [name, tip, speaker].into_iter().flatten() {
            let start = printed[end..].find(&normalize(&text));
            ensure!(
                start.is_some(),
                "“{text}” isn't printed in its place: {printed}"
            );
            end += start.unwrap_or_default();
        }
    }
    for control in [CONTENT.labels.skip(), CONTENT.labels.print(), "English"] {
        ensure!(
            !printed.contains(&normalize(control)),
            "“{control}” is printed"
        );
    }
    Ok(())
}
