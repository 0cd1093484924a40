//! Programs that run alongside the tests: drivers, servers, a screen.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Runs a program until the shell's standard input closes, which happens when the tests end,
/// however they end. Processes that the program starts are in the same process group and end with
/// it.
const UNTIL_INPUT_CLOSES: &str =
    r#"("$@"; kill -s KILL -- -$$) </dev/null & read -r _; kill -s KILL -- -$$"#;

/// The time within which a program must listen on its port.
const START_TIMEOUT: Duration = Duration::from_secs(30);

/// A program that runs until this is dropped or the tests end.
#[must_use = "the program ends when this is dropped"]
pub struct Service {
    name: String,
    child: Child,
}

impl Service {
    /// Starts a program; `configure` adds its arguments and environment.
    ///
    /// # Errors
    /// When there is no POSIX shell.
    pub fn start(program: &Path, configure: impl FnOnce(&mut Command)) -> Result<Self> {
        let mut command = Command::new("sh");
        command.args(["-c", UNTIL_INPUT_CLOSES, "sh"]).arg(program);
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        configure(&mut command);
        let name = program.display().to_string();
        let child = command
            .spawn()
            .with_context(|| format!("starting {name}"))?;
        Ok(Self { name, child })
    }

    /// The process, for its output.
    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Waits until the program listens on a port of this machine.
    ///
    /// # Errors
    /// When the program ends or takes longer than 30 s.
    pub fn listening(mut self, port: u16) -> Result<Self> {
        let deadline = Instant::now() + START_TIMEOUT;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if self.child.try_wait()?.is_some() {
                bail!("{} ended before it listened on port {port}", self.name);
            }
            if Instant::now() > deadline {
                bail!("{} doesn't listen on port {port} within 30 s", self.name);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(self)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // An error means that the process group has already ended.
        let _ = self.child.wait();
    }
}

/// A port of this machine that no program listens on.
///
/// # Errors
/// When there is none.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("finding a free port")?;
    Ok(listener.local_addr()?.port())
}
