//! Debian's package installer.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command::{output, timed};

/// `apt-get`, if this account may use it.
pub struct Apt {
    pub program: PathBuf,
}

impl Apt {
    /// The `apt-get` of this machine; only root may use it.
    pub fn here() -> Option<Self> {
        let program = which::which("apt-get").ok()?;
        let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
        root.then_some(Self { program })
    }

    pub fn install(&self, packages: &[&str]) -> Result<()> {
        let title = format!("installing {}", packages.join(", "));
        timed(&title, "about a minute, once", || {
            let updated = self.run(&["update"]);
            // If the package lists can't be updated, the existing lists may be enough.
            let options = ["install", "-y", "--no-install-recommends"];
            self.run(&[&options[..], packages].concat())
                .map_err(|error| updated.err().unwrap_or(error))
        })
    }

    fn run(&self, args: &[&str]) -> Result<()> {
        let output = Command::new(&self.program)
            .arg("-qq")
            // Waits for other installations, but not for servers that don't respond.
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
            let stderr = String::from_utf8_lossy(&output.stderr);
            let errors: Vec<_> = stderr
                .lines()
                .filter(|line| line.starts_with("E:"))
                .collect();
            match errors.is_empty() {
                true => bail!("{}", stderr.trim()),
                false => bail!("{}", errors.join(" ")),
            }
        }
        Ok(())
    }
}
