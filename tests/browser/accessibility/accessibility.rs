//! What can be checked of accessibility by machine, on every view, in every width and theme.

use anyhow::Result;
use serde_json::json;

use crate::addresses::go;
use crate::axe::Findings;
use crate::browser::{Browser, browse};
use crate::circumstances::WIDTHS;
use crate::paths;
use crate::site::Site;

/// What is wrong with the order of the headings, or nothing.
const HEADINGS: &str = include_str!("scripts/accessibility_headings.js");

/// Examines every view within one page: what is shared, such as styles, is loaded once.
async fn every_view(name: &str, width: u32) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        browser.width(width).await?;
        browser.open_live(&site.url("/nl/")).await?;
        Findings::ready(browser).await?;
        let mut found = Findings::default();
        for path in paths::all() {
            go(browser, path).await?;
            let place = format!("{path} {name} at {width} px");
            found.add(browser, &place).await?;
            let headings: String = browser.js(HEADINGS).await?;
            if !headings.is_empty() {
                found.complain(format!("{place}: {headings}"));
            }
        }
        found.none()
    })
    .await
}

#[tokio::test]
async fn every_view_is_free_of_barriers_in_light_on_a_phone() -> Result<()> {
    every_view("light", 320).await
}

#[tokio::test]
async fn every_view_is_free_of_barriers_in_light_on_a_tablet() -> Result<()> {
    every_view("light", 768).await
}

#[tokio::test]
async fn every_view_is_free_of_barriers_in_light_on_a_desk() -> Result<()> {
    every_view("light", 1280).await
}

#[tokio::test]
async fn every_view_is_free_of_barriers_in_dark_on_a_phone() -> Result<()> {
    every_view("dark", 320).await
}

#[tokio::test]
async fn every_view_is_free_of_barriers_in_dark_on_a_tablet() -> Result<()> {
    every_view("dark", 768).await
}

#[tokio::test]
async fn every_view_is_free_of_barriers_in_dark_on_a_desk() -> Result<()> {
    every_view("dark", 1280).await
}

const PRINT: &str = "/nl/print/";

/// Makes all widgets of a page of someone else live: each is so once it is near.
async fn all_live(browser: &Browser, path: &str) -> Result<()> {
    let all = "document.querySelectorAll('details').forEach((each) => { each.open = true; }) ?? [...document.querySelectorAll('kennis-lemniscaat')].every((each) =>
        (lively.has(each) || each.scrollIntoView({behavior: 'instant'}), lively.has(each)))";
    browser.wait(path, all).await
}

/// A partner's page that allows no WebAssembly.
const STRICT: &str = "/voorbeeld/alles/streng/";

/// Pages that are no view's: those of partners, one that doesn't exist, the one to print.
const PAGES: [&str; 7] = [
    "/voorbeeld/",
    "/voorbeeld/alles/",
    "/voorbeeld/alles/slot/",
    STRICT,
    "/voorbeeld/script/",
    "/nl/vertaling/tip-99/",
    PRINT,
];

#[tokio::test]
async fn a_partners_page_the_page_to_print_and_unknown_addresses_are_free_of_barriers() -> Result<()>
{
    let site = Site::whole().await?;
    browse(async |browser| {
        let mut found = Findings::default();
        for name in ["light", "dark"] {
            scheme(browser, name).await?;
            for width in WIDTHS {
                browser.width(width).await?;
                for path in PAGES {
                    // Only the page to print is never live, nor what a policy keeps from it.
                    if path == PRINT {
                        browser.open(&site.url(path)).await?;
                    } else if path == STRICT {
                        browser.open(&site.url(path)).await?;
                        let told = "document.querySelector('[data-reason]').textContent && kl()";
                        browser.wait("a finished view", told).await?;
                    } else {
                        browser.open_live(&site.url(path)).await?;
                        all_live(browser, path).await?;
                    }
                    Findings::ready(browser).await?;
                    let place = format!("{path} {name} at {width} px");
                    found.add(browser, &place).await?;
                }
            }
        }
        found.none()
    })
    .await
}
