//! The driver of the browser that the tests use.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command::Running;

/// A driver that runs until this is dropped.
pub struct RunningDriver {
    /// Where it listens.
    pub url: String,
    _driver: Running,
}

/// Starts a driver on a port that is free.
///
/// # Errors
/// When it doesn't start.
pub fn drive(driver: &Path) -> Result<RunningDriver> {
    let mut child = Command::new(driver)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting {}", driver.display()))?;
    let said = child.stdout.take().context("the driver's output")?;
    let running = Running(child);
    let mut lines = BufReader::new(said).lines();
    for line in &mut lines {
        let line = line?;
        if let Some(port) = line.strip_prefix("ChromeDriver was started successfully on port ") {
            let url = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
            // Nobody reads on, but the driver must be able to write.
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(RunningDriver {
                url,
                _driver: running,
            });
        }
    }
    bail!("{} stopped before it listened", driver.display())
}
