//! The machine that xtask runs on: the paths of its programs, and whether programs may be installed.

use std::collections::{HashMap, HashSet};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use super::Program;
use super::apt::Apt;
use super::defect::Problem;

/// The parts of a machine on which the search for programs depends.
pub struct Machine {
    /// The environment variables.
    pub variables: HashMap<OsString, OsString>,
    /// The installer, if it may be used.
    pub apt: Option<Apt>,
}

impl Machine {
    /// The machine that xtask runs on.
    pub fn here() -> Self {
        Self {
            variables: env::vars_os().collect(),
            apt: Apt::here(),
        }
    }

    /// The path of a program that is usable.
    pub fn locate(&self, program: &'static Program) -> Result<PathBuf, Problem> {
        let variable = program
            .variable
            .and_then(|name| self.variables.get(&OsString::from(name)))
            .map(PathBuf::from);
        let overridden = variable.is_some();
        let candidates = variable.map_or_else(|| self.candidates(program), |path| vec![path]);
        let mut first = None;
        for path in candidates {
            let checked = match path.is_file() {
                true => (program.check)(&path, self),
                false => Err(super::Defect::new("isn't a file")),
            };
            let Err(defect) = checked else {
                return Ok(path);
            };
            first.get_or_insert_with(|| Problem::unusable(program, &path, defect, overridden));
        }
        Err(first.unwrap_or_else(|| Problem::missing(program)))
    }

    /// The files that may be the program, each once: folders of the system may be links to each other.
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
            // Other tools that search for this program take the first file, so only that one counts.
            .take(if program.variable.is_some() {
                usize::MAX
            } else {
                1
            })
            .collect()
    }
}
