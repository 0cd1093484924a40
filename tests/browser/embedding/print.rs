//! Printed host pages.

use anyhow::{Result, ensure};
use harness::embedded;
use harness::engine::Engine;
use harness::print::{normalize, printed_pages};
use harness::published::CONTENT;
use harness::server::wasm;
use kennislemniscaat::content::plain_text;
use kennislemniscaat::route::Kind;
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

#[apply(every_engine)]
#[tokio::test]
async fn view_is_printed_in_its_place_on_the_host_page(#[case] engine: Engine) -> Result<()> {
    let markup =
        "<p>Ervoor</p><kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat><p>Erna</p>";
    let page = embedded(markup).holding(wasm).engine(engine).await?;
    if !page.can_print() {
        return Ok(());
    }
    let prerendered = "heading()?.startsWith('Fase 3')";
    page.wait("the prerendered view", prerendered).await?;
    for interactive in [false, true] {
        if interactive {
            page.release();
            page.wait("the interactive widget", "isInteractive()")
                .await?;
        }
        let printed = printed_pages(&page).await?.concat();
        let views = &CONTENT.views;
        let tips = views.children_of(CONTENT.phases[2], Kind::Tip);
        let tips = tips.map(|tip| plain_text(&views.get(tip).heading));
        let before = ["Ervoor", "Fase 3 van 4"].map(String::from).into_iter();
        let mut end = 0;
        for text in before.chain(tips).chain(["Erna".to_owned()]) {
            let start = printed[end..].find(&normalize(&text));
            ensure!(
                start.is_some(),
                "interactive {interactive}: “{text}” isn't printed in its place"
            );
            end += start.unwrap_or_default();
        }
        for control in [CONTENT.labels.next_phase(), CONTENT.labels.share()] {
            ensure!(
                !printed.contains(&normalize(control)),
                "the control “{control}” is printed"
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn print_is_dark_on_white_with_dark_host_colors() -> Result<()> {
    let markup = "<style>kennis-lemniscaat { --kl-surface: #12343b; --kl-ink: #ffe8d6; --kl-link: #ffd166 }</style>
        <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
    let page = embedded(markup).await?;
    let print = json!({"media": "print"});
    page.cdp("Emulation.setEmulatedMedia", print).await?;
    let colors =
        "[kl(), ...['.kl-label', '.kl-station text', '.kl-tip'].map((selector) => $(selector))]
        .map((element) => getComputedStyle(element)).map(({color, fill}) => [color, fill]).flat()";
    let dark = format!(
        "getComputedStyle(kl()).backgroundColor === 'rgb(255, 255, 255)'
        && {colors}.every((color) => /^rgb\\((\\d?\\d), /.test(color))"
    );
    let result = page.wait("dark text on white", &dark).await;
    let colors: Vec<String> = page.js(&format!("return {colors};")).await?;
    ensure!(
        result.is_ok(),
        "the printed text isn't dark on white: {colors:?}"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn short_view_prints_on_one_page(#[case] engine: Engine) -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"vertaling/tip-5\"></kennis-lemniscaat><p>Erna</p>";
    let page = embedded(markup).engine(engine).await?;
    if !page.can_print() {
        return Ok(());
    }
    let pages = printed_pages(&page).await?;
    ensure!(
        pages.len() == 1 && pages[0].ends_with("Erna"),
        "expected one printed page with a tip and a word, got {pages:#?}"
    );
    Ok(())
}
