//! Version numbers in the output of programs.

use std::fmt;

/// The first three numbers of a version; missing numbers are 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    /// Finds the first number in a text, with the numbers that follow it after dots.
    pub fn find(text: &str) -> Option<Self> {
        let start = text.find(|char: char| char.is_ascii_digit())?;
        let text = &text[start..];
        let end = text.find(|char: char| !char.is_ascii_digit() && char != '.');
        let mut numbers = text[..end.unwrap_or(text.len())].split('.');
        let major = numbers.next()?.parse().ok()?;
        let mut next = || numbers.next().and_then(|number| number.parse().ok());
        Some(Self(major, next().unwrap_or(0), next().unwrap_or(0)))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_output_of_real_programs() {
        for (text, version) in [
            ("v20.20.2", Version(20, 20, 2)),
            ("11.19.1\n", Version(11, 19, 1)),
            (
                "Chromium 156.0.8078.108 built on Debian GNU/Linux 12",
                Version(156, 0, 8078),
            ),
            ("Mozilla Firefox 140.5.0esr", Version(140, 5, 0)),
            ("openjdk version \"21\" 2023-09-19", Version(21, 0, 0)),
            ("java version \"1.8.0_292\"", Version(1, 8, 0)),
        ] {
            assert_eq!(Version::find(text), Some(version), "{text}");
        }
        assert_eq!(Version::find("no number"), None);
        assert_eq!(Version::find("99999999999"), None);
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(Version(9, 9, 9) < Version(10, 0, 0));
        assert!(Version(20, 18, 0) < Version(20, 18, 1));
        assert!(Version(20, 9, 0) < Version(20, 18, 1));
    }
}
