//! What else a partner's page is used for: printed, read without scripts, opened at old addresses.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::browse;
use crate::embed::{ELEMENT, host};
use crate::hosted::CONTENT;
use crate::print::{bare, sheets};
use crate::site::{Plan, Site, wasm};

#[tokio::test]
async fn on_paper_the_view_stands_between_what_the_page_says_around_it() -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        if !browser.prints() {
            return Ok(());
        }
        let markup =
            "<p>Ervoor</p><kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat><p>Erna</p>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open(&host.url("/gast/")).await?;
        let finished = "heading()?.startsWith('Fase 3')";
        browser
            .wait("the finished view", finished)
            .await?;
        for is_live in [false, true] {
            if is_live {
                files.release();
                browser.wait("the live widget", "live()").await?;
            }
            let paper = sheets(browser).await?.concat();
            let tips = CONTENT.phases[2].tips.iter().map(|tip| tip.text.as_str());
            let mut after = 0;
            for text in ["Ervoor", "Fase 3 van 4"]
                .into_iter()
                .chain(tips)
                .chain(["Erna"])
            {
                let at = paper[after..].find(&bare(text));
                ensure!(
                    at.is_some(),
                    "live {is_live}: “{text}” isn't printed in its place"
                );
                after += at.unwrap_or_default();
            }
            for control in [CONTENT.labels.next_phase(), CONTENT.labels.share()] {
                ensure!(
                    !paper.contains(&bare(control)),
                    "“{control}” is no use on paper"
                );
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_the_colours_of_a_dark_house_paper_stays_white() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<style>kennis-lemniscaat { --kl-surface: #12343b; --kl-ink: #ffe8d6; --kl-link: #ffd166 }</style>
            <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open_live(&host.url("/gast/")).await?;
        let paper = json!({"media": "print"});
        browser.cdp("Emulation.setEmulatedMedia", paper).await?;
        let colours = "[kl(), ...['.kl-label', '.kl-station text', '.kl-tip'].map((each) => $(each))].map((each) => getComputedStyle(each))
            .map(({color, fill}) => [color, fill]).flat()";
        let dark = format!("getComputedStyle(kl()).backgroundColor === 'rgb(255, 255, 255)'
            && {colours}.every((each) => /^rgb\\((\\d?\\d), /.test(each))");
        let printed = browser.wait("dark ink on white", &dark).await;
        let seen: Vec<String> = browser.js(&format!("return {colours};")).await?;
        ensure!(printed.is_ok(), "on paper the ink is {seen:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_short_view_leaves_no_empty_sheet() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        if !browser.prints() {
            return Ok(());
        }
        let markup = "<kennis-lemniscaat view=\"vertaling/tip-5\"></kennis-lemniscaat><p>Erna</p>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open_live(&host.url("/gast/")).await?;
        let sheets = sheets(browser).await?;
        ensure!(
            sheets.len() == 1 && sheets[0].ends_with("Erna"),
            "a tip and a word fill {sheets:#?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_scripts_the_page_s_own_link_is_there() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let page = Plan::default()
            .page("/gast/", host(&files, ELEMENT))
            .page("/elders/", "<!doctype html><title>Elders</title>");
        let host = page.serve().await?;
        let off = json!({"value": true});
        browser
            .cdp("Emulation.setScriptExecutionDisabled", off)
            .await?;
        browser.open(&host.url("/gast/")).await?;
        browser
            .click("document.querySelector('kennis-lemniscaat a')")
            .await?;
        let title = browser.driver.title().await?;
        ensure!(title == "Elders", "the link leads to {title:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_view_that_is_no_more_says_so_before_and_after_the_widget_is_live() -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let markup = "<kennis-lemniscaat view=\"vertaling/tip-99/x\"></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open(&host.url("/gast/")).await?;
        let notice = "$('.kl-notice[role=status]')?.textContent.includes('vertaling/tip-99/x')
            && heading().startsWith('Fase 3') && place().getAttribute('view') === 'vertaling'";
        browser
            .wait("the notice in the finished view", notice)
            .await?;
        files.release();
        browser.wait("the live widget", "live()").await?;
        browser
            .wait("the notice in the live one", notice)
            .await?;
        browser.click("$('.kl-tip')").await?;
        let gone = "heading().startsWith('Tip 1: ') && $('.kl-notice').textContent === ''";
        browser
            .wait("a view that exists, without notice", gone)
            .await
    })
    .await
}

#[tokio::test]
async fn links_to_share_name_the_partner_s_page_before_the_widget_is_live() -> Result<()> {
    let files = Plan::default().holding(wasm).serve().await?;
    browse(async |browser| {
        let markup = "<kennis-lemniscaat view=\"vertaling/tip-5\" share-base=\"/deel?x=1\"></kennis-lemniscaat>
            <kennis-lemniscaat view=\"vertaling/tip-5\"></kennis-lemniscaat>";
        let page = Plan::default().page("/gast/", host(&files, markup));
        let host = page.serve().await?;
        browser.open(&host.url("/gast/")).await?;
        let both = "heading(0)?.startsWith('Tip 5') && heading(1)?.startsWith('Tip 5')";
        browser.wait("the finished views", both).await?;
        let shared = "return [0, 1].map((n) =>
            new URL($('[data-share=LinkedIn]', n).href).searchParams.get('url'));";
        let shared: Value = browser.js(shared).await?;
        let theirs = host.url("/deel?x=1&kennislemniscaat=vertaling/tip-5");
        let ours = files.url("/nl/vertaling/tip-5/");
        ensure!(shared == json!([theirs, ours]), "{shared}");
        Ok(())
    })
    .await
}
