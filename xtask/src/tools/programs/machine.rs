//! The machine that this runs on: where it has programs, and whether they may be installed.

use std::collections::{HashMap, HashSet};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use super::Program;
use super::apt::Apt;
use super::lack::Problem;

/// All of the machine that the look for programs depends on.
pub struct Machine {
    /// The environment.
    pub variables: HashMap<OsString, OsString>,
    /// The installer, if it may be used.
    pub apt: Option<Apt>,
}

impl Machine {
    /// The one that this runs on.
    pub fn here() -> Self {
        Self {
            variables: env::vars_os().collect(),
            apt: Apt::here(),
        }
    }

    /// The path of a program that is able.
    pub fn locate(&self, program: &'static Program) -> Result<PathBuf, Problem> {
        let given = program
            .variable
            .and_then(|name| self.variables.get(&OsString::from(name)))
            .map(PathBuf::from);
        let overridden = given.is_some();
        let candidates = given.map_or_else(|| self.candidates(program), |path| vec![path]);
        let mut first = None;
        for path in candidates {
            let checked = match path.is_file() {
                true => (program.check)(&path, self),
                false => Err(super::Lack::new("is no file")),
            };
            let Err(lack) = checked else {
                return Ok(path);
            };
            first.get_or_insert_with(|| Problem::unable(program, &path, lack, overridden));
        }
        Err(first.unwrap_or_else(|| Problem::missing(program)))
    }

    /// The files that may be a program, each once: folders of systems link to each other.
    fn candidates(&self, program: &Program) -> Vec<PathBuf> {
        let search_path = self.variables.get(&OsString::from("PATH"));
        let mut seen = HashSet::new();
        program
            .names
            .iter()
            .flat_map(|&name| match name.starts_with('/') {
                true => vec![PathBuf::from(name)],
                false => which::which_in_all(name, search_path, "/")
                    .map(Iterator::collect)
                    .unwrap_or_default(),
            })
            .filter(|path| path.is_file())
            .filter(|path| seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())))
            // Others that look for this program take the first, so no other counts.
            .take(if program.variable.is_some() {
                usize::MAX
            } else {
                1
            })
            .collect()
    }
}
