//! Messages: what is wrong, and what was expected. Each language has a file for texts, one for other files, and one for both
//! languages about translations.

pub(super) mod en;
pub(super) mod folder_en;
pub(super) mod folder_nl;
pub(super) mod nl;
mod translation;

/// A message, as the value of an arm of a match that may have none.
#[allow(
    clippy::unnecessary_wraps,
    reason = "an arm of a match that may have no message"
)]
fn say(wrong: impl Into<String>, expected: impl Into<String>) -> Option<(String, String)> {
    Some((wrong.into(), expected.into()))
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

fn of_strings(names: &[String]) -> String {
    list(names.iter().map(String::as_str))
}
