//! Measurements: they say how quick something is, and never fail for it.

use anyhow::Result;

use crate::browser;
use crate::command::{cargo, run, timed};
use crate::site;

/// Measures publishing and the widget.
///
/// # Errors
/// When something can't be built or run.
pub fn bench() -> Result<()> {
    timed("the widget", "a minute", || {
        let dist = crate::root()?.join("target/site");
        site::build(&dist, None)?;
        let driver = browser::chromium()?;
        // One after the other: they would slow each other down.
        let test = ["test", "--quiet", "--package", "browser-tests", "bench::"];
        let only = ["--", "--ignored", "--nocapture", "--test-threads=1"];
        run(cargo(&[&test[..], &only[..]].concat())
            .env("DIST", &dist)
            .envs(driver.variables.iter().cloned()))
    })?;
    timed("publishing", "some minutes", || {
        let bench = ["bench", "--quiet", "--package", "publish"];
        let how = ["--profile", "native", "--bench", "publish"];
        run(&mut cargo(&[&bench[..], &how[..]].concat()))
    })
}
