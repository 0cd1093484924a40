//! Node.js, which runs npm's packages, and npm, which installs them.

use std::path::Path;
use std::process::Command;

use super::Program;
use super::answer::version;
use super::defect::Defect;
use super::version::Version;

/// The oldest version that all packages of package-lock.json support; package.json names the same version.
const OLDEST_NODE: Version = Version(20, 19, 0);
/// The oldest version that reads the lock file, which is of lock file version 3.
const OLDEST_NPM: Version = Version(7, 0, 0);

/// Runs the npm packages, which find it in the search path.
pub const NODE: Program = Program {
    name: "node",
    variable: None,
    names: &["node"],
    packages: &[],
    expected: "Node.js 20.19.0 or newer first in PATH, from https://nodejs.org or your system \
               (on Debian 13 or newer: apt install nodejs)",
    check: |path, _| at_least(path, OLDEST_NODE),
};

/// Installs the npm packages.
pub const NPM: Program = Program {
    name: "npm",
    variable: None,
    names: &["npm"],
    packages: &[],
    expected: "npm 7 or newer first in PATH, which Node.js brings (on Debian 13 or newer: apt install npm)",
    check: |path, _| at_least(path, OLDEST_NPM),
};

fn at_least(path: &Path, oldest: Version) -> Result<(), Defect> {
    let version = version(Command::new(path).arg("--version"))?;
    match version < oldest {
        true => Err(Defect::new(format!("is version {version}"))),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn node_is_new_enough_for_the_packages() {
        FakeMachine::assert_usable(&NODE, "echo v20.19.0");
        FakeMachine::assert_unusable(
            &NODE,
            "echo v18.20.4",
            "is version 18.20.4; expected Node.js 20",
        );
    }

    #[test]
    fn npm_reads_the_lock_file() {
        FakeMachine::assert_usable(&NPM, "echo 11.19.1");
        FakeMachine::assert_unusable(&NPM, "echo 6.14.18", "is version 6.14.18;");
        FakeMachine::assert_unusable(
            &NPM,
            "echo 'env: node: No such file or directory' >&2; exit 127",
            "fails when it is run: env: node: No such file",
        );
    }

    #[test]
    fn package_json_names_the_same_versions() {
        let text = std::fs::read_to_string(crate::root().unwrap().join("package.json")).unwrap();
        assert!(text.contains(&format!("\"node\": \">={OLDEST_NODE}\"")));
        assert!(text.contains(&format!("\"npm\": \">={OLDEST_NPM}\"")));
    }
}
