//! In which circumstances views are looked at: which of them, how wide, in which theme.

use std::fmt::{Display, Formatter};

use anyhow::{Result, ensure};

use crate::interactive::{INTERACTIVE, open_all};
use crate::navigation::go;
use crate::page::Page;
use crate::screen::COLORS;
use crate::server::Site;
use crate::views::examined;

/// How wide a page is, in px: on a phone, on a tablet, on a desk.
pub const WIDTHS: [u32; 3] = [320, 768, 1280];

/// Values of `prefers-color-scheme`.
pub const THEMES: [&str; 2] = ["light", "dark"];

/// A view in a page of some width.
#[derive(Clone, Copy, PartialEq)]
pub struct SizedView {
    /// Where the view is.
    pub path: &'static str,
    /// In px.
    pub width: u32,
}

impl Display for SizedView {
    fn fmt(&self, text: &mut Formatter<'_>) -> std::fmt::Result {
        write!(text, "{} at {} px", self.path, self.width)
    }
}

/// Some views at one width.
pub fn at_width(paths: impl IntoIterator<Item = &'static str>, width: u32) -> Vec<SizedView> {
    let sight = |path| SizedView { path, width };
    paths.into_iter().map(sight).collect()
}

/// Some views, each at each width.
pub fn at_each_width(paths: impl IntoIterator<Item = &'static str>) -> Vec<SizedView> {
    let at = |path| WIDTHS.map(|width| SizedView { path, width });
    paths.into_iter().flat_map(at).collect()
}

/// Each kind of view at each width, or each view where the suite is exhaustive: texts differ by
/// view, and so does how much room they take.
pub fn every_view() -> Vec<SizedView> {
    at_each_width(examined())
}

/// Shows views one after the other in one live page, with all that opens open, and collects what
/// is wrong with each.
pub async fn each(
    page: &Page,
    site: &Site,
    sights: Vec<SizedView>,
    mut look: impl AsyncFnMut(SizedView) -> Result<Vec<String>>,
) -> Result<Vec<String>> {
    page.open_interactive(&site.url("/nl/")).await?;
    let mut wrong = Vec::new();
    for sight in sights {
        // Also as high as it was: some looks change that.
        page.width(sight.width).await?;
        go(page, sight.path).await?;
        open_all(page).await?;
        let found = look(sight).await?.into_iter();
        wrong.extend(found.map(|found| format!("{sight}: {found}")));
    }
    Ok(wrong)
}

/// Does the same in a theme with something else preferred, as in `[("forced-colors", "active")]`;
/// a script tells what is wrong.
pub async fn each_preferring(
    page: &Page,
    site: &Site,
    preferred: &[(&str, &str)],
    theme: &str,
    sights: Vec<SizedView>,
    script: &str,
) -> Result<Vec<String>> {
    prefer(page, preferred, theme).await?;
    let script = format!("{INTERACTIVE}{COLORS}{script}");
    let look = async |_| page.js(&script).await;
    each(page, site, sights, look).await
}

/// Prefers something and a theme, and checks that the browser knows what that is.
pub async fn prefer(page: &Page, preferred: &[(&str, &str)], theme: &str) -> Result<()> {
    let features = [preferred, &[("prefers-color-scheme", theme)]].concat();
    page.prefer(&features).await?;
    for (feature, value) in features {
        let holds = format!("return matchMedia('({feature}: {value})').matches;");
        let holds: bool = page.js(&holds).await?;
        ensure!(
            holds,
            "the browser knows no {feature}: {value}, so this test shows nothing"
        );
    }
    Ok(())
}
