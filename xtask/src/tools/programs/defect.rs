//! Reasons why programs are missing or unusable, and the messages about them.

use std::fmt;
use std::path::{Path, PathBuf};

use super::Program;

/// The reason why the program at some path is unusable.
#[derive(Debug)]
pub struct Defect {
    /// The rest of the sentence "nginx (/usr/sbin/nginx) …".
    pub message: String,
    /// The packages that fix the problem, if not all packages of the program are needed.
    packages: Option<&'static [&'static str]>,
}

impl Defect {
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            packages: None,
        }
    }

    /// The same reason, fixed by these packages alone.
    pub fn fixed_by(self, packages: &'static [&'static str]) -> Self {
        Self {
            packages: Some(packages),
            ..self
        }
    }
}

/// A program that is missing or unusable.
#[derive(Debug)]
pub struct Problem {
    pub program: &'static Program,
    /// The path of the program, unless it is missing.
    path: Option<PathBuf>,
    message: String,
    pub packages: &'static [&'static str],
    /// Whether the program's environment variable is set, so that no package fixes the problem.
    pub overridden: bool,
    /// Whether the packages were installed and didn't fix the problem.
    pub installed: bool,
}

impl Problem {
    pub fn missing(program: &'static Program) -> Self {
        Self {
            program,
            path: None,
            message: "is missing".to_owned(),
            packages: program.packages,
            overridden: false,
            installed: false,
        }
    }

    pub fn unusable(
        program: &'static Program,
        path: &Path,
        defect: Defect,
        overridden: bool,
    ) -> Self {
        Self {
            program,
            path: Some(path.to_owned()),
            message: defect.message,
            packages: defect.packages.unwrap_or(program.packages),
            overridden,
            installed: false,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let packages = self.packages.join(" ");
        write!(f, "{} ", self.program.name)?;
        if let Some(path) = &self.path {
            write!(f, "({}) ", path.display())?;
        }
        write!(f, "{}", self.message)?;
        if self.installed {
            write!(f, " even after apt-get installed {packages}")?;
        }
        write!(f, "; expected {}", self.program.expected)?;
        let apt = format!("on Debian: apt install {packages}");
        let variable = self.program.variable;
        match (packages.is_empty(), variable) {
            (true, None) => Ok(()),
            (false, None) => write!(f, "; {apt}"),
            (true, Some(variable)) if self.overridden => {
                write!(f, "; set {variable} to another, or unset it")
            }
            (false, Some(variable)) if self.overridden => {
                write!(f, "; set {variable} to another, or unset it ({apt})")
            }
            (_, Some(variable)) if self.installed => write!(f, "; set {variable} to another"),
            (true, Some(variable)) => write!(f, "; set {variable} to its path"),
            (false, Some(variable)) if self.path.is_none() => {
                write!(f, "; {apt} (or set {variable} to its path)")
            }
            (false, Some(variable)) => write!(f, "; {apt} (or set {variable} to another)"),
        }
    }
}

/// The packages of some problems, each once.
pub fn packages<'a>(problems: impl Iterator<Item = &'a Problem>) -> Vec<&'static str> {
    let mut packages = Vec::new();
    for package in problems.flat_map(|problem| problem.packages) {
        if !packages.contains(package) {
            packages.push(*package);
        }
    }
    packages
}

/// One line for each problem, and one command for all problems that packages fix, if there are several.
pub fn report(problems: &[Problem]) -> String {
    let mut text = match problems.len() {
        1 => "a program is missing or unusable:".to_owned(),
        count => format!("{count} programs are missing or unusable:"),
    };
    for problem in problems {
        text += &format!("\n  {problem}");
    }
    let fixable = || {
        let unresolved = |problem: &&Problem| !problem.overridden && !problem.installed;
        let unresolved = problems.iter().filter(unresolved);
        unresolved.filter(|problem| !problem.packages.is_empty())
    };
    if fixable().count() > 1 {
        let packages = packages(fixable()).join(" ");
        text += &format!("\n  on Debian, all at once: apt install {packages}");
    }
    text
}
