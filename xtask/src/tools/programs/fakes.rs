//! Machines with programs that are short scripts, for tests.

use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;

use super::apt::Apt;
use super::machine::Machine;
use super::{Program, ready_on};

/// A script can't be run while another thread starts a program and so has it open for writing.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A machine that has only the programs that it is given.
pub struct FakeMachine {
    folder: TempDir,
    machine: Machine,
    _turn: MutexGuard<'static, ()>,
}

impl FakeMachine {
    /// A bare machine.
    pub fn new() -> Self {
        let turn = ONE_AT_A_TIME.lock();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().as_os_str().to_owned();
        Self {
            folder,
            machine: Machine {
                variables: HashMap::from([("PATH".into(), path)]),
                apt: None,
            },
            _turn: turn.unwrap_or_else(PoisonError::into_inner),
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

    /// Adds a program that is a script.
    pub fn program(&mut self, name: &str, script: &str) -> PathBuf {
        let path = self.file(name, &format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// Allows a script to install packages.
    pub fn apt(&mut self, script: &str) {
        let program = self.program("apt-get", script);
        self.machine.apt = Some(Apt { program });
    }

    /// The message for programs that aren't all able.
    pub fn error(&self, programs: &[&'static Program]) -> String {
        ready_on(&self.machine, programs).unwrap_err().to_string()
    }

    /// A script stands in for a program, and is taken for one that is able.
    pub fn able(program: &'static Program, script: &str) {
        let fake = Self::with(program, script);
        assert!(
            fake.machine.locate(program).is_ok(),
            "{}",
            fake.error(&[program])
        );
    }

    /// A script stands in for a program, and the one line about it contains a text.
    pub fn unable(program: &'static Program, script: &str, line: &str) {
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
