//! Measurements: they say how quick something is, and never fail for it.

use anyhow::Result;

use crate::browser::drive;
use crate::command::{cargo, run, timed};
use crate::system::{CHROMEDRIVER, CHROMIUM};
use crate::{site, system};

/// Measures publishing and the widget.
///
/// # Errors
/// When something can't be built or run.
pub fn bench() -> Result<()> {
    timed("the widget", "a minute", || {
        let dist = crate::root()?.join("target/site");
        site::build(&dist, None)?;
        let [chromium, driver] = system::ready([&CHROMIUM, &CHROMEDRIVER])?;
        let driver = drive(&driver)?;
        // One after the other: they would slow each other down.
        let test = ["test", "--quiet", "--package", "browser-tests", "bench::"];
        let only = ["--", "--ignored", "--nocapture", "--test-threads=1"];
        run(cargo(&[&test[..], &only[..]].concat())
            .env("DIST", &dist)
            .env("CHROMIUM", &chromium)
            .env("WEBDRIVER", &driver.url))
    })?;
    timed("publishing", "some minutes", || {
        let bench = ["bench", "--quiet", "--package", "publish"];
        let how = ["--profile", "native", "--bench", "publish"];
        run(&mut cargo(&[&bench[..], &how[..]].concat()))
    })
}
