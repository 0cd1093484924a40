//! Every view has an address that can be kept, shared and gone back to.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::paths;
use crate::site::{Plan, Site};

/// What a reader gets of a widget: text, the shape of the markup and where links lead.
const READ: &str = include_str!("scripts/addresses_read.js");

#[derive(Deserialize)]
struct Compared {
    status: u16,
    title: String,
    finished_title: String,
    same: bool,
}

/// Compares the live page with the finished one of the path.
async fn compare(browser: &Browser, path: &str) -> Result<Compared> {
    let script = format!(
        "{READ} return finished(arguments[0]).then(({{status, title, kl: there, page}}) => ({{
            status,
            title: document.title,
            finished_title: title,
            same: read(kl(), location.href) === read(there, page),
        }}));"
    );
    browser.js_with(&script, json!([path])).await
}

/// What is wrong with a live view, if anything.
fn complaint(path: &str, seen: &Compared, titles: &mut HashSet<String>) -> Option<String> {
    let Compared { status, title, .. } = seen;
    if *status != 200 {
        Some(format!("{path} answers {status}"))
    } else if !seen.same {
        Some(format!("{path} reads differently once it is live"))
    } else if *title != seen.finished_title {
        let finished = &seen.finished_title;
        Some(format!("{path} is called {title:?}, its page {finished:?}"))
    } else if !titles.insert(title.clone()) {
        Some(format!("{path} is called {title:?} like another view"))
    } else {
        None
    }
}

#[tokio::test]
async fn every_address_opens_its_own_view_and_comes_alive_unchanged() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let (mut wrong, mut titles) = (Vec::new(), HashSet::new());
        for path in paths::all() {
            browser.open_live(&site.url(path)).await?;
            let seen = compare(browser, path).await?;
            wrong.extend(complaint(path, &seen, &mut titles));
        }
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_live_page_can_show_every_view_as_its_own_page_does() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/achtergrond/")).await?;
        let (mut wrong, mut titles) = (Vec::new(), HashSet::new());
        for path in paths::all() {
            go(browser, path).await?;
            let seen = compare(browser, path).await?;
            wrong.extend(complaint(path, &seen, &mut titles));
        }
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_site_may_lie_in_a_folder() -> Result<()> {
    let site = Plan::default().below("/kaart").serve().await?;
    browse(async |browser| {
        for (path, to) in [
            ("/kaart/", "/kaart/nl/"),
            ("/kaart/nl/vertaling/", "/kaart/nl/"),
        ] {
            browser.open_live(&site.url(path)).await?;
            browser.click("$('.kl-phase-4 .kl-label')").await?;
            let there = "location.pathname === arguments[0] && heading().startsWith('Fase 4')";
            let phase = json!([format!("{to}implementeren/")]);
            browser
                .wait_with(&format!("the way on from {path}"), there, phase)
                .await?;
        }
        Ok(())
    })
    .await
}

/// Where the reader is: the path, the page's title and the view's heading.
const HERE: &str = "[location.pathname, document.title, heading()]";

async fn here(browser: &Browser) -> Result<[String; 3]> {
    browser.js(&format!("return {HERE};")).await
}

async fn back_at(browser: &Browser, place: &[String; 3]) -> Result<()> {
    let condition = format!("live() && String({HERE}) === arguments[0]");
    let what = format!("the history to lead to {place:?}");
    browser
        .wait_with(&what, &condition, json!([place.join(",")]))
        .await
}

#[tokio::test]
async fn back_forward_and_reload_lead_where_the_reader_was() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        let mut visited = vec![here(browser).await?];
        for view in [
            "vertaling",
            "vertaling/ervaringen",
            "vertaling/ervaringen/vorm",
        ] {
            let link = format!("$('a[data-view=\"{view}\"]')");
            browser.click(&link).await?;
            let shown =
                "location.pathname === `/nl/${arguments[0]}/` && focused() === $('[data-title]')";
            browser.wait_with(view, shown, json!([view])).await?;
            visited.push(here(browser).await?);
        }
        for place in visited.iter().rev().skip(1) {
            browser.driver.back().await?;
            back_at(browser, place).await?;
        }
        for place in &visited[1..] {
            browser.driver.forward().await?;
            back_at(browser, place).await?;
        }
        browser.driver.refresh().await?;
        back_at(browser, &visited[3]).await?;
        // What was visited before the reload is still behind it.
        browser.driver.back().await?;
        back_at(browser, &visited[2]).await
    })
    .await
}

#[tokio::test]
async fn an_unknown_address_shows_the_nearest_view_and_says_so() -> Result<()> {
    let site = Site::whole().await?;
    let cases = [
        (
            "/nl/vertaling/tip-99/",
            "vertaling/tip-99",
            "/nl/vertaling/",
        ),
        (
            "/nl/vertaling/ervaringen/vorm/oud/1",
            "vorm/oud/1",
            "/nl/vertaling/ervaringen/vorm/",
        ),
        ("/nl/niets/", "niets", "/nl/"),
        ("/nl/%3Cb%3Evet%3C/", "<b>vet<", "/nl/"),
        ("/elders", "elders", "/nl/"),
    ];
    browse(async |browser| {
        for (path, named, nearest) in cases {
            browser.open_live(&site.url(path)).await?;
            let script = format!(
                "{READ} return Promise.all([finished(arguments[0]), finished(arguments[1])]).then(([asked, near]) => [
                    String(asked.status),
                    $('.kl-notice')?.textContent ?? '',
                    $('.kl-main').textContent, near.kl.querySelector('.kl-main').textContent,
                    document.title, near.title,
                ]);"
            );
            let [status, notice, shown, near, title, near_title]: [String; 6] =
                browser.js_with(&script, json!([path, nearest])).await?;
            ensure!(status == "404", "{path} answers {status}: search engines keep it");
            ensure!(notice.contains(named), "at {path} the notice reads {notice:?}");
            ensure!(shown == near, "{path} doesn't show {nearest}");
            ensure!(title == near_title, "{path} is called {title:?}, not {near_title:?}");
        }
        browser.click("$('.kl-phase-2 .kl-label')").await?;
        let gone = "location.pathname === '/nl/analyseren/' && $('.kl-notice').textContent === ''";
        browser.wait("the notice to go with the next view", gone).await
    })
    .await
}

#[tokio::test]
async fn without_scripts_every_link_is_a_page() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let off = json!({"value": true});
        browser
            .cdp("Emulation.setScriptExecutionDisabled", off)
            .await?;
        browser.open(&site.url("/nl/")).await?;
        let steps = [
            (".kl-phase-3 .kl-label", "/nl/vertaling/", "Fase 3 van 4: "),
            (
                ".kl-tips li:nth-child(5) a",
                "/nl/vertaling/tip-5/",
                "Tip 5: ",
            ),
            (".kl-button", "/nl/vertaling/ervaringen/", "Ervaringen: "),
            (
                ".kl-speaker",
                "/nl/vertaling/ervaringen/vorm/citaat-1/",
                "Citaat 1",
            ),
        ];
        for (link, path, heading) in steps {
            browser.click(&format!("$('{link}')")).await?;
            let shown = "location.pathname === arguments[0] && heading().startsWith(arguments[1])";
            browser.wait_with(path, shown, json!([path, heading])).await?;
            let alive: bool = browser.js("return live();").await?;
            ensure!(!alive, "scripts run, so this test shows nothing");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn side_doors_lead_to_the_same_views() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let mut wrong = Vec::new();
        let doors = [
            ("/", "/nl/"),
            ("/index.html", "/nl/"),
            ("/nl/index.html", "/nl/"),
            ("/nl/vertaling/index.html", "/nl/vertaling/"),
            ("/nl/vertaling", "/nl/vertaling/"),
        ];
        for (door, path) in doors {
            browser.open_live(&site.url(door)).await?;
            let seen = compare(browser, path).await?;
            wrong.extend(complaint(path, &seen, &mut HashSet::new()).map(|it| (door, it)));
        }
        ensure!(wrong.is_empty(), "{wrong:#?}");
        browser.open_live(&site.url("/")).await?;
        browser.click("$('.kl-phase-1 .kl-label')").await?;
        let shown = "location.pathname === '/nl/explicitering/' && heading().startsWith('Fase 1')";
        browser
            .wait("the way on from the front door", shown)
            .await
    })
    .await
}

#[tokio::test]
async fn links_beside_the_view_lead_where_they_led() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        let links = "return [...document.querySelectorAll('footer a')].map(({href}) => href);";
        let before: Vec<String> = browser.js(links).await?;
        ensure!(before.len() > 1, "the footer has no links");
        go(browser, "/nl/vertaling/ervaringen/vorm/").await?;
        let after: Vec<String> = browser.js(links).await?;
        ensure!(
            before == after,
            "the footer's links lead to {after:?}, not to {before:?}"
        );
        Ok(())
    })
    .await
}
