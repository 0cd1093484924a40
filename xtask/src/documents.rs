//! Documents name files, tests and places in other documents; each exists.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The project's documents, but not texts of publications and of fixtures.
fn documents(root: &Path) -> Vec<(PathBuf, String)> {
    let folders = [(root.to_owned(), 1), (root.join("docs"), usize::MAX)];
    let entries = folders
        .into_iter()
        .flat_map(|(folder, depth)| WalkDir::new(folder).max_depth(depth));
    let paths = entries.map(|entry| entry.expect("a folder that can be read").into_path());
    let documents = paths.filter(|path| path.extension().is_some_and(|kind| kind == "md"));
    documents
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a document that can be read");
            (path, text)
        })
        .collect()
}

/// The texts between backticks.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The anchors of the headings of a document, as repositories make them.
fn anchors(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| {
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = heading
            .chars()
            .filter(|char| char.is_alphanumeric() || " -_".contains(*char));
        kept.map(|char| if char == ' ' { '-' } else { char })
            .collect()
    };
    headings.map(anchor).collect()
}

/// Whether a text has the form of a test's name in a report, as `search/standalone`.
fn is_test(path: &Path, folder: &str, test: &str) -> bool {
    let is_word = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|char| char.is_ascii_lowercase() || char == '_')
    };
    is_word(folder) && is_word(test) && path.is_dir()
}

#[test]
fn tests_that_documents_name_exist() {
    let root = crate::root().unwrap();
    let tests = root.join("tests/browser");
    let mut missing = Vec::new();
    for (document, text) in documents(&root) {
        for name in code(&text) {
            let path = match name.split_once('/') {
                Some(("tests", _)) if name.ends_with(".rs") => root.join(name),
                // Reports name tests without the folder and the extension that all have.
                Some((folder, test)) if is_test(&tests.join(folder), folder, test) => {
                    tests.join(format!("{name}.rs"))
                }
                _ => continue,
            };
            if !path.is_file() {
                missing.push(format!("{}: {name}", document.display()));
            }
        }
    }
    assert!(missing.is_empty(), "missing tests:\n{}", missing.join("\n"));
}

#[test]
fn links_between_documents_lead_to_files_and_headings() {
    let root = crate::root().unwrap();
    let mut broken = Vec::new();
    for (document, text) in documents(&root) {
        for link in text.split("](").skip(1) {
            let link = link.split(')').next().unwrap_or_default();
            if link.contains("://") || link.contains(' ') || link.contains('`') {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => document.clone(),
                path => document.parent().unwrap().join(path),
            };
            let is_right = target.exists()
                && (anchor.is_empty()
                    || fs::read_to_string(&target)
                        .is_ok_and(|text| anchors(&text).iter().any(|own| own == anchor)));
            if !is_right {
                broken.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "broken links:\n{}", broken.join("\n"));
}

#[test]
fn anchors_are_those_of_headings() {
    assert_eq!(
        anchors("# A b\ntext\n## How often is it used?\n"),
        ["a-b", "how-often-is-it-used"]
    );
}
