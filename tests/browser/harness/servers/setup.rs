//! The programs and files that `cargo xtask test` found and built, so that tests also run without it.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde::Deserialize;

/// The file that `cargo xtask test` writes.
#[derive(Deserialize)]
pub struct Setup {
    /// The folder of the built site.
    pub site: PathBuf,
    /// The address that the site was built for, as in `http://127.0.0.1:8081/`.
    pub base_url: String,
    /// Where programs, npm packages and built host applications are, by name.
    paths: BTreeMap<String, PathBuf>,
}

static SETUP: LazyLock<Setup> = LazyLock::new(|| {
    let file = root().join("target/test-setup.json");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!(
            "{} can't be read ({error}); `cargo xtask test browser` builds the site and writes it",
            file.display()
        )
    });
    serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; `cargo xtask test browser` writes it anew",
            file.display()
        )
    })
});

/// Programs, packages and files that `cargo xtask test` found and built.
///
/// # Panics
/// Without the file, with the command that writes it.
pub fn setup() -> &'static Setup {
    &SETUP
}

impl Setup {
    /// Where a program, package or folder is that a test can't do without.
    ///
    /// # Panics
    /// When it isn't there, with the command that brings it.
    pub fn path(&self, name: &str) -> &Path {
        self.optional(name).unwrap_or_else(|| {
            panic!("{name} is missing; `cargo xtask test browser --all-browsers` gets it")
        })
    }

    /// Where a program is that not every machine has.
    pub fn optional(&self, name: &str) -> Option<&Path> {
        self.paths.get(name).map(PathBuf::as_path)
    }
}

/// The project's folder.
pub fn root() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests)
}

/// Whether every view is examined, and not one of each kind: `--exhaustive`.
pub fn exhaustive() -> bool {
    is_set("EXHAUSTIVE")
}

/// Whether snapshots that differ are written anew: `--update`.
pub fn updating() -> bool {
    is_set("UPDATE_SNAPSHOTS")
}

fn is_set(name: &str) -> bool {
    env::var(name).is_ok_and(|value| value == "1")
}
