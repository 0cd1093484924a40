//! Names of phases, however long they are: other languages and other cycles have others.

use anyhow::Result;
use serde_json::json;

use crate::browser::browse;
use crate::layout::{CUT_OFF, OVERLAPPING, TOO_WIDE, everywhere};
use crate::site::Site;

/// Four names in full and as short as they get.
type Names = [[&'static str; 2]; 4];

/// As long as English makes them.
const ENGLISH: Names = [
    [
        "Making practical knowledge and experience explicit",
        "Explicit knowledge",
    ],
    [
        "Analysing and substantiating effective principles",
        "Analysis",
    ],
    [
        "Translating effective principles into training or methods for practice",
        "Translation",
    ],
    [
        "Implementing and (further) developing training or methods in practice",
        "Implementation",
    ],
];

/// 60 characters, also where there is little room.
const LONG: Names = [["Praktijkkennis en ervaring vastleggen, delen en verrijken met"; 2]; 4];

/// One word without an end.
const UNBROKEN: Names = [["Kennisinfrastructuurontwikkelingsprogrammacoördinatiebureau"; 2]; 4];

/// Gives the phases in the figure other names.
fn renamed(names: &Names, script: &str) -> String {
    format!(
        "const names = {};
        [...kl().querySelectorAll('.kl-label')].forEach((label, at) => {{
          const full = label.querySelector('.kl-name-full');
          if (full) full.textContent = names[at][0];
          label.querySelector('.kl-name-short').textContent = names[at][1];
        }});
        {script}",
        json!(names)
    )
}

async fn fit(names: &Names) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        for script in [CUT_OFF, OVERLAPPING, TOO_WIDE] {
            let script = renamed(names, script);
            everywhere(browser, &site, &[280, 320, 768, 1280], &script).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn english_names_fit() -> Result<()> {
    fit(&ENGLISH).await
}

#[tokio::test]
async fn names_of_sixty_characters_fit() -> Result<()> {
    fit(&LONG).await
}

#[tokio::test]
async fn names_of_one_long_word_fit() -> Result<()> {
    fit(&UNBROKEN).await
}
