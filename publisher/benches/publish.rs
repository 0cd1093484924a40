//! Measures how long publishing takes: of the real content, and of 10 and 100 times as much.
//!
//! `cargo xtask bench` runs this benchmark. One core renders every page, fragment and share card twice:
//! first with an empty cache of share cards, then with the cache that the first run filled.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use publisher::edition::{Edition, Facts, Shared};
use publisher::images::figure_svg::Colors;
use publisher::images::icon::Icons;
use publisher::images::share_card::CardRenderer;
use publisher::manuscript::{Inline, Key, Manuscript, Text};
use publisher::pages::base_url::BaseUrl;
use publisher::pages::page::{PageAssets, Pages};
use publisher::pages::views::Views;
use publisher::publication::Publication;
use rayon::ThreadPoolBuilder;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let publication = Publication::read(&root.join("publications/kennislemniscaat"))?;
    let tokens = fs::read_to_string(root.join("styles/tokens.css"))?;
    let colors = Colors::new(&tokens, &publication.colors())?;
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
        has_png: true,
        ..PageAssets::default()
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
        let editions = [multiplied(&publication, factor)?];
        let site = tempfile::tempdir().context("making a folder for the site")?;
        let cache = tempfile::tempdir().context("making a folder for the share cards")?;
        let views = Views {
            staging: site.path(),
            pages: &pages,
            cards: &cards,
            cache: Some(cache.path()),
            base_url: Some(&base_url),
        };
        let start = Instant::now();
        let count = one_core.install(|| views.publish(&editions))?.pages;
        let first = start.elapsed().as_secs_f64();
        let bytes = total_size(&editions[0], site.path())?;
        fs::remove_dir_all(site.path())?;
        let start = Instant::now();
        one_core.install(|| views.publish(&editions))?;
        let cached = start.elapsed().as_secs_f64();
        println!(
            "{count:>6} {first:>9.2} {:>9.2} {cached:>9.2} {:>9.1}",
            first * 1000.0 / count as f64,
            bytes as f64 / 1024.0 / count as f64,
        );
    }
    Ok(())
}

/// The publication in its default language with `factor` copies of every tip and every question, each at its own address.
fn multiplied(publication: &Publication, factor: usize) -> Result<Edition> {
    let mut publication = publication.clone();
    let text = publication.texts.first().context("a language")?;
    let mut shared = Shared {
        permalinks: &mut publication.permalinks,
        study: publication.study.as_ref(),
        default_lang: &text.lang,
        facts: &Facts::default(),
    };
    let manuscript = with_copies(&text.manuscript, factor);
    Edition::new(&text.lang, &manuscript, &text.words, &mut shared)
}

fn with_copies(manuscript: &Manuscript, factor: usize) -> Manuscript {
    let mut manuscript = manuscript.clone();
    for phase in &mut manuscript.phases {
        let (tips, questions) = (phase.tips.clone(), phase.questions.clone());
        for copy in 1..factor {
            // A different text makes a different share card.
            let mark = |text: &Text| Text::from(format!("{} ({copy})", text.as_str()));
            let rename =
                |key: &Key| Key::from(&*format!("{}-{copy}", key.as_deref().unwrap_or_default()));
            phase.tips.extend(tips.iter().cloned().map(|mut tip| {
                tip.key = rename(&tip.key);
                tip.text = mark(&tip.text);
                tip
            }));
            phase
                .questions
                .extend(questions.iter().cloned().map(|mut question| {
                    question.key = rename(&question.key);
                    question.text = mark(&question.text);
                    for paragraph in question
                        .quotes
                        .iter_mut()
                        .flat_map(|quote| &mut quote.paragraphs)
                    {
                        paragraph.inlines.push(Inline::Text(format!(" ({copy})")));
                    }
                    question
                }));
        }
    }
    manuscript
}

/// The size of all pages in bytes, without their share cards.
fn total_size(edition: &Edition, site: &Path) -> Result<u64> {
    let content = edition.content();
    let mut bytes = 0;
    for route in content.views.routes() {
        let page = site.join(&content.lang).join(content.views.path(route));
        bytes += fs::metadata(page.join("index.html"))?.len();
    }
    Ok(bytes)
}
