//! A change shows its picture: every kind of view beside the one that was reviewed.
//!
//! `UPDATE_SNAPSHOTS=1` keeps what is seen now in `tests/pictures/`, where it differs.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::browser::{Browser, browse, updating};
use crate::circumstances::WIDTHS;
use crate::paths::{KIND_NAMES, KINDS};
use crate::preferences::with_large_text;
use crate::raster::{Colour, Raster};
use crate::site::Site;

/// One pixel in so many may differ: no letter or arrow is as small as that.
const ONE_IN: usize = 20_000;
/// From this width on, pages are kept at half their size: a quarter of the bytes, and enough
/// to tell what changed.
const HALVED: u32 = 768;
/// Between pictures, and around them.
const GREY: Colour = [128; 3];

/// The same letters on every machine, from the fonts of the share cards.
const FONTS: [(u32, &[u8]); 2] = [
    (400, include_bytes!("../../publish/fonts/Inter-400.ttf")),
    (700, include_bytes!("../../publish/fonts/Inter-700.ttf")),
];
const BRING_FONTS: &str = include_str!("scripts/pictures_bring_fonts.js");

/// The page's height once its letters are there and nothing has the focus.
const SETTLE: &str = include_str!("scripts/pictures_settle.js");

/// Opens the panel to send a view on; the page is as high as it needs to be.
const OPEN_PANEL: &str = "$('.kl-share').open = true;";

/// What is looked at, and how.
struct Look<'a> {
    name: String,
    path: &'a str,
    width: u32,
    /// A script that prepares it.
    first: &'a str,
}

/// Pictures as they are now, and what is wrong with them.
struct Review {
    update: bool,
    wrong: Vec<String>,
}

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("pictures/{name}.png"))
}

/// Keeps a picture where it can be looked at, and says where that is.
fn show(name: &str, picture: &Raster) -> Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
    fs::create_dir_all(&folder)?;
    let name = format!("{name}.png");
    fs::write(folder.join(&name), picture.write()?)?;
    Ok(format!("target/pictures/{name}"))
}

impl Review {
    fn new() -> Self {
        let update = updating();
        Self {
            update,
            wrong: Vec::new(),
        }
    }

    /// Takes a picture of the whole page, whatever the window holds of it; returns it at half
    /// its size.
    async fn take(&mut self, browser: &Browser, look: &Look<'_>) -> Result<Raster> {
        // An origin that this browser hasn't seen: no link on it was followed.
        let site = Site::whole().await?;
        browser.width(look.width).await?;
        browser.open(&site.url(look.path)).await?;
        all_live(browser).await?;
        let fonts = FONTS.map(|(weight, bytes)| (weight, BASE64_STANDARD.encode(bytes)));
        browser.js_with::<()>(BRING_FONTS, json!([fonts])).await?;
        browser.js::<()>(look.first).await?;
        let height: u32 = browser.js(SETTLE).await?;
        let clip = json!({"x": 0, "y": 0, "width": look.width, "height": height, "scale": 1});
        let options = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        let answer = browser.ask("Page.captureScreenshot", options).await?;
        let data = answer["data"].as_str().context("a picture of the page")?;
        let picture = Raster::read(&BASE64_STANDARD.decode(data)?)?;
        let half = picture.shrunk(2);
        let kept = if look.width < HALVED { &picture } else { &half };
        self.compare(&look.name, kept, &picture)
            .with_context(|| look.name.clone())?;
        Ok(half)
    }

    /// Compares a picture with the one that was reviewed; where they differ it is shown
    /// `whole`, too.
    fn compare(&mut self, name: &str, picture: &Raster, whole: &Raster) -> Result<()> {
        let file = kept(name);
        let reviewed = fs::read(&file).ok().map(|bytes| Raster::read(&bytes));
        let Some(reviewed) = reviewed.transpose()? else {
            if self.update {
                return keep(&file, picture);
            }
            let place = show(name, whole)?;
            self.wrong
                .push(format!("{name} was never reviewed; it looks like {place}"));
            return Ok(());
        };
        let differing = reviewed.differences(picture);
        let sizes = [&reviewed, picture].map(|each| (each.width, each.height));
        let same_size = sizes[0] == sizes[1];
        if same_size && differing.len() <= few(picture) {
            return Ok(());
        }
        if self.update {
            return keep(&file, picture);
        }
        let height = reviewed.height.max(picture.height);
        let marked = picture.marked(&differing, picture.width, height);
        let all = Raster::row(&[&reviewed, picture, &marked], 16, GREY);
        let place = show(&format!("{name}-difference"), &all)?;
        let now = show(name, whole)?;
        let size = if same_size {
            String::new()
        } else {
            let [(was_wide, was_high), (wide, high)] = sizes;
            format!(", {was_wide} by {was_high} px became {wide} by {high}")
        };
        let count = differing.len();
        self.wrong.push(format!(
            "{name}: {count} pixels differ{size}\n    before, now and what differs: {place}; now alone: {now}"
        ));
        Ok(())
    }

    /// Fails with all that looks different; a sheet with everything helps to judge it.
    fn end(self, sheet: Option<(&str, Vec<Raster>)>) -> Result<()> {
        if let Some((name, cells)) = sheet
            && (self.update || !self.wrong.is_empty())
        {
            let sheet = Raster::columns(&cells, 3, GREY);
            let all = show(&format!("contact-{name}"), &sheet)?;
            println!("all at once: {all}");
        }
        if self.wrong.is_empty() {
            return Ok(());
        }
        bail!(
            "pictures that don't look as reviewed: {}; if that is meant, UPDATE_SNAPSHOTS=1 keeps them\n  {}",
            self.wrong.len(),
            self.wrong.join("\n  ")
        )
    }
}

/// Waits for every widget; one far down the page wakes up once it is in view.
async fn all_live(browser: &Browser) -> Result<()> {
    let count = "let n = 0; while (place(n)) n += 1; return n;";
    let count: usize = browser.js(count).await?;
    for at in 0..count {
        let look = "place(arguments[0]).scrollIntoView({behavior: 'instant'});";
        browser.js_with::<()>(look, json!([at])).await?;
        let what = format!("widget {at} to become live");
        browser
            .wait_with(&what, "live(arguments[0])", json!([at]))
            .await?;
    }
    Ok(())
}

/// How many pixels may differ.
fn few(picture: &Raster) -> usize {
    picture.width * picture.height / ONE_IN
}

fn keep(file: &Path, picture: &Raster) -> Result<()> {
    let bytes = picture.write()?;
    let lost = picture.differences(&Raster::read(&bytes)?).len();
    ensure!(
        lost <= few(picture) / 2,
        "{lost} pixels don't survive being kept"
    );
    fs::write(file, bytes).with_context(|| format!("writing {}", file.display()))
}

/// Nothing that moves and no scroll bars, besides what else is to be preferred.
async fn prepare(browser: &Browser, features: &[(&str, &str)]) -> Result<()> {
    let still = ("prefers-reduced-motion", "reduce");
    browser.prefer(&[features, &[still]].concat()).await?;
    let hidden = json!({"hidden": true});
    browser.cdp("Emulation.setScrollbarsHidden", hidden).await
}

/// Each kind of view, and one that stands in for a view that doesn't exist, at each width.
async fn each_kind(theme: &str) -> Result<()> {
    browse(async |browser| {
        prepare(browser, &[("prefers-color-scheme", theme)]).await?;
        let mut review = Review::new();
        let mut cells = Vec::new();
        let kinds = KINDS.into_iter().zip(KIND_NAMES);
        for (path, name) in kinds.chain([("/nl/vertaling/tip-99/", "notice")]) {
            let mut small = Vec::new();
            for width in WIDTHS {
                let name = format!("{theme}-{name}-{width}");
                let first = "";
                let look = Look {
                    name,
                    path,
                    width,
                    first,
                };
                small.push(review.take(browser, &look).await?);
            }
            let small: Vec<_> = small.iter().collect();
            cells.push(Raster::row(&small, 12, GREY));
        }
        review.end(Some((theme, cells)))
    })
    .await
}

#[tokio::test]
async fn each_kind_of_view_looks_as_reviewed_in_light() -> Result<()> {
    each_kind("light").await
}

#[tokio::test]
async fn each_kind_of_view_looks_as_reviewed_in_dark() -> Result<()> {
    each_kind("dark").await
}

/// One page in circumstances of its own.
async fn one(look: Look<'_>, features: &[(&str, &str)], sight: &str) -> Result<()> {
    browse(async |browser| {
        prepare(browser, features).await?;
        let sight = json!({"type": sight});
        browser
            .cdp("Emulation.setEmulatedVisionDeficiency", sight)
            .await?;
        let mut review = Review::new();
        let name = format!("{}-{}", look.name, look.width);
        review.take(browser, &Look { name, ..look }).await?;
        review.end(None)
    })
    .await
}

/// A page as it is once it is there.
fn plain<'a>(name: &str, path: &'a str, width: u32) -> Look<'a> {
    let (name, first) = (name.into(), "");
    Look {
        name,
        path,
        width,
        first,
    }
}

const LIGHT: [(&str, &str); 1] = [("prefers-color-scheme", "light")];
const DARK: [(&str, &str); 1] = [("prefers-color-scheme", "dark")];
const FORCED: [(&str, &str); 2] = [
    ("forced-colors", "active"),
    ("prefers-color-scheme", "dark"),
];

#[tokio::test]
async fn the_sample_page_looks_as_reviewed() -> Result<()> {
    one(plain("light-sample", "/voorbeeld/", 1280), &LIGHT, "none").await
}

#[tokio::test]
async fn all_there_is_on_one_page_looks_as_reviewed() -> Result<()> {
    one(plain("light-whole", "/nl/print/", 768), &LIGHT, "none").await
}

#[tokio::test]
async fn the_overview_looks_as_reviewed_in_forced_colours() -> Result<()> {
    one(plain("forced-overview", "/nl/", 1280), &FORCED, "none").await
}

#[tokio::test]
async fn a_phase_looks_as_reviewed_in_forced_colours_on_a_phone() -> Result<()> {
    let look = plain("forced-phase", "/nl/analyseren/", 320);
    one(look, &FORCED, "none").await
}

#[tokio::test]
async fn the_overview_looks_as_reviewed_without_hues() -> Result<()> {
    one(
        plain("grey-overview", "/nl/", 1280),
        &LIGHT,
        "achromatopsia",
    )
    .await
}

#[tokio::test]
async fn the_panel_to_send_a_view_on_looks_as_reviewed() -> Result<()> {
    for (theme, features, width) in [("light", LIGHT, 320), ("dark", DARK, 1280)] {
        let look = plain(&format!("{theme}-panel"), "/nl/vertaling/tip-5/", width);
        let look = Look {
            first: OPEN_PANEL,
            ..look
        };
        one(look, &features, "none").await?;
    }
    Ok(())
}

#[tokio::test]
async fn text_of_twice_the_size_looks_as_reviewed_on_a_phone() -> Result<()> {
    with_large_text(async |browser| {
        prepare(browser, &LIGHT).await?;
        let mut review = Review::new();
        for (kind, path) in [("overview", "/nl/"), ("phase", "/nl/analyseren/")] {
            let look = plain(&format!("large-{kind}-320"), path, 320);
            review.take(browser, &look).await?;
        }
        review.end(None)
    })
    .await
}

#[tokio::test]
async fn a_phase_looks_as_reviewed_on_paper() -> Result<()> {
    browse(async |browser| {
        prepare(browser, &LIGHT).await?;
        let paper = json!({"media": "print"});
        browser.cdp("Emulation.setEmulatedMedia", paper).await?;
        let mut review = Review::new();
        // A4 between its margins.
        let look = plain("paper-phase-673", "/nl/analyseren/", 673);
        review.take(browser, &look).await?;
        review.end(None)
    })
    .await
}
