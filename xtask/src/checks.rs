//! Every check and test there is, in the order in which they fail soonest.

use anyhow::Result;

use crate::browser::Chromium;
use crate::command::{cargo, run, timed};
use crate::{site, sizes};

const WASM: &[&str] = &[
    "--package",
    "kennislemniscaat",
    "--target",
    "wasm32-unknown-unknown",
];

/// Runs them all.
///
/// # Errors
/// The first that fails.
pub fn test() -> Result<()> {
    timed("form of the code", "seconds", || {
        run(&mut cargo(&["fmt", "--all", "--check"]))
    })?;
    let tools = site::build()?;
    sizes::report()?;
    timed("lints, native", "a minute the first time", || {
        run(&mut cargo(&[
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    timed("lints, WebAssembly", "half a minute the first time", || {
        let lint = [
            &["clippy", "--quiet", "--lib", "--bins", "--test", "widget"],
            WASM,
            &["--", "-D", "warnings"],
        ];
        run(&mut cargo(&lint.concat()))
    })?;
    timed("native tests", "a minute the first time", || {
        run(&mut cargo(&[
            "test",
            "--quiet",
            "--workspace",
            "--exclude",
            "browser-tests",
        ]))
    })?;
    let chromium = Chromium::ready()?;
    timed(
        "tests of the WebAssembly",
        "half a minute the first time",
        || {
            let test = [&["test", "--test", "widget"], WASM];
            run(cargo(&test.concat())
                .env(
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                    &tools.wasm_test_runner,
                )
                .env("CHROMEDRIVER", &chromium.driver))
        },
    )?;
    timed("tests in a browser", "some minutes", || {
        let driver = chromium.drive()?;
        run(cargo(&["test", "--package", "browser-tests"])
            .env("DIST", site::folder()?)
            .env("CHROMIUM", &chromium.browser)
            .env("WEBDRIVER", &driver.url)
            .env("AXE", &tools.axe)
            // A failure says what the reader would lose, not where in a library it was noticed.
            .env("RUST_LIB_BACKTRACE", "0"))
    })?;
    println!("\nall is well");
    Ok(())
}
