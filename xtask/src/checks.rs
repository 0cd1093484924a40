//! Every check and test there is, in the order in which they fail soonest.

use anyhow::Result;

use crate::browser::{self, RunningDriver};
use crate::command::{cargo, run, timed};
use crate::port::free_port;
use crate::tools::programs::{self, CHROMEDRIVER, JAVA, NGINX, PDFTOTEXT, sets};
use crate::{markup, nginx, site, sizes, spa, tools, types, wordpress};

const WASM: &[&str] = &[
    "--package",
    "kennislemniscaat",
    "--target",
    "wasm32-unknown-unknown",
];

/// The tests that run in every engine: what a page does to the widget, what it loads, and who hears.
const ENGINE_TESTS: [&str; 25] = [
    // Also strict_hosts:: and static_hosts::, as names are searched for.
    "hosts::",
    "crowd::",
    "intent::",
    "content_xss::",
    "network::",
    "frame::",
    "room::",
    "partner::a_view_that_is_no_more",
    "partner::on_paper",
    "partner::a_short_view",
    "partner::links_to_share",
    "swap::the_focus",
    "swap::a_selection",
    "ladder::",
    "failures::",
    "security::",
    "breakdowns::",
    "embed::",
    "guest::",
    "policy::",
    "script_tag::",
    "sync_url::",
    "spa::",
    "share_early::",
    "versions::",
];

/// A way to start the driver of a browser.
type Start = fn() -> Result<RunningDriver>;

/// Runs them all; those of the browsers in Chromium alone, unless all are asked for.
///
/// # Errors
/// The first that fails.
pub fn test(all_browsers: bool) -> Result<()> {
    let mut needed = [sets::BUILD, sets::MARKUP, sets::SITE_TESTS].concat();
    if all_browsers {
        needed.extend([sets::IN_FIREFOX, sets::IN_WEBKIT].concat());
    }
    let in_wordpress = programs::ready_or_skip("the tests in WordPress", sets::IN_WORDPRESS);
    let programs = programs::ready(&needed)?;
    tools::add_lints()?;
    timed("form of the code", "seconds", || {
        run(&mut cargo(&["fmt", "--all", "--check"]))
    })?;
    // The port is part of the site's address, and so of every share card's.
    let port = free_port()?;
    let address = format!("http://127.0.0.1:{port}/");
    let dist = crate::root()?.join("target/site");
    let tools = site::build(&dist, Some(&address))?;
    sizes::report(&dist)?;
    timed("types for partners", "a second", || types::check(&tools))?;
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
            &["clippy", "--quiet", "--lib", "--bins", "--test", "widget"][..],
            &["--package", "yew-host"],
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
    timed("markup of every page", "seconds", || {
        markup::check(programs.of(&JAVA)?, &tools.vnu, &dist)
    })?;
    timed(
        "tests of the WebAssembly",
        "half a minute the first time",
        || {
            let driver = programs.of(&CHROMEDRIVER)?;
            let test = [&["test", "--test", "widget"], WASM];
            run(cargo(&test.concat())
                .env(
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                    &tools.wasm_test_runner,
                )
                .env("CHROMEDRIVER", driver))
        },
    )?;
    let hosts = timed(
        "applications as hosts of the widget",
        "half a minute the first time",
        || spa::build(&tools),
    )?;
    let _nginx = nginx::serve(programs.of(&NGINX)?, &dist, port)?;
    let wordpress = in_wordpress
        .map(|paths| wordpress::serve(&paths, &address))
        .transpose()?;
    let pdftotext = programs.of(&PDFTOTEXT)?;
    let browser_tests = |start: Start, only: &[&str]| {
        let driver = start()?;
        run(cargo(&["test", "--package", "browser-tests", "--"])
            .args(only)
            .envs(driver.variables.iter().cloned())
            .env("DIST", &dist)
            .env("NGINX_SITE", &address)
            .envs(wordpress.iter().map(|each| ("WORDPRESS_SITE", &each.site)))
            .env("AXE", &tools.axe)
            .env("PDFTOTEXT", pdftotext)
            .env("NODE_MODULES", &tools.node_modules)
            .env("SPA_HOSTS", &hosts)
            // A failure says what the reader would lose, not where in a library it was noticed.
            .env("RUST_LIB_BACKTRACE", "0"))
    };
    timed("tests in Chromium", "some minutes", || {
        browser_tests(browser::chromium, &[])
    })?;
    if all_browsers {
        let others: [(_, Start); 2] = [
            ("tests in Firefox", browser::firefox),
            ("tests in WebKitGTK", browser::webkit),
        ];
        // These drivers drive one browser at a time.
        let only = [&ENGINE_TESTS[..], &["--test-threads=1"]].concat();
        for (what, start) in others {
            timed(what, "some minutes", || browser_tests(start, &only))?;
        }
    }
    println!("\nall is well");
    Ok(())
}
