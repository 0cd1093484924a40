//! House colours: whatever ground or phase colour a host chooses, text on it can be read.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::browse;
use crate::embed::host;
use crate::pixels::COLOURS;
use crate::site::{Plan, Site};

/// Grounds that hosts may have: light, dark, in between and loud.
const COLOURS_OF_HOUSES: [&str; 16] = [
    "#ffffff", "#f4f1de", "#ffd166", "#b8e0d2", "#8ecae6", "#e07a5f", "#e63946", "#808080",
    "#2a9d8f", "#3a86ff", "#7f5539", "#6a4c93", "#154273", "#12343b", "#01204e", "#000000",
];

/// What can't be read on a ground, and in it on a phase, of a colour: WCAG 2.2, criterion 1.4.3.
const UNREADABLE: &str = "
const wrong = [];
for (const colour of arguments[0]) {
  place().style.setProperty('--kl-surface', colour);
  place().style.setProperty('--kl-phase-1', colour);
  const check = (what, each, on) => {
    const found = ratio(rgba(getComputedStyle(each).color), rgba(on));
    if (found < 4.5) wrong.push(`${what} on ${colour}: ${found.toFixed(2)}`);
  };
  const ground = getComputedStyle(kl()).backgroundColor;
  check('text', kl(), ground);
  check('a link', $('.kl-crumb'), ground);
  check('small text', $('.kl-kicker'), ground);
  const number = $('.kl-phase-1 .kl-number');
  check('a number', number, getComputedStyle(number).backgroundColor);
}
return wrong;";

#[tokio::test]
async fn text_can_be_read_on_whatever_colours_a_host_has() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        for scheme in ["light", "dark"] {
            browser.open_live(&host.url("/gast/")).await?;
            let theme = "place().setAttribute('theme', arguments[0]);";
            browser.js::<()>(theme, json!([scheme])).await?;
            let unreadable = format!("{COLOURS}{UNREADABLE}");
            let unreadable: Vec<String> =
                browser.js(&unreadable, json!([COLOURS_OF_HOUSES])).await?;
            ensure!(unreadable.is_empty(), "{scheme}: {unreadable:#?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_host_s_own_choice_of_text_goes_before_ours() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<style>kennis-lemniscaat { --kl-surface: #12343b; --kl-ink: #ffe8d6; --kl-link: #ffd166;
            --kl-on-phase: #000001; --kl-space: 20px; --kl-radius: 0px }</style>
            <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open_live(&host.url("/gast/")).await?;
        let chosen = "return [getComputedStyle(kl()).color, getComputedStyle($('.kl-crumb')).color,
            getComputedStyle($('.kl-number')).color, getComputedStyle($('.kl-head')).paddingTop,
            getComputedStyle($('.kl-button')).borderRadius];";
        let chosen: Vec<String> = browser.js(chosen, json!([])).await?;
        let expected = ["rgb(255, 232, 214)", "rgb(255, 209, 102)", "rgb(0, 0, 1)", "20px", "0px"];
        ensure!(chosen == expected, "{chosen:?}");
        Ok(())
    })
    .await
}
