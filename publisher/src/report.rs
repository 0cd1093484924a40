//! Problems of a publication, with the files in which they are.

use std::fmt;
use std::ops::Range;

use crate::manuscript::{File, Kind, Language, Problem, Severity, nearest, render};

/// Problems of a publication, with the files in which they are.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The problems, in the order of the files.
    pub problems: Vec<Problem>,
    /// The files, with their paths as names.
    pub files: Vec<File>,
}

impl Report {
    /// The problems as text, with the line of each.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        render(&self.problems, &self.files, language)
    }

    /// Whether a problem stops publication.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|problem| problem.severity == Severity::Error)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Language::English).trim_end())
    }
}

impl std::error::Error for Report {}

/// A reason why the text of a file can't be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The reason.
    pub kind: Kind,
    /// The bytes that are meant; none if the text as a whole is.
    pub range: Option<Range<usize>>,
}

impl Fault {
    /// A reason in some bytes.
    #[must_use]
    pub fn at(kind: Kind, range: Range<usize>) -> Self {
        let range = Some(range);
        Self { kind, range }
    }

    /// A reason in a text as TOML, whose settings have these names.
    #[must_use]
    pub fn of_toml(error: &toml::de::Error, known: &[&'static str]) -> Self {
        // The library tells the name in a sentence alone.
        let unknown = error.message().strip_prefix("unknown field `");
        let unknown = unknown.and_then(|rest| rest.split_once('`'));
        let kind = match unknown {
            Some((name, _)) => Kind::UnknownSetting {
                name: name.into(),
                nearest: nearest(name, known.iter().copied()).map(str::to_owned),
                known: known.into(),
            },
            None => Kind::BadToml {
                message: error.message().into(),
            },
        };
        let range = error.span();
        Self { kind, range }
    }

    /// The problem of a file with this text.
    #[must_use]
    pub fn in_file(self, name: &str) -> Problem {
        let Self { kind, range } = self;
        Problem {
            range,
            ..Problem::of_file(kind, name)
        }
    }
}
