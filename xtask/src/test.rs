//! Runs checks and tests, in stages that run alone or together.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::cli::TestOptions;
use crate::command::{cargo, run, timed};
use crate::test_site::TestSite;
use crate::tools::programs::{self, CHROMEDRIVER, JAVA, PYTHON, Paths, Program, sets};
use crate::tools::{self, Tools};
use crate::{citations, dist, javascript, markup, sizes};

const WASM: &[&str] = &[
    "--package",
    "kennislemniscaat",
    "--target",
    "wasm32-unknown-unknown",
];

/// A part of the names of tests that hold for every publication of the site.
const EVERY_PUBLICATION: &str = "every_publication";

/// A part of the suite. The stages that fail soonest come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// The format of the code.
    Fmt,
    /// The licenses of all files, and lints, native and for WebAssembly.
    Lint,
    /// The format, lints, types and tests of the loader's JavaScript.
    Js,
    /// Native tests.
    Native,
    /// The markup, the size and the citations of the built site.
    Html,
    /// Tests of the WebAssembly in a browser.
    Wasm,
    /// Tests of the built site in browsers.
    Browser,
}

impl Stage {
    fn has_named_tests(self) -> bool {
        matches!(self, Self::Native | Self::Wasm | Self::Browser)
    }

    /// The programs of the system that the stage needs.
    fn programs(self, all_browsers: bool) -> Vec<&'static Program> {
        match self {
            Self::Fmt | Self::Native => vec![],
            Self::Lint => sets::LICENSES.into(),
            Self::Js => sets::BUILD.into(),
            Self::Html => [sets::BUILD, sets::MARKUP].concat(),
            Self::Wasm => [sets::BUILD, sets::IN_CHROMIUM].concat(),
            Self::Browser if all_browsers => [
                sets::BUILD,
                sets::SITE_TESTS,
                sets::IN_FIREFOX,
                sets::IN_WEBKIT,
            ]
            .concat(),
            Self::Browser => [sets::BUILD, sets::SITE_TESTS].concat(),
        }
    }
}

/// Runs the stages that the options name, or all.
///
/// # Errors
/// The first failure: later stages don't run.
pub fn test(options: &TestOptions) -> Result<()> {
    let stages = stages(options)?;
    if options.list {
        return list(&stages);
    }
    let mut needed: Vec<_> = stages
        .iter()
        .flat_map(|stage| stage.programs(options.all_browsers))
        .collect();
    if options.exhaustive && stages.contains(&Stage::Browser) {
        needed.extend(sets::SYSTEM);
    }
    // Programs are checked before anything is built.
    let optional = match stages.contains(&Stage::Browser) {
        true => sets::OPTIONAL,
        false => &[],
    };
    let optional = optional
        .iter()
        .filter_map(|(tests, programs)| programs::ready_or_skip(tests, programs))
        .collect();
    let programs = programs::ready(&needed)?;
    if stages.contains(&Stage::Lint) || stages.contains(&Stage::Fmt) {
        tools::add_lints()?;
    }
    // On a machine with rustup's default toolchain only, lints are the first to need this target.
    if stages.contains(&Stage::Lint) {
        tools::add_target()?;
    }
    let suite = Suite {
        options,
        programs,
        optional,
    };
    let mut durations = Vec::new();
    for stage in stages {
        let start = Instant::now();
        suite.run(stage)?;
        durations.push((stage, start.elapsed()));
    }
    report(&durations);
    Ok(())
}

fn stages(options: &TestOptions) -> Result<Vec<Stage>> {
    if options.publication.is_some() {
        return Ok(vec![Stage::Html, Stage::Browser]);
    }
    let only_named = options.filter.is_some() || options.list;
    if !options.stages.is_empty() {
        let unnamed = options.stages.iter().find(|stage| !stage.has_named_tests());
        if let (Some(stage), true) = (unnamed, only_named) {
            bail!(
                "stage {} has no named tests; expected native, wasm or browser with --filter or --list",
                name(*stage)
            );
        }
        return Ok(options.stages.clone());
    }
    let all = Stage::value_variants().iter().copied();
    Ok(all
        .filter(|stage| !only_named || stage.has_named_tests())
        .collect())
}

fn name(stage: Stage) -> String {
    let value = stage.to_possible_value();
    value
        .map(|value| value.get_name().to_owned())
        .unwrap_or_default()
}

fn list(stages: &[Stage]) -> Result<()> {
    for stage in stages {
        match stage {
            Stage::Native => {
                for mut command in native_tests() {
                    run(command.args(["--", "--list"]))?;
                }
            }
            Stage::Wasm => {
                println!("wasm: the functions under #[wasm_bindgen_test] in tests/widget/main.rs");
            }
            Stage::Browser => run(browser_tests().args(["--", "--list"]))?,
            Stage::Fmt | Stage::Lint | Stage::Js | Stage::Html => {}
        }
    }
    Ok(())
}

fn report(durations: &[(Stage, Duration)]) {
    println!();
    for (stage, duration) in durations {
        println!("   {:<8} {:>7.1} s", name(*stage), duration.as_secs_f32());
    }
    let all: Duration = durations.iter().map(|(_, duration)| *duration).sum();
    println!(
        "   {:<8} {:>7.1} s\n\nall checks passed",
        "all",
        all.as_secs_f32()
    );
}

fn native_tests() -> [Command; 2] {
    [
        cargo(&[
            "test",
            "--quiet",
            "--workspace",
            "--exclude",
            "browser-tests",
        ]),
        cargo(&["test", "--quiet", "--package", "browser-tests", "--lib"]),
    ]
}

fn browser_tests() -> Command {
    cargo(&["test", "--package", "browser-tests", "--test", "browser"])
}

/// The options, and the programs that were checked.
struct Suite<'a> {
    options: &'a TestOptions,
    programs: Paths,
    optional: Vec<Paths>,
}

impl Suite<'_> {
    fn run(&self, stage: Stage) -> Result<()> {
        match stage {
            Stage::Fmt => timed("format of the code", "seconds", || {
                run(&mut cargo(&["fmt", "--all", "--check"]))
            }),
            Stage::Lint => self.lint(),
            Stage::Js => timed("JavaScript", "some seconds", || {
                javascript::check(&Tools::ready()?)
            }),
            Stage::Native => timed("native tests", "a minute the first time", || {
                for mut command in native_tests() {
                    run(command.args(&self.options.filter))?;
                }
                Ok(())
            }),
            Stage::Html => self.html(),
            Stage::Wasm => self.wasm(),
            Stage::Browser => self.browser(),
        }
    }

    fn lint(&self) -> Result<()> {
        timed("licenses of all files", "seconds", || {
            run(tools::reuse(self.programs.of(&PYTHON)?)?.args(["lint", "--lines"])).context(
                "a file without a license, or a license without a file; each is named above, and REUSE.toml \
                 should say whose they are",
            )
        })?;
        lint()
    }

    fn html(&self) -> Result<()> {
        let tools = Tools::ready()?;
        let site = TestSite::ready(&tools, self.options.publication.as_deref())?;
        // The limits are those of the product's own publication.
        if self.options.publication.is_none() {
            sizes::check(&site.folder)?;
            timed("golden queries of the search", "a second", || {
                javascript::golden(&site.folder)
            })?;
        }
        timed("markup of every page", "seconds", || {
            markup::check(self.programs.of(&JAVA)?, &tools.vnu, &site.folder)
        })?;
        timed("citations, read back", "seconds", || {
            citations::check(&tools, &site.folder)
        })
    }

    fn wasm(&self) -> Result<()> {
        let tools = Tools::ready()?;
        timed(
            "tests of the WebAssembly",
            "half a minute the first time",
            || {
                let test = [&["test", "--test", "widget"], WASM];
                let mut test = cargo(&test.concat());
                test.args(&self.options.filter)
                    .env(
                        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                        &tools.wasm_test_runner,
                    )
                    .env("CHROMEDRIVER", self.programs.of(&CHROMEDRIVER)?);
                run(&mut test)
            },
        )
    }

    fn browser(&self) -> Result<()> {
        let tools = Tools::ready()?;
        let site = TestSite::ready(&tools, self.options.publication.as_deref())?;
        let geckodriver = self
            .options
            .all_browsers
            .then(tools::geckodriver)
            .transpose()?;
        let mut programs = vec![&self.programs];
        programs.extend(&self.optional);
        site.prepare_tests(&tools, &programs, geckodriver.as_deref())?;
        let engines = if self.options.all_browsers {
            "Chromium, Firefox and WebKitGTK"
        } else {
            "Chromium"
        };
        // The tool alone is a program of its own, which takes minutes to build.
        let tool = self
            .options
            .exhaustive
            .then(dist::tool::linux)
            .transpose()?;
        timed(&format!("tests in {engines}"), "some minutes", || {
            let mut tests = browser_tests();
            tests.envs(tool.map(|tool| ("LEMNISCAAT", tool)));
            tests.arg("--").args(&self.options.filter);
            if self.options.publication.is_some() {
                tests.arg(EVERY_PUBLICATION);
            }
            if self.options.all_browsers {
                tests.arg("--include-ignored");
            }
            tests.envs(self.options.exhaustive.then_some(("EXHAUSTIVE", "1")));
            tests.envs(self.options.update.then_some(("UPDATE_SNAPSHOTS", "1")));
            // The message of a failure is enough; a backtrace would only show frames of libraries.
            run(tests.env("RUST_LIB_BACKTRACE", "0"))
        })
    }
}

fn lint() -> Result<()> {
    timed("lints, native", "a minute the first time", || {
        let lint = [
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ];
        run(&mut cargo(&lint))
    })?;
    timed("lints, WebAssembly", "half a minute the first time", || {
        let lint = [
            &["clippy", "--quiet", "--lib", "--bins", "--test", "widget"][..],
            &["--package", "yew-host"],
            WASM,
            &["--", "-D", "warnings"],
        ];
        run(&mut cargo(&lint.concat()))
    })
}
