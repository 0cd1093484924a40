//! The programs and files that `cargo xtask test` found or built. They are read from a file, so
//! that tests can also run without xtask.

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
    /// Paths of programs, npm packages and built host applications, by name.
    paths: BTreeMap<String, PathBuf>,
}

static SETUP: LazyLock<Setup> = LazyLock::new(|| {
    let file = root().join("target/test-setup.json");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!(
            "{} can't be read ({error}); `cargo xtask test browser` builds the site and writes this file",
            file.display()
        )
    });
    serde_json::from_str(&text).unwrap_or_else(|error| {
        panic!(
            "{} can't be parsed ({error}); `cargo xtask test browser` rewrites it",
            file.display()
        )
    })
});

/// The programs, packages and files that `cargo xtask test` found or built.
///
/// # Panics
/// When the file is missing or invalid; the message names the command that writes it.
pub fn setup() -> &'static Setup {
    &SETUP
}

impl Setup {
    /// The path of a required program, package or folder.
    ///
    /// # Panics
    /// When it is missing; the message names the command that installs it.
    pub fn path(&self, name: &str) -> &Path {
        self.optional(name).unwrap_or_else(|| {
            panic!("{name} is missing; `cargo xtask test browser --all-browsers` installs it")
        })
    }

    /// The path of a program that not every machine has.
    pub fn optional(&self, name: &str) -> Option<&Path> {
        self.paths.get(name).map(PathBuf::as_path)
    }
}

/// The root folder of the project.
pub fn root() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests)
}

/// Whether every view is examined instead of one of each kind: `--exhaustive`.
pub fn exhaustive() -> bool {
    is_set("EXHAUSTIVE")
}

/// Whether differing snapshots are rewritten: `--update`.
pub fn updating() -> bool {
    is_set("UPDATE_SNAPSHOTS")
}

fn is_set(name: &str) -> bool {
    env::var(name).is_ok_and(|value| value == "1")
}
