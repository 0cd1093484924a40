//! The contrast of text with what is behind it.

use anyhow::Result;
use serde::Deserialize;

use crate::interactive::INTERACTIVE;
use crate::page::Page;
use crate::screen::{COLORS, shoot, whole_page};

/// Keeps all words on the page in `words`: where they stand, in which colour, and how large
/// and so how much contrast they need (WCAG 1.4.6: 7:1, large 4.5:1). Then hides them.
pub const GATHER: &str = include_str!("../scripts/contrast_gather.js");

/// The least contrast of each word with what was behind it; shows the words again.
pub const MEASURE: &str = include_str!("../scripts/contrast_measure.js");

/// The result of [`MEASURE`].
#[derive(Deserialize)]
pub struct Measured {
    /// Texts with too little.
    pub wrong: Vec<String>,
    /// How many texts there are.
    pub count: usize,
    /// The lowest contrast of texts of normal size.
    pub normal: f64,
    /// The lowest contrast of large texts.
    pub large: f64,
}

/// Measures all texts of the view that is shown.
pub async fn measure(page: &Page, width: u32) -> Result<Measured> {
    whole_page(page, width).await?;
    let gather = format!("{INTERACTIVE}{COLORS}{GATHER}");
    page.js::<()>(&gather).await?;
    shoot(page, "behind").await?;
    let measure = format!("{INTERACTIVE}{COLORS}{MEASURE}");
    page.js(&measure).await
}
