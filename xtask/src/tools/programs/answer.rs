//! Runs a program for a short time and reads its output.

use std::fs::File;
use std::io::{Read, Seek};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::Result;
use wait_timeout::ChildExt;

use super::defect::Defect;
use super::version::Version;

/// The time limit of a check. Checks take at most a second, but slow machines need more.
const LIMIT: Duration = Duration::from_secs(30);

/// The output of a program that ended.
pub struct Answer {
    /// Whether its exit code was 0.
    pub success: bool,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

/// Runs a program to its end.
pub fn ask(command: &mut Command) -> Result<Answer, Defect> {
    ask_within(command, LIMIT)
}

fn ask_within(command: &mut Command, limit: Duration) -> Result<Answer, Defect> {
    let broken = |error| Defect::new(format!("can't be started: {error}"));
    // Files instead of pipes, because files needn't be read while the program runs.
    let mut stdout = tempfile::tempfile().map_err(broken)?;
    let mut stderr = tempfile::tempfile().map_err(broken)?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(stdout.try_clone().map_err(broken)?)
        .stderr(stderr.try_clone().map_err(broken)?)
        .spawn()
        .map_err(broken)?;
    let Some(status) = child.wait_timeout(limit).map_err(broken)? else {
        // The program may have ended by itself in the meantime.
        let _ = child.kill();
        let _ = child.wait();
        let seconds = limit.as_secs();
        return Err(Defect::new(format!("doesn't answer within {seconds} s")));
    };
    Ok(Answer {
        success: status.success(),
        stdout: text(&mut stdout).map_err(broken)?,
        stderr: text(&mut stderr).map_err(broken)?,
    })
}

fn text(file: &mut File) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The version that a program prints.
pub fn version(command: &mut Command) -> Result<Version, Defect> {
    let answer = ask(command)?.succeeded()?;
    Version::find(&answer.stdout).ok_or_else(|| Defect::new("doesn't print its version"))
}

impl Answer {
    /// This answer, unless the program failed.
    pub fn succeeded(self) -> Result<Self, Defect> {
        if self.success {
            return Ok(self);
        }
        let reason = self.reason();
        Err(Defect::new(match reason.is_empty() {
            true => "fails when it is run".to_owned(),
            false => format!("fails when it is run: {reason}"),
        }))
    }

    /// The line that explains a failure best: the first with an error, or else the last line.
    pub fn reason(&self) -> &str {
        let lines = || self.stderr.lines().chain(self.stdout.lines());
        lines()
            .find(|line| line.to_lowercase().contains("error") || line.contains("[emerg]"))
            .or_else(|| lines().rfind(|line| !line.trim().is_empty()))
            .unwrap_or_default()
            .trim()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    /// The message about a script that stands in for a program; empty if the script succeeds.
    fn message(script: &str) -> String {
        let mut fake = FakeMachine::new();
        let program = fake.program("program", script);
        let answer = ask_within(&mut Command::new(program), Duration::from_millis(500));
        match answer.and_then(Answer::succeeded) {
            Ok(_) => String::new(),
            Err(defect) => defect.message,
        }
    }

    #[test]
    fn a_failure_is_reported_with_its_error_line() {
        assert_eq!(message("echo fine; echo more >&2"), "");
        assert_eq!(message("exit 3"), "fails when it is run");
        assert_eq!(
            message("echo start; echo 'Error: no display' >&2; echo bye >&2; exit 1"),
            "fails when it is run: Error: no display"
        );
    }

    #[test]
    fn a_program_that_hangs_is_killed() {
        assert!(message("exec sleep 60").starts_with("doesn't answer within"));
    }

    #[test]
    fn a_missing_program_is_reported() {
        let answer = ask(&mut Command::new("/nowhere/program"));
        assert!(answer.is_err_and(|defect| defect.message.starts_with("can't be started: ")));
    }
}
