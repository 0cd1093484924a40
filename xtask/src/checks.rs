//! Every check and test there is, in the order in which they fail soonest.

use anyhow::Result;

use crate::browser::drive;
use crate::command::{cargo, run, timed};
use crate::system::{CHROMEDRIVER, CHROMIUM, JAVA, NGINX, PDFTOTEXT};
use crate::{markup, nginx, site, sizes, system};

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
    // The port is part of the site's address, and so of every share card's.
    let port = nginx::free_port()?;
    let address = format!("http://127.0.0.1:{port}/");
    let dist = crate::root()?.join("target/site");
    let tools = site::build(&dist, Some(&address))?;
    sizes::report(&dist)?;
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
    let programs = [&CHROMIUM, &CHROMEDRIVER, &NGINX, &PDFTOTEXT, &JAVA];
    let [chromium, driver, nginx, pdftotext, java] = system::ready(programs)?;
    timed("markup of every page", "seconds", || {
        markup::check(&java, &tools.vnu, &dist)
    })?;
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
                .env("CHROMEDRIVER", &driver))
        },
    )?;
    timed("tests in a browser", "some minutes", || {
        let driver = drive(&driver)?;
        let _nginx = nginx::serve(&nginx, &dist, port)?;
        run(cargo(&["test", "--package", "browser-tests"])
            .env("DIST", &dist)
            .env("NGINX_SITE", &address)
            .env("CHROMIUM", &chromium)
            .env("WEBDRIVER", &driver.url)
            .env("AXE", &tools.axe)
            .env("PDFTOTEXT", &pdftotext)
            .env("NODE_MODULES", &tools.node_modules)
            // A failure says what the reader would lose, not where in a library it was noticed.
            .env("RUST_LIB_BACKTRACE", "0"))
    })?;
    println!("\nall is well");
    Ok(())
}
