//! Builds the tool as one program that needs nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{run, timed};

/// The names in Rust of the systems that the tool is built for.
pub const TARGETS: [&str; 2] = [LINUX.name, WINDOWS.name];

/// A system that the tool is built for.
struct Target {
    /// Its name in Rust.
    name: &'static str,
    /// The variable of cargo that names the linker, and the linker.
    linker: (&'static str, &'static str),
    /// The name of the program.
    program: &'static str,
}

/// A program for this target needs no library of the system. The linker is Rust's, because a system has none for
/// another target.
const LINUX: Target = Target {
    name: "x86_64-unknown-linux-musl",
    linker: ("CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER", "rust-lld"),
    program: "lemniscaat",
};

/// Programs for Windows are linked by MinGW, which Debian has as `mingw-w64`.
const WINDOWS: Target = Target {
    name: "x86_64-pc-windows-gnu",
    linker: (
        "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER",
        "x86_64-w64-mingw32-gcc",
    ),
    program: "lemniscaat.exe",
};

/// Builds the tool into a folder, with the widget of the last site inside: for Linux, and for Windows where MinGW is
/// installed.
///
/// # Errors
/// If a program is missing, or the build fails.
pub fn all(folder: &Path) -> Result<()> {
    let (_, mingw) = WINDOWS.linker;
    let has_mingw = Command::new(mingw).arg("--version").output().is_ok();
    if !has_mingw {
        println!(
            "   {mingw} is missing; with it (Debian: apt install mingw-w64) this command also builds the tool for Windows"
        );
    }
    for target in [Some(LINUX), has_mingw.then_some(WINDOWS)]
        .into_iter()
        .flatten()
    {
        let program = build(&target)?;
        let copy = folder.join(target.program);
        fs::copy(&program, &copy).with_context(|| format!("writing {}", copy.display()))?;
        super::report(&copy)?;
    }
    Ok(())
}

/// Builds the tool for Linux with the widget of the last site inside; returns its path.
///
/// # Errors
/// If a program is missing, or the build fails.
pub fn linux() -> Result<PathBuf> {
    build(&LINUX)
}

fn build(target: &Target) -> Result<PathBuf> {
    let what = format!("building the tool for {}", target.name);
    timed(&what, "some minutes the first time", || cargo_build(target))
}

fn cargo_build(target: &Target) -> Result<PathBuf> {
    let root = crate::root()?;
    run(Command::new("rustup").args(["target", "add", target.name]))?;
    let options = [
        "--quiet",
        "--package",
        "publisher",
        "--features",
        "embedded",
    ];
    let profile = ["--profile", "native", "--target", target.name];
    let (variable, linker) = target.linker;
    let mut cargo = Command::new("cargo");
    cargo.arg("build").args(options).args(profile);
    cargo.env(variable, linker).current_dir(&root);
    run(&mut cargo)?;
    let folder = root.join("target").join(target.name);
    Ok(folder.join("native").join(target.program))
}
