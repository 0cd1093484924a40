//! The engines that a test runs in, where it runs in more than Chromium.

use harness::engine::Engine;
use rstest::rstest;
use rstest_reuse::template;

/// Every engine: Chromium always, the others with `--all-browsers`.
#[template]
#[rstest]
#[case::chromium(Engine::Chromium)]
#[ignore = "runs with `cargo xtask test --all-browsers`"]
#[case::firefox(Engine::Firefox)]
#[ignore = "runs with `cargo xtask test --all-browsers`"]
#[case::webkit(Engine::WebKit)]
fn every_engine(#[case] engine: Engine) {}

pub(crate) use every_engine;
