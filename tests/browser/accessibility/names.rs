//! Phase names of any length: other languages and other cycles have other names.

use anyhow::Result;
use harness::blank;
use harness::layout::{CUT_OFF, OVERLAPPING, TOO_WIDE, all_of, check_each_kind};
use rstest::rstest;
use serde_json::json;

/// Four names, each in full and in short.
type Names = [[&'static str; 2]; 4];

/// English names.
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

/// Names of 60 characters, also in short.
const LONG: Names = [["Praktijkkennis en ervaring vastleggen, delen en verrijken met"; 2]; 4];

/// Names of one very long word.
const UNBROKEN: Names = [["Kennisinfrastructuurontwikkelingsprogrammacoördinatiebureau"; 2]; 4];

/// A script that gives the phases in the figure other names.
const RENAME: &str = include_str!("scripts/names_rename.js");

#[rstest]
#[tokio::test]
async fn phase_names_of_any_length_fit(#[values(280, 320, 768, 1280)] width: u32) -> Result<()> {
    let misfits = all_of(&[CUT_OFF, OVERLAPPING, TOO_WIDE]);
    let with_names = |names: Names| format!("const names = {}; {RENAME}{misfits}", json!(names));
    let scripts = [ENGLISH, LONG, UNBROKEN].map(with_names);
    let page = blank().await?;
    check_each_kind(&page, page.site(), &[width], &all_of(&scripts)).await
}
