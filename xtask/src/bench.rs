//! Measures how long publishing and actions of the widget take. A slow result is no failure.

use anyhow::Result;

use crate::command::{cargo, run, timed};
use crate::test_site::TestSite;
use crate::tools::Tools;
use crate::tools::programs::{self, sets};

/// Measures the widget and publishing, one after the other, because they would slow each other down.
pub fn bench() -> Result<()> {
    let programs = programs::ready(&[sets::BUILD, sets::SITE_TESTS].concat())?;
    timed("the widget", "a minute", || {
        let tools = Tools::ready()?;
        TestSite::ready(&tools, None)?.prepare_tests(&tools, &[&programs], None)?;
        run(&mut cargo(&[
            "bench",
            "--quiet",
            "--profile",
            "dev",
            "--package",
            "browser-tests",
        ]))
    })?;
    timed("publishing", "some minutes", || {
        let bench = ["bench", "--quiet", "--package", "publisher"];
        let options = ["--profile", "native", "--bench", "publish"];
        run(&mut cargo(&[&bench[..], &options[..]].concat()))
    })
}
