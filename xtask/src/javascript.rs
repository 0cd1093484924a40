//! Checks and tests of the loader's JavaScript and of the bench's twins, of the types that hosts get, and of `publiccode.yml`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::command::run;
use crate::tools::Tools;
use crate::{codegen, package_types};

/// JavaScript and TypeScript that is formatted by prettier.
const FORMATTED: [&str; 14] = [
    "bench/**/*.{js,jsx,mjs}",
    "embed/**/*.{js,ts}",
    "packages/npm/**/*.{js,json,ts}",
    "packages/wordpress/*.{js,json}",
    "tests/browser/**/*.{js,mjs}",
    "tests/citations/*.mjs",
    "tests/hosts/spa/*.js",
    "tests/hosts/vite/*.{js,mjs}",
    "tests/publiccode/*.{json,mjs}",
    "tests/search/*.js",
    "tests/types/*.ts",
    "tests/types/package/*.{ts,tsx}",
    "eslint.config.js",
    "package.json",
];
/// Folders of JavaScript that is linted.
const LINTED: [&str; 5] = [
    "bench",
    "embed",
    "packages/npm",
    "packages/wordpress",
    "tests",
];

/// Runs the formatter, the linter, the compiler and the tests.
///
/// # Errors
/// The first failure.
pub fn check(tools: &Tools) -> Result<()> {
    codegen::check()?;
    let root = crate::root()?;
    let tool = |name: &str| {
        let mut command = Command::new(tools.node_modules.join(".bin").join(name));
        command.current_dir(&root);
        command
    };
    run(tool("prettier").arg("--check").args(FORMATTED)).with_context(|| {
        format!(
            "the format of the JavaScript; `{} --write {}` corrects it",
            tools.node_modules.join(".bin/prettier").display(),
            FORMATTED.join(" ")
        )
    })?;
    run(tool("eslint").args(["--max-warnings", "0"]).args(LINTED))
        .context("lints of the JavaScript")?;
    run(tool("tsc").args(["--project", "embed", "--pretty"]))
        .context("types in the JavaScript of the loader")?;
    run(tool("tsc").args(["--project", "tests/types", "--pretty"])).context(
        "embed/embed.d.ts isn't what tests/types/use.ts does with it: if the contract changed, change \
        both, and docs/embedding.md",
    )?;
    package_types::check(tools)?;
    run(&mut unit_tests(&root.join("embed"))?).context("tests of the loader's JavaScript")?;
    run(&mut unit_tests(&root.join("bench/peers"))?).context("tests of the twins' data")?;
    run(Command::new("node")
        .args(["--test", "--test-reporter=dot"])
        .arg(root.join("tests/publiccode/publiccode.test.mjs"))
        .env("NODE_MODULES", &tools.node_modules))
    .context("publiccode.yml isn't what the standard or the rest of the project says")
}

/// Runs the golden queries of the search on the pieces that a site publishes.
///
/// # Errors
/// If the search finds less than it must.
pub fn golden(site: &Path) -> Result<()> {
    let mut tests = unit_tests(&crate::root()?.join("tests/search"))?;
    run(tests.env("SITE", site)).context("the golden queries in tests/search/")
}

/// The tests beside the modules of the loader. Node's versions differ in how they take a folder, so it gets files.
fn unit_tests(folder: &Path) -> Result<Command> {
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=dot"]);
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("reading {}", folder.display()))?;
        if entry.path().to_string_lossy().ends_with(".test.js") {
            node.arg(entry.path());
        }
    }
    Ok(node)
}
