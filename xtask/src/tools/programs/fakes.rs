//! Machines for tests, whose programs are short scripts.

use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;

use super::apt::Apt;
use super::machine::Machine;
use super::{Program, ready_on};

/// Serializes tests, because a script can't be run while a process that another thread starts has it open for writing.
static LOCK: Mutex<()> = Mutex::new(());

/// A machine that has only the programs that a test adds.
pub struct FakeMachine {
    folder: TempDir,
    machine: Machine,
    _lock: MutexGuard<'static, ()>,
}

impl FakeMachine {
    /// A machine without programs.
    pub fn new() -> Self {
        let lock = LOCK.lock();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().as_os_str().to_owned();
        Self {
            folder,
            machine: Machine {
                variables: HashMap::from([("PATH".into(), path)]),
                apt: None,
            },
            _lock: lock.unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// The only folder of the search path.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    pub fn set(&mut self, variable: &str, path: &Path) {
        self.machine.variables.insert(variable.into(), path.into());
    }

    pub fn file(&mut self, name: &str, text: &str) -> PathBuf {
        let path = self.folder().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// Adds a script as a program.
    pub fn program(&mut self, name: &str, script: &str) -> PathBuf {
        let path = self.file(name, &format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// Adds a script as `apt-get`.
    pub fn apt(&mut self, script: &str) {
        let program = self.program("apt-get", script);
        self.machine.apt = Some(Apt { program });
    }

    /// The message about programs of which at least one is unusable.
    pub fn error(&self, programs: &[&'static Program]) -> String {
        ready_on(&self.machine, programs).unwrap_err().to_string()
    }

    /// Asserts that a script which stands in for a program counts as usable.
    pub fn assert_usable(program: &'static Program, script: &str) {
        let fake = Self::with(program, script);
        assert!(
            fake.machine.locate(program).is_ok(),
            "{}",
            fake.error(&[program])
        );
    }

    /// Asserts that a script which stands in for a program counts as unusable, with a text in its one line.
    pub fn assert_unusable(program: &'static Program, script: &str, line: &str) {
        let text = Self::with(program, script).error(&[program]);
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(text.contains(line), "{text}");
    }

    fn with(program: &'static Program, script: &str) -> Self {
        let mut fake = Self::new();
        let path = fake.program(program.name, script);
        if let Some(variable) = program.variable {
            fake.set(variable, &path);
        }
        fake
    }
}
