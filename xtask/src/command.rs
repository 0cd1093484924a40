//! Runs other programs and reports their progress and failures.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Prints the title of a step and its approximate duration.
pub fn step(title: &str, about: &str) {
    println!("\n── {title} ({about})");
}

/// Does a step; prints its title before and its duration afterwards.
pub fn timed<T>(title: &str, about: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    step(title, about);
    let start = Instant::now();
    let result = work()?;
    println!("   {:.1} s", start.elapsed().as_secs_f32());
    Ok(result)
}

/// Runs a program to its end.
///
/// # Errors
/// If the program can't be started or fails.
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

/// Runs a program to its end, and returns its standard output.
///
/// # Errors
/// If the program can't be started or fails.
pub fn output(command: &mut Command) -> Result<String> {
    let name = name(command);
    let output = command
        .output()
        .with_context(|| format!("{name} could not be started; is it installed?"))?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        bail!("{name} failed: {}", stderr.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A cargo command, with the cargo that runs xtask.
pub fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(args);
    command
}

/// The search path with these folders before all others.
///
/// # Errors
/// If the name of a folder can't be part of a search path.
pub fn path_with(folders: &[impl AsRef<Path>]) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = folders.iter().map(|folder| folder.as_ref().to_owned());
    std::env::join_paths(folders.chain(std::env::split_paths(&path)))
        .context("the cache's folder can't be part of PATH")
}

/// The command as a person would type it.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let parts: Vec<_> = std::iter::once(program)
        .chain(command.get_args().take(2))
        .map(OsStr::to_string_lossy)
        .collect();
    format!("`{}`", parts.join(" "))
}
