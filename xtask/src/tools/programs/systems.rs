//! A program that makes another system in a folder.

use std::path::Path;
use std::process::Command;

use super::Program;
use super::answer::ask;
use super::defect::Defect;

/// Makes the system in which the tool is tried.
pub const MMDEBSTRAP: Program = Program {
    name: "mmdebstrap",
    variable: Some("MMDEBSTRAP"),
    names: &["mmdebstrap"],
    packages: &["mmdebstrap"],
    expected: "a mmdebstrap that makes a Debian system in a folder",
    check: |path, _| mmdebstrap(path),
};

fn mmdebstrap(path: &Path) -> Result<(), Defect> {
    ask(Command::new(path).arg("--version"))?.succeeded()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn mmdebstrap_starts() {
        FakeMachine::assert_usable(&MMDEBSTRAP, "[ \"$1\" = --version ]");
        FakeMachine::assert_unusable(&MMDEBSTRAP, "exit 2", "fails when it is run;");
    }
}
