//! Pictures of every kind of view, compared with the reviewed ones.
//!
//! `--update` writes the current pictures to `snapshots/screens/` where they differ.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use harness::cycles::{Cycle, Names};
use harness::fonts::load_fonts;
use harness::preferences::{check_large_text, large_text};
use harness::server::{Plan, Site};
use harness::setup::{root, updating};
use harness::viewports::{THEMES, WIDTHS};
use harness::views::{KIND_NAMES, KINDS};
use harness::{Page, blank};
use raster::{Color, Raster};
use rstest::rstest;
use serde_json::json;

/// One pixel in this many may differ; every letter and arrow is larger than that.
const ONE_IN: u32 = 20_000;
/// Pictures of this width in px or more are stored at half their size. They take a quarter of the
/// bytes and still show changes.
const HALVED: u32 = 768;
/// The color between pictures, and around them.
const GRAY: Color = [128; 3];

/// Removes the focus, waits for the fonts, and returns the page's height in px.
const SETTLE: &str = include_str!("scripts/pictures_settle.js");

/// Waits for the fonts, and returns the place and size of the figure in px: left, top, width, height.
const FIGURE: &str = include_str!("scripts/pictures_figure.js");

/// Opens the share panel, which makes the page higher.
const OPEN_PANEL: &str = "$('.kl-share').open = true;";

/// Opens the first part of the contents, and the first part in it.
const OPEN_PART: &str =
    "for (const part of [...document.querySelectorAll('.kl-opens')].slice(0, 2)) part.open = true;";

/// The path of a missing view, which resolves to another view with a notice.
const NOTICE: (&str, &str) = ("/nl/vertaling/tip-99/", "notice");

type Features = &'static [(&'static str, &'static str)];

const LIGHT: Features = &[("prefers-color-scheme", "light")];
const DARK: Features = &[("prefers-color-scheme", "dark")];
const FORCED: Features = &[
    ("forced-colors", "active"),
    ("prefers-color-scheme", "dark"),
];

/// A page to take a picture of, with its settings.
#[derive(Clone, Copy)]
struct Shot {
    /// The name of the picture, without the width.
    name: &'static str,
    path: &'static str,
    width: u32,
    features: Features,
    /// A vision deficiency, as the browser's protocol names it.
    vision: &'static str,
    /// A script that prepares the page.
    prepare: &'static str,
}

impl Shot {
    const fn new(name: &'static str, path: &'static str, width: u32, features: Features) -> Self {
        Self {
            name,
            path,
            width,
            features,
            vision: "none",
            prepare: "",
        }
    }

    const fn opened(mut self) -> Self {
        self.prepare = OPEN_PART;
        self
    }

    const fn with_panel(mut self) -> Self {
        self.prepare = OPEN_PANEL;
        self
    }

    fn file_name(&self) -> String {
        format!("{}-{}", self.name, self.width)
    }
}

const SAMPLE: Shot = Shot::new("light-sample", "/voorbeeld/", 1280, LIGHT);
const PRINT_PAGE: Shot = Shot::new("light-whole", "/nl/print/", 768, LIGHT);
const CHECKLIST: Shot = Shot::new("light-checklist", "/nl/checklist/#a1f3f8", 320, LIGHT);
const FORCED_CHECKLIST: Shot = Shot::new("forced-checklist", "/nl/checklist/#a1f3f8", 768, FORCED);
const CONTENTS: Shot = Shot::new("dark-contents", "/nl/inhoud/", 320, DARK).opened();
const QUERY: &str = "/nl/zoeken/?q=beleid&thema=vorm";
const RESULTS: Shot = Shot::new("light-results", QUERY, 320, LIGHT);
const DARK_RESULTS: Shot = Shot::new("dark-results", QUERY, 1280, DARK);
const FORCED_RESULTS: Shot = Shot::new("forced-results", QUERY, 768, FORCED);
const STEP_BY_STEP: Shot = Shot::new("dark-steps", "/nl/stappenplan/", 1280, DARK);
const FORCED_OVERVIEW: Shot = Shot::new("forced-overview", "/nl/", 1280, FORCED);
const FORCED_PHASE: Shot = Shot::new("forced-phase", "/nl/analyseren/", 320, FORCED);
const WITHOUT_HUES: Shot = Shot {
    vision: "achromatopsia",
    ..Shot::new("grey-overview", "/nl/", 1280, LIGHT)
};
const LIGHT_PANEL: Shot = Shot::new("light-panel", "/nl/vertaling/tip-5/", 320, LIGHT).with_panel();
const DARK_PANEL: Shot = Shot::new("dark-panel", "/nl/vertaling/tip-5/", 1280, DARK).with_panel();
const LARGE_OVERVIEW: Shot = Shot::new("large-overview", "/nl/", 320, LIGHT);
const LARGE_PHASE: Shot = Shot::new("large-phase", "/nl/analyseren/", 320, LIGHT);
/// At the width of A4 between its margins.
const PRINTED_PHASE: Shot = Shot::new("paper-phase", "/nl/analyseren/", 673, LIGHT);

/// The path of each kind of view and of the notice, with its name in file names.
fn kinds() -> impl Iterator<Item = (&'static str, &'static str)> {
    KINDS.into_iter().zip(KIND_NAMES).chain([NOTICE])
}

/// The folder of the reviewed pictures.
fn folder() -> PathBuf {
    root().join("tests/browser/snapshots/screens")
}

/// Writes a picture to a folder for review, and returns its path from the root.
fn show(name: &str, picture: &Raster) -> Result<String> {
    let path = format!("target/pictures/{name}.png");
    let file = root().join(&path);
    fs::create_dir_all(root().join("target/pictures"))?;
    fs::write(&file, picture.write()?).with_context(|| format!("writing {path}"))?;
    Ok(path)
}

/// The differences between current and reviewed pictures.
#[derive(Default)]
struct Review {
    problems: Vec<String>,
}

impl Review {
    /// Takes a picture of the whole page, including the parts outside the window; returns it at half
    /// its size.
    async fn take(
        &mut self,
        page: &Page,
        name: &str,
        path: &str,
        width: u32,
        prepare: &str,
    ) -> Result<Raster> {
        // A new origin, so that none of its links counts as visited.
        let site = Site::built().await?;
        page.width(width).await?;
        page.open(&site.url(path)).await?;
        all_interactive(page).await?;
        load_fonts(page).await?;
        page.js::<()>(prepare).await?;
        hide_port(page).await?;
        let height: u32 = page.js(SETTLE).await?;
        let picture = capture(page, [0, 0, width, height]).await?;
        self.store(name, width, &picture)
    }

    /// Takes a picture of the figure in a prerendered page at half its size.
    async fn take_figure(
        &mut self,
        page: &Page,
        name: &str,
        url: &str,
        width: u32,
    ) -> Result<Raster> {
        let picture = figure(page, url, width).await?;
        self.store(name, width, &picture)
    }

    /// Compares a picture with the reviewed one, and returns it at half its size.
    fn store(&mut self, name: &str, width: u32, picture: &Raster) -> Result<Raster> {
        let half = picture.shrunk(2);
        let stored = if width < HALVED { picture } else { &half };
        self.compare(name, stored, picture)
            .with_context(|| name.to_owned())?;
        Ok(half)
    }

    /// Compares a picture with the reviewed one. Where they differ, also writes `full_size` for review.
    fn compare(&mut self, name: &str, picture: &Raster, full_size: &Raster) -> Result<()> {
        let file = folder().join(format!("{name}.png"));
        let reviewed = fs::read(&file).ok().map(|bytes| Raster::read(&bytes));
        let Some(reviewed) = reviewed.transpose()? else {
            if updating() {
                return write(&file, picture);
            }
            let path = show(name, full_size)?;
            self.problems.push(format!(
                "{name} has no reviewed picture; the current one is {path}"
            ));
            return Ok(());
        };
        let differing = reviewed.differences(picture);
        let sizes = [&reviewed, picture].map(|raster| (raster.width(), raster.height()));
        let same_size = sizes[0] == sizes[1];
        if same_size && differing.len() <= tolerance(picture) {
            return Ok(());
        }
        if updating() {
            return write(&file, picture);
        }
        let height = reviewed.height().max(picture.height());
        let marked = picture.marked(&differing, picture.width(), height);
        let all = Raster::row(&[&reviewed, picture, &marked], 16, GRAY);
        let path = show(&format!("{name}-difference"), &all)?;
        let current = show(name, full_size)?;
        let size = if same_size {
            String::new()
        } else {
            let [(old_width, old_height), (width, height)] = sizes;
            format!(", {old_width} by {old_height} px became {width} by {height}")
        };
        let count = differing.len();
        self.problems.push(format!(
            "{name}: {count} pixels differ{size}\n    before, now and the difference: {path}; now alone: {current}"
        ));
        Ok(())
    }

    /// Writes all pictures on one sheet for review, if some were updated or differ.
    fn contact_sheet(&self, name: &str, pictures: &[Raster]) -> Result<()> {
        if updating() || !self.problems.is_empty() {
            let cells = pictures
                .iter()
                .map(|picture| Raster::row(&[picture], 12, GRAY));
            let sheet = Raster::columns(&cells.collect::<Vec<_>>(), 3, GRAY);
            println!(
                "all pictures on one sheet: {}",
                show(&format!("contact-{name}"), &sheet)?
            );
        }
        Ok(())
    }

    /// Fails with a list of all pictures that differ.
    fn end(self) -> Result<()> {
        if self.problems.is_empty() {
            return Ok(());
        }
        bail!(
            "{} pictures differ from the reviewed ones; if that is intended, `--update` stores them\n  {}",
            self.problems.len(),
            self.problems.join("\n  ")
        )
    }
}

/// Writes another address in place of that of this machine's server: its port is another one each time, and its digits
/// may need another line.
async fn hide_port(page: &Page) -> Result<()> {
    let hide = "const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode;
          const hidden = text.data.replace(/127\\.0\\.0\\.1:\\d+/, 'example.org');
          if (hidden !== text.data) text.data = hidden;
        }";
    page.js(hide).await
}

/// A picture of a part of the page: left, top, width and height in px.
async fn capture(page: &Page, [x, y, width, height]: [u32; 4]) -> Result<Raster> {
    let clip = json!({"x": x, "y": y, "width": width, "height": height, "scale": 1});
    let options = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
    let answer = page.ask("Page.captureScreenshot", options).await?;
    let data = answer["data"].as_str().context("a picture of the page")?;
    Raster::read(&BASE64_STANDARD.decode(data)?)
}

/// A picture of the figure in a prerendered page.
async fn figure(page: &Page, url: &str, width: u32) -> Result<Raster> {
    page.width(width).await?;
    page.open(url).await?;
    load_fonts(page).await?;
    hide_port(page).await?;
    let clip = page.js(FIGURE).await?;
    capture(page, clip).await
}

/// Waits until every widget is interactive. A widget far down the page is activated once it is in
/// view.
async fn all_interactive(page: &Page) -> Result<()> {
    let count = "let n = 0; while (place(n)) n += 1; return n;";
    let count: usize = page.js(count).await?;
    for index in 0..count {
        let show = "place(arguments[0]).scrollIntoView({behavior: 'instant'});";
        page.js_with::<()>(show, json!([index])).await?;
        let description = format!("widget {index} to become interactive");
        page.wait_with(&description, "isInteractive(arguments[0])", json!([index]))
            .await?;
    }
    Ok(())
}

/// The number of pixels that may differ.
fn tolerance(picture: &Raster) -> usize {
    (picture.width() * picture.height() / ONE_IN) as usize
}

/// Writes a picture: with a palette, unless that changes more than hardly any pixels.
fn write(file: &Path, picture: &Raster) -> Result<()> {
    let mut bytes = picture.write()?;
    if picture.differences(&Raster::read(&bytes)?).len() > tolerance(picture) / 2 {
        bytes = picture.write_exactly()?;
    }
    fs::write(file, bytes).with_context(|| format!("writing {}", file.display()))
}

/// Sets media features, and turns off motion and scroll bars.
async fn prefer(page: &Page, features: &[(&str, &str)]) -> Result<()> {
    let still = ("prefers-reduced-motion", "reduce");
    page.prefer(&[features, &[still]].concat()).await?;
    let hidden = json!({"hidden": true});
    page.cdp("Emulation.setScrollbarsHidden", hidden).await
}

/// Takes and compares pictures in one page.
async fn review(page: &Page, shots: &[Shot]) -> Result<()> {
    let mut review = Review::default();
    for shot in shots {
        let Shot {
            path,
            width,
            prepare,
            ..
        } = *shot;
        review
            .take(page, &shot.file_name(), path, width, prepare)
            .await?;
    }
    review.end()
}

#[rstest]
#[tokio::test]
async fn each_kind_of_view_looks_as_reviewed(
    #[values("light", "dark")] theme: &'static str,
    #[values(320, 768, 1280)] width: u32,
) -> Result<()> {
    let page = blank().await?;
    prefer(&page, &[("prefers-color-scheme", theme)]).await?;
    let mut review = Review::default();
    let mut pictures = Vec::new();
    for (path, kind) in kinds() {
        let name = format!("{theme}-{kind}-{width}");
        pictures.push(review.take(&page, &name, path, width, "").await?);
    }
    review.contact_sheet(&format!("{theme}-{width}"), &pictures)?;
    review.end()
}

#[rstest]
#[case::the_sample_page(SAMPLE)]
#[case::the_print_page(PRINT_PAGE)]
#[case::the_checklist_on_a_phone(CHECKLIST)]
#[case::the_checklist_in_forced_colors(FORCED_CHECKLIST)]
#[case::the_steps_in_dark(STEP_BY_STEP)]
#[case::the_contents_on_a_phone(CONTENTS)]
#[case::results_on_a_phone(RESULTS)]
#[case::results_in_dark(DARK_RESULTS)]
#[case::results_in_forced_colors(FORCED_RESULTS)]
#[case::the_overview_in_forced_colors(FORCED_OVERVIEW)]
#[case::a_phase_in_forced_colors_on_a_phone(FORCED_PHASE)]
#[case::the_overview_without_hues(WITHOUT_HUES)]
#[case::the_share_panel_in_light_on_a_phone(LIGHT_PANEL)]
#[case::the_share_panel_in_dark(DARK_PANEL)]
#[tokio::test]
async fn a_page_looks_as_reviewed(#[case] shot: Shot) -> Result<()> {
    let page = blank().await?;
    prefer(&page, shot.features).await?;
    let vision = json!({"type": shot.vision});
    page.cdp("Emulation.setEmulatedVisionDeficiency", vision)
        .await?;
    review(&page, &[shot]).await
}

/// The number of phases in the left and the right loop of cycles under review.
const CYCLES: [[usize; 2]; 5] = [[1, 1], [1, 2], [3, 2], [4, 4], [8, 4]];

/// The cycles under review, with the theme and the width of their pictures.
fn cycles() -> impl Iterator<Item = (Cycle, &'static str, u32)> {
    let names = Names::Long;
    let cycles = CYCLES
        .into_iter()
        .map(move |counts| Cycle { counts, names });
    let sizes = [("light", 390), ("dark", 768), ("light", 1280)];
    cycles.flat_map(move |cycle| sizes.map(|(theme, width)| (cycle, theme, width)))
}

fn cycle_name(cycle: &Cycle, theme: &str, width: u32) -> String {
    let [left, right] = cycle.counts;
    format!("{theme}-cycle-{left}-{right}-{width}")
}

#[rstest]
#[tokio::test]
async fn the_figure_of_each_cycle_looks_as_reviewed(
    #[values("light", "dark")] reviewed_theme: &'static str,
) -> Result<()> {
    let page = blank().await?;
    prefer(&page, &[("prefers-color-scheme", reviewed_theme)]).await?;
    let mut review = Review::default();
    for (cycle, theme, width) in cycles().filter(|(_, theme, _)| *theme == reviewed_theme) {
        let site = cycle.add_to(Plan::default()).await?.serve().await?;
        let (name, url) = (
            cycle_name(&cycle, theme, width),
            site.url(&cycle.overview()),
        );
        review.take_figure(&page, &name, &url, width).await?;
    }
    review.end()
}

/// Draws cycles of many numbers of phases in many widths on sheets to look at, with `--update`.
#[rstest]
#[tokio::test]
async fn figures_are_on_contact_sheets(
    #[values("light", "dark")] theme: &'static str,
    #[values(Names::Short, Names::Long)] names: Names,
) -> Result<()> {
    if !updating() {
        return Ok(());
    }
    let page = blank().await?;
    prefer(&page, &[("prefers-color-scheme", theme)]).await?;
    for small in [false, true] {
        let mut rows = Vec::new();
        for counts in [[1, 1], [1, 2], [2, 2], [3, 2], [4, 4], [8, 4]] {
            let cycle = Cycle { counts, names };
            let site = cycle.add_to(Plan::default()).await?.serve().await?;
            let path = if small {
                cycle.phase()
            } else {
                cycle.overview()
            };
            let mut pictures = Vec::new();
            for width in [280, 390, 768, 1280] {
                pictures.push(figure(&page, &site.url(&path), width).await?.shrunk(2));
            }
            rows.push(Raster::row(&pictures.iter().collect::<Vec<_>>(), 12, GRAY));
        }
        let kind = if small { "small" } else { "overview" };
        let name = format!("contact-cycles-{theme}-{names:?}-{kind}").to_lowercase();
        println!(
            "figures on one sheet: {}",
            show(&name, &Raster::columns(&rows, 1, GRAY))?
        );
    }
    Ok(())
}

#[tokio::test]
async fn text_of_twice_the_size_looks_as_reviewed_on_a_phone() -> Result<()> {
    let page = large_text().await?;
    prefer(&page, LIGHT).await?;
    review(&page, &[LARGE_OVERVIEW, LARGE_PHASE]).await?;
    check_large_text(&page).await
}

#[tokio::test]
async fn a_printed_phase_looks_as_reviewed() -> Result<()> {
    let page = blank().await?;
    prefer(&page, LIGHT).await?;
    let print = json!({"media": "print"});
    page.cdp("Emulation.setEmulatedMedia", print).await?;
    review(&page, &[PRINTED_PHASE]).await
}

#[test]
fn every_reviewed_picture_is_used() -> Result<()> {
    let of_kinds = kinds().flat_map(|(_, kind)| {
        let of_theme = move |theme| WIDTHS.map(|width| format!("{theme}-{kind}-{width}.png"));
        THEMES.into_iter().flat_map(of_theme)
    });
    let others = [
        SAMPLE,
        PRINT_PAGE,
        CHECKLIST,
        FORCED_CHECKLIST,
        STEP_BY_STEP,
        CONTENTS,
        RESULTS,
        DARK_RESULTS,
        FORCED_RESULTS,
        FORCED_OVERVIEW,
        FORCED_PHASE,
        WITHOUT_HUES,
        LIGHT_PANEL,
        DARK_PANEL,
        LARGE_OVERVIEW,
        LARGE_PHASE,
        PRINTED_PHASE,
    ];
    let others = others
        .iter()
        .map(|shot| format!("{}.png", shot.file_name()));
    let of_cycles =
        cycles().map(|(cycle, theme, width)| format!("{}.png", cycle_name(&cycle, theme, width)));
    let expected: BTreeSet<_> = of_kinds.chain(others).chain(of_cycles).collect();
    let files = fs::read_dir(folder())?;
    let files = files.map(|file| Ok(file?.file_name().to_string_lossy().into_owned()));
    let files: BTreeSet<_> = files.collect::<Result<_>>()?;
    let unused: Vec<_> = files.difference(&expected).collect();
    ensure!(unused.is_empty(), "no test uses the pictures {unused:?}");
    Ok(())
}
