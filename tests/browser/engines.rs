//! The browser engines of tests that run in more than Chromium.

use rstest_reuse::template;

/// Every engine: Chromium always, the others with `--all-browsers`.
#[template]
#[rstest::rstest]
#[case::chromium(harness::engine::Engine::Chromium)]
#[ignore = "runs with `cargo xtask test --all-browsers`"]
#[case::firefox(harness::engine::Engine::Firefox)]
#[ignore = "runs with `cargo xtask test --all-browsers`"]
#[case::webkit(harness::engine::Engine::WebKit)]
fn every_engine(#[case] engine: Engine) {}
