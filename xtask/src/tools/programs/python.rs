//! Python, which runs the license checker.

use std::path::Path;
use std::process::Command;

use super::Program;
use super::answer::{ask, version};
use super::defect::Defect;
use super::version::Version;

/// The oldest version that the license checker supports.
const OLDEST: Version = Version(3, 10, 0);

/// Runs the license checker in an environment of its own.
pub const PYTHON: Program = Program {
    name: "python3",
    variable: Some("PYTHON"),
    names: &["python3"],
    packages: &["python3-venv"],
    expected: "Python 3.10 or newer with venv and ensurepip, which the license checker needs",
    check: |path, _| makes_environments(path),
};

/// Debian has a package of its own for the modules that make environments.
fn makes_environments(path: &Path) -> Result<(), Defect> {
    let version = version(Command::new(path).arg("--version"))?;
    if version < OLDEST {
        return Err(Defect::new(format!("is version {version}")));
    }
    ask(Command::new(path).args(["-c", "import ensurepip, venv"]))?.succeeded()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn python_is_new_enough_and_makes_environments() {
        FakeMachine::assert_usable(&PYTHON, "echo Python 3.11.2");
        FakeMachine::assert_unusable(&PYTHON, "echo Python 3.9.1", "is version 3.9.1;");
        FakeMachine::assert_unusable(
            &PYTHON,
            "case $1 in --version) echo Python 3.11.2;; \
             *) echo \"ModuleNotFoundError: No module named 'ensurepip'\" >&2; exit 1;; esac",
            "No module named 'ensurepip';",
        );
    }
}
