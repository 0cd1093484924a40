//! Runs other programs, saying what is going on and what went wrong.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// How long a step takes, so that who waits knows for how long.
pub fn step(what: &str, about: &str) {
    println!("\n── {what} ({about})");
}

/// Says what is done and how long it took.
///
/// # Errors
/// Those of the work itself.
pub fn timed<T>(what: &str, about: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    step(what, about);
    let start = Instant::now();
    let done = work()?;
    println!("   {:.1} s", start.elapsed().as_secs_f32());
    Ok(done)
}

/// Runs a program to its end.
///
/// # Errors
/// When it can't be started or doesn't succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let name = name(command);
    let status = command
        .status()
        .with_context(|| format!("{name} could not be started; is it installed?"))?;
    if !status.success() {
        bail!("{name} failed; see above");
    }
    Ok(())
}

/// What a program prints.
///
/// # Errors
/// When it can't be started or doesn't succeed.
pub fn output(command: &mut Command) -> Result<String> {
    let name = name(command);
    let output = command
        .output()
        .with_context(|| format!("{name} could not be started; is it installed?"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{name} failed: {}", said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A cargo command, with the cargo that runs this.
pub fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(args);
    command
}

/// The search path with folders before all others.
///
/// # Errors
/// When a folder's name can't be part of a search path.
pub fn path_with(folders: &[impl AsRef<Path>]) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = folders.iter().map(|each| each.as_ref().to_owned());
    std::env::join_paths(folders.chain(std::env::split_paths(&path)))
        .context("the cache's folder can't be part of PATH")
}

/// The command as who runs it would type it.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words: Vec<_> = std::iter::once(program)
        .chain(command.get_args().take(2))
        .map(OsStr::to_string_lossy)
        .collect();
    format!("`{}`", words.join(" "))
}
