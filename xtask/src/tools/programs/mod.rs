//! Programs of the system. Before anything is built, each program is checked for the features that are needed, and
//! installed if that is allowed.
//!
//! The file of its kind ([`browsers`], [`certificates`], [`servers`], [`readers`], [`libraries`], [`node`], [`python`], [`systems`])
//! describes a program, as a [`Program`] with a check that runs it. [`sets`] lists the programs that each part of the work needs; [`ready`] checks them.

mod answer;
mod apt;
mod browsers;
mod certificates;
mod defect;
#[cfg(test)]
mod fakes;
mod libraries;
mod machine;
mod node;
mod python;
mod readers;
mod servers;
pub mod sets;
mod systems;
mod version;

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

pub use browsers::{CHROMEDRIVER, CHROMIUM, FIREFOX, MINIBROWSER, WEBKIT_DRIVER, XVFB};
pub use certificates::OPENSSL;
pub use libraries::{MOOTOOLS, PROTOTYPE};
pub use node::{NODE, NPM};
pub use python::PYTHON;
pub use readers::{JAVA, PDFTOTEXT};
pub use servers::{APACHE, MARIADB, NGINX, PHP, WORDPRESS};
pub use systems::MMDEBSTRAP;

use defect::Defect;
use machine::Machine;

/// The names of programs in the file that tells the tests their paths.
pub const IN_TESTS: [(&str, &Program); 16] = [
    ("chromium", &CHROMIUM),
    ("chromedriver", &CHROMEDRIVER),
    ("firefox", &FIREFOX),
    ("minibrowser", &MINIBROWSER),
    ("webkit-driver", &WEBKIT_DRIVER),
    ("xvfb", &XVFB),
    ("nginx", &NGINX),
    ("openssl", &OPENSSL),
    ("apache", &APACHE),
    ("pdftotext", &PDFTOTEXT),
    ("php", &PHP),
    ("mariadb", &MARIADB),
    ("wordpress", &WORDPRESS),
    ("prototype", &PROTOTYPE),
    ("mootools", &MOOTOOLS),
    ("mmdebstrap", &MMDEBSTRAP),
];

/// A program of the system, with a check of the features that are needed.
#[derive(Debug)]
pub struct Program {
    /// The name in messages; unique.
    pub name: &'static str,
    /// The environment variable that overrides the path; none if other tools find the program in the search path.
    pub variable: Option<&'static str>,
    /// File names to search in the search path, or absolute paths; the first that is usable is taken.
    names: &'static [&'static str],
    /// The Debian packages of the program and of everything that it needs; if empty, nothing is installed.
    packages: &'static [&'static str],
    /// The rest of the sentence "expected …".
    expected: &'static str,
    /// Runs the program at a path to check whether it is usable.
    check: fn(&Path, &Machine) -> Result<(), Defect>,
}

/// The paths of usable programs.
#[derive(Debug)]
pub struct Paths(BTreeMap<&'static str, PathBuf>);

impl Paths {
    /// The path of a program that was checked.
    pub fn of(&self, program: &Program) -> Result<&Path> {
        let path = self.0.get(program.name).map(PathBuf::as_path);
        path.with_context(|| {
            let name = program.name;
            format!(
                "unchecked program {name}; expected it in a set of xtask/src/tools/programs/sets.rs"
            )
        })
    }
}

/// Checks programs, and installs missing or unusable programs if that is allowed.
///
/// # Errors
/// If a program is missing or unusable: one line for each, with the command that installs it.
pub fn ready(programs: &[&'static Program]) -> Result<Paths> {
    ready_on(&Machine::here(), programs)
}

/// Checks the programs of tests that are skipped without them; prints the reason if they are skipped.
pub fn ready_or_skip(tests: &str, programs: &[&'static Program]) -> Option<Paths> {
    ready(programs)
        .inspect_err(|error| println!("\n   skipped: {tests}: {error:#}"))
        .ok()
}

fn ready_on(machine: &Machine, programs: &[&'static Program]) -> Result<Paths> {
    let mut paths = BTreeMap::new();
    let mut check = |programs: &[&'static Program]| {
        let mut problems = Vec::new();
        let mut checked = HashSet::new();
        for &program in programs {
            if !checked.insert(program.name) {
                continue;
            }
            match machine.locate(program) {
                Ok(path) => {
                    paths.insert(program.name, path);
                }
                Err(problem) => problems.push(problem),
            }
        }
        problems
    };
    let mut problems = check(programs);
    let packages = defect::packages(problems.iter().filter(|problem| !problem.overridden));
    let mut installation = Ok(());
    if let Some(apt) = &machine.apt
        && !packages.is_empty()
    {
        installation = apt.install(&packages);
        let programs: Vec<_> = problems.iter().map(|problem| problem.program).collect();
        problems = check(&programs);
        if installation.is_ok() {
            for problem in &mut problems {
                problem.installed = !problem.overridden && !problem.packages.is_empty();
            }
        }
    }
    if problems.is_empty() {
        return Ok(Paths(paths));
    }
    let mut message = defect::report(&problems);
    if let Err(error) = installation {
        message += &format!("\n  apt-get could not install them: {error:#}");
    }
    bail!(message)
}

#[cfg(test)]
mod tests {
    use super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn every_missing_program_has_one_line_with_its_command() {
        let fake = FakeMachine::new();
        let text = fake.error(&[&JAVA, &PDFTOTEXT, &JAVA]);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 4, "{text}");
        assert_eq!(lines[0], "2 programs are missing or unusable:");
        assert_eq!(
            lines[1],
            "  java is missing; expected Java 11 or newer, which the HTML checker needs; \
             on Debian: apt install default-jre-headless (or set JAVA to its path)"
        );
        assert!(lines[2].starts_with("  pdftotext is missing; "), "{text}");
        assert_eq!(
            lines[3],
            "  on Debian, all at once: apt install default-jre-headless poppler-utils"
        );
    }

    #[test]
    fn a_variable_overrides_the_search_path() {
        let mut fake = FakeMachine::new();
        fake.program("java", r#"echo 'openjdk version "17.0.15"' >&2"#);
        let old = fake.program("old-java", r#"echo 'java version "1.8.0_292"' >&2"#);
        fake.set("JAVA", &old);
        let text = fake.error(&[&JAVA]);
        let old = old.display();
        assert!(
            text.contains(&format!(
                "java ({old}) is version 1.8.0; expected Java 11 or newer, which the HTML checker \
                 needs; set JAVA to another, or unset it (on Debian: apt install default-jre-headless)"
            )),
            "{text}"
        );
    }

    #[test]
    fn a_variable_that_names_no_file_is_reported() {
        let mut fake = FakeMachine::new();
        fake.set("JAVA", Path::new("/nowhere/java"));
        let text = fake.error(&[&JAVA]);
        assert!(text.contains("java (/nowhere/java) isn't a file"), "{text}");
    }

    #[test]
    fn a_usable_program_further_down_the_search_path_is_taken() {
        let mut fake = FakeMachine::new();
        fake.program("chromium", "echo 'Chromium 90.0.1'");
        let usable = fake.program("google-chrome", "echo 'Google Chrome 150.0.1'");
        let paths = ready_on(fake.machine(), &[&CHROMIUM]).unwrap();
        assert_eq!(paths.of(&CHROMIUM).unwrap(), usable);
        assert!(paths.of(&JAVA).is_err());
    }

    #[test]
    fn apt_installs_a_missing_program() {
        let mut fake = FakeMachine::new();
        let java = fake.folder().join("java");
        fake.apt(&format!(
            "case \"$*\" in *install*default-jre-headless*)\n\
             printf '#!/bin/sh\\necho version \\\\\"17.0.1\\\\\" >&2\\n' > {0} && chmod +x {0};; esac",
            java.display()
        ));
        assert_eq!(
            ready_on(fake.machine(), &[&JAVA])
                .unwrap()
                .of(&JAVA)
                .unwrap(),
            java
        );
    }

    #[test]
    fn a_program_that_is_unusable_even_after_installation_is_reported() {
        let mut fake = FakeMachine::new();
        fake.program("java", r#"echo 'java version "1.8.0_292"' >&2"#);
        fake.apt("exit 0");
        let text = fake.error(&[&JAVA]);
        assert!(
            text.contains("is version 1.8.0 even after apt-get installed default-jre-headless;"),
            "{text}"
        );
    }

    #[test]
    fn a_failure_of_apt_is_reported_with_its_reason_and_the_command() {
        let mut fake = FakeMachine::new();
        fake.apt("echo 'E: Could not get lock /var/lib/dpkg/lock-frontend' >&2; exit 100");
        let text = fake.error(&[&JAVA]);
        assert!(text.contains("apt install default-jre-headless"), "{text}");
        assert!(
            text.contains("apt-get could not install them: E: Could not get lock"),
            "{text}"
        );
    }

    #[test]
    fn nothing_is_installed_for_a_program_whose_variable_is_set() {
        let mut fake = FakeMachine::new();
        let marker = fake.folder().join("called");
        fake.apt(&format!("touch {}", marker.display()));
        fake.set("JAVA", Path::new("/nowhere/java"));
        fake.error(&[&JAVA]);
        assert!(!marker.exists());
    }
}
