//! The contrast of text with the pixels behind it.

use anyhow::Result;
use serde::Deserialize;

use crate::interactive::INTERACTIVE;
use crate::page::Page;
use crate::screen::{COLORS, shoot, whole_page};

/// Records all texts on the page in `words`, with their position, their color and the contrast that
/// their size requires (WCAG 1.4.6: 7:1, large text 4.5:1). Then hides the texts.
pub const GATHER: &str = include_str!("scripts/contrast_gather.js");

/// Measures the lowest contrast of each text with the pixels behind it, and shows the texts again.
pub const MEASURE: &str = include_str!("scripts/contrast_measure.js");

/// The result of [`MEASURE`].
#[derive(Deserialize)]
pub struct Measured {
    /// Texts with too little contrast.
    pub problems: Vec<String>,
    /// The number of texts.
    pub count: usize,
    /// The lowest contrast of texts of normal size.
    pub normal: f64,
    /// The lowest contrast of large texts.
    pub large: f64,
}

/// Measures all texts of the current view.
pub async fn measure(page: &Page, width: u32) -> Result<Measured> {
    whole_page(page, width).await?;
    let gather = format!("{INTERACTIVE}{COLORS}{GATHER}");
    page.js::<()>(&gather).await?;
    shoot(page, "behind").await?;
    let measure = format!("{INTERACTIVE}{COLORS}{MEASURE}");
    page.js(&measure).await
}
