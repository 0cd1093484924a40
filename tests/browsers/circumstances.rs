//! In which circumstances views are looked at: which of them, how wide, in which theme.

use std::fmt::{Display, Formatter};

use anyhow::{Result, ensure};
use serde_json::json;

use crate::addresses::go;
use crate::browser::Browser;
use crate::interactive::INTERACTIVE;
use crate::paths::{KINDS, all};
use crate::pixels::COLOURS;
use crate::site::Site;

/// How wide a page is, in px: on a phone, on a tablet, on a desk.
pub const WIDTHS: [u32; 3] = [320, 768, 1280];

/// What a reader prefers who likes dark on light, or the reverse.
pub const THEMES: [&str; 2] = ["light", "dark"];

/// A view in a page of some width.
#[derive(Clone, Copy, PartialEq)]
pub struct Sight {
    /// Where the view is.
    pub path: &'static str,
    /// In px.
    pub width: u32,
}

impl Display for Sight {
    fn fmt(&self, text: &mut Formatter<'_>) -> std::fmt::Result {
        write!(text, "{} at {} px", self.path, self.width)
    }
}

/// Some views, each at each width.
pub fn at_each_width(paths: &[&'static str]) -> Vec<Sight> {
    let at = |width| paths.iter().map(move |&path| Sight { path, width });
    WIDTHS.into_iter().flat_map(at).collect()
}

/// Each kind of view at each width; there are no turns in that.
pub fn every_kind(_: usize) -> Vec<Sight> {
    at_each_width(&KINDS)
}

/// Each kind of view at each width, and every other view at one of them: shapes and styles differ
/// by kind, texts by view. With each `turn` the others come at another width.
pub fn every_view(turn: usize) -> Vec<Sight> {
    let mut sights = at_each_width(&KINDS);
    let others = all().filter(|path| !KINDS.contains(path)).enumerate();
    sights.extend(others.map(|(at, path)| Sight {
        path,
        width: WIDTHS[(at + turn) % WIDTHS.len()],
    }));
    sights
}

/// Shows views one after the other in one live page, and collects what is wrong with each.
pub async fn each(
    browser: &Browser,
    site: &Site,
    sights: &[Sight],
    mut look: impl AsyncFnMut(Sight) -> Result<Vec<String>>,
) -> Result<Vec<String>> {
    browser.open_live(&site.url("/nl/")).await?;
    let mut wrong = Vec::new();
    for &sight in sights {
        // Also as high as it was: some looks change that.
        browser.width(sight.width).await?;
        go(browser, sight.path).await?;
        let found = look(sight).await?.into_iter();
        wrong.extend(found.map(|found| format!("{sight}: {found}")));
    }
    Ok(wrong)
}

/// Does the same with something preferred, as in `[("forced-colors", "active")]`, in each theme,
/// which gets its turn of what there is to see; a script tells what is wrong.
pub async fn each_preferring(
    browser: &Browser,
    site: &Site,
    preferred: &[(&str, &str)],
    sights: fn(usize) -> Vec<Sight>,
    script: &str,
) -> Result<Vec<String>> {
    let script = format!("{INTERACTIVE}{COLOURS}{script}");
    let mut wrong = Vec::new();
    for (turn, theme) in THEMES.into_iter().enumerate() {
        prefer(browser, preferred, theme).await?;
        let look = async |_| browser.js(&script, json!([])).await;
        let found = each(browser, site, &sights(turn), look).await?;
        wrong.extend(found.into_iter().map(|found| format!("{theme}: {found}")));
    }
    Ok(wrong)
}

/// Prefers something and a theme, and checks that the browser knows what that is.
pub async fn prefer(browser: &Browser, preferred: &[(&str, &str)], theme: &str) -> Result<()> {
    let features = [preferred, &[("prefers-color-scheme", theme)]].concat();
    browser.prefer(&features).await?;
    for (feature, value) in features {
        let holds = format!("return matchMedia('({feature}: {value})').matches;");
        let holds: bool = browser.js(&holds, json!([])).await?;
        ensure!(
            holds,
            "the browser knows no {feature}: {value}, so this test shows nothing"
        );
    }
    Ok(())
}
