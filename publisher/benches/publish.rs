//! Measures how long publishing takes: of the real content, and of 10 and 100 times as much.
//!
//! `cargo xtask bench` runs this benchmark. One core renders every page, fragment and share card twice:
//! first with an empty cache of share cards, then with the cache that the first run filled.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::Content;
use kennislemniscaat::route::Route;
use publisher::charts::charts;
use publisher::content::content_file;
use publisher::content::publication_file::PublicationFile;
use publisher::images::figure_svg::Colors;
use publisher::images::icon::Icons;
use publisher::images::share_card::CardRenderer;
use publisher::pages::base_url::BaseUrl;
use publisher::pages::page::{PageAssets, Pages};
use publisher::pages::views::Views;
use rayon::ThreadPoolBuilder;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let content = content_file::read(&root.join("content/nl.json"))?;
    let phases =
        PublicationFile::read(&root.join("content"))?.colors(&content.loops_of_phases())?;
    let colors = Colors::new(
        &fs::read_to_string(root.join("styles/tokens.css"))?,
        &phases,
    )?;
    let template = fs::read_to_string(root.join("index.html"))?;
    let icons = Icons {
        svg: "icon.svg".into(),
        touch: "icon.png".into(),
        manifest: "site.webmanifest".into(),
    };
    let assets = PageAssets {
        style: "page.css".into(),
        script: "page.js".into(),
        icons,
    };
    let pages = Pages::new(&template, assets)?;
    let cards = CardRenderer::new(colors)?;
    let base_url = BaseUrl::new("https://example.org")?;
    let one_core = ThreadPoolBuilder::new().num_threads(1).build()?;
    println!(
        "{:>6} {:>9} {:>9} {:>9} {:>9}",
        "pages", "seconds", "ms/page", "cached", "KB/page"
    );
    for factor in [1, 10, 100] {
        let content = multiplied(&content, factor);
        let charts = charts(&content)?;
        let bundle = [Bundle::new(content, charts)];
        let site = tempfile::tempdir().context("making a folder for the site")?;
        let cache = tempfile::tempdir().context("making a folder for the share cards")?;
        let views = Views {
            staging: site.path(),
            pages: &pages,
            cards: &cards,
            cache: cache.path(),
            base_url: Some(&base_url),
        };
        let start = Instant::now();
        let count = one_core.install(|| views.publish(&bundle))?.pages;
        let first = start.elapsed().as_secs_f64();
        let bytes = total_size(&bundle[0].content, site.path())?;
        fs::remove_dir_all(site.path())?;
        let start = Instant::now();
        one_core.install(|| views.publish(&bundle))?;
        let cached = start.elapsed().as_secs_f64();
        println!(
            "{count:>6} {first:>9.2} {:>9.2} {cached:>9.2} {:>9.1}",
            first * 1000.0 / count as f64,
            bytes as f64 / 1024.0 / count as f64,
        );
    }
    Ok(())
}

/// The content with `factor` copies of every tip and every question, each at its own address.
fn multiplied(content: &Content, factor: usize) -> Content {
    let mut content = content.clone();
    for phase in &mut content.phases {
        let (tips, questions) = (phase.tips.clone(), phase.questions.clone());
        for copy in 1..factor {
            phase.tips.extend(tips.iter().cloned().map(|mut tip| {
                tip.slug += &format!("-{copy}");
                // A different text makes a different share card.
                tip.text += &format!(" ({copy})");
                tip
            }));
            phase
                .questions
                .extend(questions.iter().cloned().map(|mut question| {
                    question.slug += &format!("-{copy}");
                    question.text += &format!(" ({copy})");
                    for quote in &mut question.quotes {
                        quote.text += &format!(" ({copy})");
                    }
                    question
                }));
        }
    }
    content
}

/// The size of all pages in bytes, without their share cards.
fn total_size(content: &Content, site: &Path) -> Result<u64> {
    let mut bytes = 0;
    for route in Route::all(content) {
        let page = site.join(&content.lang).join(route.path(content));
        bytes += fs::metadata(page.join("index.html"))?.len();
    }
    Ok(bytes)
}
