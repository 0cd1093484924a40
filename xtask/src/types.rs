//! The types that partners get, put to use by a partner's code.

use std::process::Command;

use anyhow::{Context, Result};

use crate::command::run;
use crate::tools::Tools;

/// Compiles `embed/embed.d.ts` with `tests/types/use.ts`, to nothing.
///
/// # Errors
/// When the two don't fit each other: the compiler says where.
pub fn check(tools: &Tools) -> Result<()> {
    let mut compiler = Command::new(tools.node_modules.join(".bin/tsc"));
    compiler
        .args(["--project", "tests/types", "--pretty"])
        .current_dir(crate::root()?);
    run(&mut compiler).context(
        "embed/embed.d.ts isn't what tests/types/use.ts does with it: if the contract changed, change \
        both, and docs/embedding.md",
    )
}
