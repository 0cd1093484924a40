//! The ways in which a program isn't able, and the line that says so.

use std::fmt;
use std::path::{Path, PathBuf};

use super::Program;

/// The reason why the program at some path isn't able.
#[derive(Debug)]
pub struct Lack {
    /// The rest of the sentence "nginx (/usr/sbin/nginx) …".
    pub wrong: String,
    /// The packages that mend it, if those of the whole program aren't needed.
    packages: Option<&'static [&'static str]>,
}

impl Lack {
    pub fn new(wrong: impl Into<String>) -> Self {
        Self {
            wrong: wrong.into(),
            packages: None,
        }
    }

    /// The same, mended by these packages alone.
    pub fn mended_by(self, packages: &'static [&'static str]) -> Self {
        Self {
            packages: Some(packages),
            ..self
        }
    }
}

/// A program that is missing or isn't able.
#[derive(Debug)]
pub struct Problem {
    pub program: &'static Program,
    /// Where it is, unless it is missing.
    path: Option<PathBuf>,
    wrong: String,
    pub packages: &'static [&'static str],
    /// Whether its environment variable is set: then no package mends it.
    pub overridden: bool,
    /// Whether its packages were installed in vain.
    pub installed: bool,
}

impl Problem {
    pub fn missing(program: &'static Program) -> Self {
        Self {
            program,
            path: None,
            wrong: "is missing".to_owned(),
            packages: program.packages,
            overridden: false,
            installed: false,
        }
    }

    pub fn unable(program: &'static Program, path: &Path, lack: Lack, overridden: bool) -> Self {
        Self {
            program,
            path: Some(path.to_owned()),
            wrong: lack.wrong,
            packages: lack.packages.unwrap_or(program.packages),
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
        write!(f, "{}", self.wrong)?;
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

/// One line for each problem, and one command for all if several are mended by packages.
pub fn report(problems: &[Problem]) -> String {
    let mut text = match problems.len() {
        1 => "a program is missing or unable:".to_owned(),
        count => format!("{count} programs are missing or unable:"),
    };
    for problem in problems {
        text += &format!("\n  {problem}");
    }
    let mended = || {
        let open = |problem: &&Problem| !problem.overridden && !problem.installed;
        let mended = problems.iter().filter(open);
        mended.filter(|problem| !problem.packages.is_empty())
    };
    if mended().count() > 1 {
        let packages = packages(mended()).join(" ");
        text += &format!("\n  on Debian, all at once: apt install {packages}");
    }
    text
}
