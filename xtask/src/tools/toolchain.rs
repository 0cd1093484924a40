//! Parts of the Rust toolchain that rustup doesn't install by default.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, output, run, timed};

const WASM: &str = "wasm32-unknown-unknown";

/// Adds the target of the widget if it is missing.
pub fn add_target() -> Result<()> {
    let libraries =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    rustup("target", WASM)
}

/// Adds the formatter and the linter if they are missing.
pub fn add_lints() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if output(&mut cargo(&[subcommand, "--version"])).is_err() {
            rustup("component", component)?;
        }
    }
    Ok(())
}

fn rustup(kind: &str, name: &str) -> Result<()> {
    if which::which("rustup").is_err() {
        bail!(
            "missing Rust {kind} {name}; expected rustup, which adds it, or the {kind} from your system's \
             packages"
        );
    }
    timed(
        &format!("adding the {kind} {name}"),
        "seconds, once",
        || {
            run(Command::new("rustup").args([kind, "add", name])).with_context(|| {
                format!("missing Rust {kind} {name}; expected `rustup {kind} add {name}` to add it over the network")
            })
        },
    )
}
