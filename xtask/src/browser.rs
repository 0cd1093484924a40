//! The browser that the tests use.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command::{find, output, run, timed};

/// Chromium and its driver.
pub struct Chromium {
    /// The browser itself.
    pub browser: PathBuf,
    /// What drives it.
    pub driver: PathBuf,
}

/// A driver that runs until this is dropped.
#[must_use = "the driver stops when this is dropped"]
pub struct RunningDriver {
    child: Child,
    /// Where it listens.
    pub url: String,
}

impl Chromium {
    /// Finds both, or installs them where this may.
    ///
    /// # Errors
    /// When they are missing and can't be installed from here.
    pub fn ready() -> Result<Self> {
        if let Some(found) = Self::found() {
            return Ok(found);
        }
        let may_install = find("apt-get").is_some()
            && output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
        if may_install {
            timed(
                "installing chromium and chromium-driver",
                "about a minute, once",
                || {
                    run(Command::new("apt-get").args(["update", "-qq"]))?;
                    run(Command::new("apt-get")
                        .args(["install", "-qq", "-y", "chromium", "chromium-driver"])
                        .env("DEBIAN_FRONTEND", "noninteractive")
                        .stdout(Stdio::null()))
                },
            )?;
        }
        match Self::found() {
            Some(found) => Ok(found),
            None => bail!(
                "the browser tests need Chromium and its driver: install both (on Debian \
                 `apt install chromium chromium-driver`), or set CHROMIUM and CHROMEDRIVER to where they are"
            ),
        }
    }

    fn found() -> Option<Self> {
        let given = |name| std::env::var_os(name).map(PathBuf::from);
        let browser = || {
            ["chromium", "chromium-browser", "google-chrome"]
                .into_iter()
                .find_map(find)
        };
        Some(Self {
            browser: given("CHROMIUM").or_else(browser)?,
            driver: given("CHROMEDRIVER").or_else(|| find("chromedriver"))?,
        })
    }

    /// Starts the driver on a port that is free.
    ///
    /// # Errors
    /// When it doesn't start.
    pub fn drive(&self) -> Result<RunningDriver> {
        let mut child = Command::new(&self.driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("starting {}", self.driver.display()))?;
        let said = BufReader::new(child.stdout.take().context("the driver's output")?);
        let mut lines = said.lines();
        for line in &mut lines {
            let line = line?;
            if let Some(port) = line.strip_prefix("ChromeDriver was started successfully on port ")
            {
                let url = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
                // Nobody reads on, but the driver must be able to write.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok(RunningDriver { child, url });
            }
        }
        bail!("{} stopped before it listened", self.driver.display())
    }
}

impl Drop for RunningDriver {
    fn drop(&mut self) {
        // It may have stopped by itself; then there is nothing to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
