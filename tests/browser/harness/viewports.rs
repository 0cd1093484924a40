//! The circumstances in which views are examined: paths, widths, themes and preferences.

use std::fmt::{Display, Formatter};

use anyhow::{Result, ensure};

use crate::interactive::{INTERACTIVE, open_all};
use crate::navigation::go;
use crate::page::Page;
use crate::screen::COLORS;
use crate::server::Site;
use crate::views::examined;

/// Widths of a page in px: phone, tablet, desktop.
pub const WIDTHS: [u32; 3] = [320, 768, 1280];

/// Values of `prefers-color-scheme`.
pub const THEMES: [&str; 2] = ["light", "dark"];

/// A view in a page of some width.
#[derive(Clone, Copy, PartialEq)]
pub struct SizedView {
    /// The path of the view.
    pub path: &'static str,
    /// The width of the page in px.
    pub width: u32,
}

impl Display for SizedView {
    fn fmt(&self, text: &mut Formatter<'_>) -> std::fmt::Result {
        write!(text, "{} at {} px", self.path, self.width)
    }
}

/// Some views at one width.
pub fn at_width(paths: impl IntoIterator<Item = &'static str>, width: u32) -> Vec<SizedView> {
    let view = |path| SizedView { path, width };
    paths.into_iter().map(view).collect()
}

/// Some views, each at each width.
pub fn at_each_width(paths: impl IntoIterator<Item = &'static str>) -> Vec<SizedView> {
    let views = |path| WIDTHS.map(|width| SizedView { path, width });
    paths.into_iter().flat_map(views).collect()
}

/// Each kind of view at each width; with `--exhaustive` each view, because texts and the space that
/// they take differ by view.
pub fn every_view() -> Vec<SizedView> {
    at_each_width(examined())
}

/// Shows views one after the other on one interactive page, with every `details` element open, and
/// collects the problems of each.
pub async fn check_each(
    page: &Page,
    site: &Site,
    views: Vec<SizedView>,
    mut check: impl AsyncFnMut(SizedView) -> Result<Vec<String>>,
) -> Result<Vec<String>> {
    page.open_interactive(&site.url("/nl/")).await?;
    let mut problems = Vec::new();
    for view in views {
        // This also restores the height, which some checks change.
        page.width(view.width).await?;
        go(page, view.path).await?;
        open_all(page).await?;
        let view_problems = check(view).await?.into_iter();
        problems.extend(view_problems.map(|problem| format!("{view}: {problem}")));
    }
    Ok(problems)
}

/// Does the same in a theme with other preferred media features, as in
/// `[("forced-colors", "active")]`; a script returns the problems.
pub async fn check_each_preferring(
    page: &Page,
    site: &Site,
    preferred: &[(&str, &str)],
    theme: &str,
    views: Vec<SizedView>,
    script: &str,
) -> Result<Vec<String>> {
    prefer(page, preferred, theme).await?;
    let script = format!("{INTERACTIVE}{COLORS}{script}");
    let check = async |_| page.js(&script).await;
    check_each(page, site, views, check).await
}

/// Sets preferred media features and a theme, and checks that the browser supports them.
pub async fn prefer(page: &Page, preferred: &[(&str, &str)], theme: &str) -> Result<()> {
    let features = [preferred, &[("prefers-color-scheme", theme)]].concat();
    page.prefer(&features).await?;
    for (feature, value) in features {
        let matches = format!("return matchMedia('({feature}: {value})').matches;");
        let matches: bool = page.js(&matches).await?;
        ensure!(
            matches,
            "the browser doesn't support {feature}: {value}, so this test shows nothing"
        );
    }
    Ok(())
}
