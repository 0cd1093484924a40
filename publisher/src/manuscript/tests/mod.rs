//! Tests of the format, on the real text and on small files.

mod arbitrary;
mod constructs_test;
mod corrections_test;
mod decode_test;
mod facts_test;
mod files_test;
mod fuzz_test;
mod keys_test;
mod messages_test;
mod paste_test;
mod pasted_files_test;
mod quotes_test;
mod render_test;
mod round_trip_test;
mod sample_test;
mod structure_test;
mod texts_test;
mod translation_test;
mod whole_test;

use pretty_assertions::assert_eq;

use crate::manuscript::{File, Language, Reading, read, to_json};

/// A publication without problems, in which a test replaces one file.
const SMALL: [(&str, &str); 3] = [
    (
        "publicatie.md",
        "# P\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n",
    ),
    ("1-een.md", "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n"),
    ("2-twee.md", "# B {#b}\nlus: twee\n\n## Tips\n1. Tip {#t}\n"),
];

/// Files by their names and texts.
fn files(files: &[(&str, &str)]) -> Vec<File> {
    let file = |(name, text): &(&str, &str)| File {
        name: (*name).to_owned(),
        text: (*text).to_owned(),
    };
    files.iter().map(file).collect()
}

/// The small publication with another text of one file.
fn small_with(name: &str, text: &str) -> Vec<File> {
    let mut files = files(&SMALL);
    for file in &mut files {
        if file.name == name {
            text.clone_into(&mut file.text);
        }
    }
    files
}

/// What is said about files: problems in English with line and column, then corrections.
fn messages(files: &[File], reading: &Reading) -> Vec<String> {
    let json = to_json(&reading.problems, files, Language::English);
    let problems = json.as_array().expect("an array").iter().map(|problem| {
        let text = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
        let (line, column) = (&problem["line"], &problem["column"]);
        let (severity, message) = (text("severity"), text("message"));
        format!("{}:{line}:{column}: {severity}: {message}", text("file"))
    });
    let corrections = reading.corrections.iter().map(|correction| {
        let message = correction.what.message(Language::English);
        let file = files
            .iter()
            .find(|file| *file.name == *correction.place.file);
        let text = file.map_or("", |file| &file.text[correction.place.range.clone()]);
        format!("corrected: {message}: {text:?}")
    });
    problems.chain(corrections).collect()
}

/// Checks everything that is said about the small publication with another text of one file.
fn check(name: &str, text: &str, expected: &[&str]) {
    let files = small_with(name, text);
    let reading = read(&files);
    let messages = messages(&files, &reading);
    if std::env::var_os("SHOW_MESSAGES").is_some() {
        let name = std::thread::current().name().unwrap_or_default().to_owned();
        println!(
            "CASE {name} {}",
            serde_json::to_string(&messages).expect("JSON")
        );
        return;
    }
    assert_eq!(messages, expected);
}

/// The number of cases, which a thorough run raises.
fn cases() -> u32 {
    let cases = std::env::var("PROPTEST_CASES").ok();
    cases.and_then(|cases| cases.parse().ok()).unwrap_or(64)
}
