//! Measures how long publishing and actions of the widget take. A slow result is no failure.

use anyhow::Result;

use crate::cli::BenchOptions;
use crate::command::{cargo, run, timed};
use crate::test_site::TestSite;
use crate::tools::Tools;
use crate::tools::programs::{self, sets};

/// Measures the widget beside its peers, and publishing, one after the other, because they would slow each other down.
pub fn bench(options: &BenchOptions) -> Result<()> {
    let programs = programs::ready(&[sets::BUILD, sets::SITE_TESTS, sets::BENCH].concat())?;
    timed("the widget and its peers", "half an hour", || {
        let tools = Tools::ready()?;
        TestSite::ready(&tools, None)?.prepare_tests(&tools, &[&programs], None)?;
        let mut bench = cargo(&["run", "--quiet", "--package", "bench", "--"]);
        bench.arg("--runs").arg(options.runs.to_string());
        if !options.only.is_empty() {
            bench.arg("--only").arg(options.only.join(","));
        }
        run(&mut bench)
    })?;
    if !options.only.is_empty() {
        return Ok(());
    }
    timed("publishing", "some minutes", || {
        let bench = ["bench", "--quiet", "--package", "publisher"];
        let options = ["--profile", "native", "--bench", "publish"];
        run(&mut cargo(&[&bench[..], &options[..]].concat()))
    })
}
