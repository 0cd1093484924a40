//! House colours: whatever ground or phase colour a host chooses, text on it can be read.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::browse;
use crate::circumstances::THEMES;
use crate::embed::host;
use crate::grounds::GROUNDS;
use crate::interactive::{hover, open_all};
use crate::pixels::COLOURS;
use crate::site::{Plan, Site};

/// Grounds that hosts may have: light, dark, in between and loud.
const COLOURS_OF_HOUSES: [&str; 16] = [
    "#ffffff", "#f4f1de", "#ffd166", "#b8e0d2", "#8ecae6", "#e07a5f", "#e63946", "#808080",
    "#2a9d8f", "#3a86ff", "#7f5539", "#6a4c93", "#154273", "#12343b", "#01204e", "#000000",
];

/// What can't be read on a ground, and in it on a phase, of a colour: WCAG 2.2, criterion 1.4.3.
/// The mouse is on a button, or on a tip.
const UNREADABLE: &str = include_str!("scripts/house_unreadable.js");

#[tokio::test]
async fn text_can_be_read_on_whatever_colours_a_host_has() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let mut kinds = HashSet::<String>::new();
        // With what the mouse is on.
        let views = [
            ("vertaling", ".kl-button"),
            ("vertaling/tip-99", ".kl-tip"),
            ("vertaling/ervaringen/vorm/citaat-1", ".kl-more"),
            ("achtergrond", "a"),
        ];
        for (view, under_mouse) in views {
            let markup = format!("<kennis-lemniscaat view=\"{view}\"></kennis-lemniscaat>");
            let page = Plan::default().page("/gast/", host(&files, &markup));
            let host = page.serve().await?;
            for scheme in THEMES {
                browser.open_live(&host.url("/gast/")).await?;
                let theme = "place().setAttribute('theme', arguments[0]);";
                browser.js_with::<()>(theme, json!([scheme])).await?;
                open_all(browser).await?;
                hover(browser, &format!("$('.kl-main {under_mouse}')")).await?;
                let unreadable = format!("{COLOURS}{UNREADABLE}");
                let (unreadable, seen): (Vec<String>, Vec<String>) =
                    browser.js_with(&unreadable, json!([COLOURS_OF_HOUSES])).await?;
                ensure!(unreadable.is_empty(), "{view}, {scheme}: {unreadable:#?}");
                kinds.extend(seen);
            }
        }
        ensure!(
            kinds.len() == 13,
            "only of {kinds:?} something was measured"
        );
        Ok(())
    })
    .await
}

/// Which arcs don't stand out against a ground by 3:1: WCAG 2.2, criterion 1.4.11.
const FAINT: &str = include_str!("scripts/house_faint.js");

#[tokio::test]
async fn the_figure_stands_out_on_a_light_and_on_a_dark_ground_of_a_host() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let page = host(&files, "<kennis-lemniscaat></kennis-lemniscaat>");
        let host = Plan::default().page("/gast/", page).serve().await?;
        for theme in THEMES {
            browser.open_live(&host.url("/gast/")).await?;
            let set = "place().setAttribute('theme', arguments[0]);";
            browser.js_with::<()>(set, json!([theme])).await?;
            let faint = format!("{COLOURS}{FAINT}");
            let faint: Vec<String> = browser.js_with(&faint, json!([GROUNDS])).await?;
            ensure!(faint.is_empty(), "{theme}: {faint:#?}");
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
        let chosen: Vec<String> = browser.js(chosen).await?;
        let expected = ["rgb(255, 232, 214)", "rgb(255, 209, 102)", "rgb(0, 0, 1)", "20px", "0px"];
        ensure!(chosen == expected, "{chosen:?}");
        Ok(())
    })
    .await
}
