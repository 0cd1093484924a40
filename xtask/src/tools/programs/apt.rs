//! Debian's installer.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command::{output, timed};

/// `apt-get`, where this account may use it.
pub struct Apt {
    /// Its path.
    pub program: PathBuf,
}

impl Apt {
    /// The one of this machine, for root alone.
    pub fn here() -> Option<Self> {
        let program = which::which("apt-get").ok()?;
        let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
        root.then_some(Self { program })
    }

    /// Installs packages.
    pub fn install(&self, packages: &[&str]) -> Result<()> {
        let what = format!("installing {}", packages.join(", "));
        timed(&what, "about a minute, once", || {
            let updated = self.run(&["update"]);
            // Without new lists those that are there may do.
            let options = ["install", "-y", "--no-install-recommends"];
            self.run(&[&options[..], packages].concat())
                .map_err(|error| updated.err().unwrap_or(error))
        })
    }

    fn run(&self, args: &[&str]) -> Result<()> {
        let output = Command::new(&self.program)
            .arg("-qq")
            // Others that install are waited for, servers that don't answer are not.
            .args([
                "-o",
                "DPkg::Lock::Timeout=120",
                "-o",
                "Acquire::http::Timeout=30",
            ])
            .args(args)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("starting {}", self.program.display()))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let errors: Vec<_> = said.lines().filter(|line| line.starts_with("E:")).collect();
            match errors.is_empty() {
                true => bail!("{}", said.trim()),
                false => bail!("{}", errors.join(" ")),
            }
        }
        Ok(())
    }
}
