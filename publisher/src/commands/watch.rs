//! Waits for the saves of an editor.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, SystemTime};

use anyhow::Result;
use notify_debouncer_mini::new_debouncer;
use notify_debouncer_mini::notify::RecursiveMode;
use walkdir::WalkDir;

/// How long saves are gathered.
const PAUSE: Duration = Duration::from_millis(100);

/// Calls `act` at once, and again after each save in a folder, until the program is stopped.
///
/// # Errors
/// If the folder can't be watched.
pub fn watch(folder: &Path, mut act: impl FnMut()) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = new_debouncer(PAUSE, sender)?;
    watcher.watcher().watch(folder, RecursiveMode::Recursive)?;
    let mut known = fingerprint(folder);
    act();
    for _ in changes {
        // Files that are only read are reported as well.
        let current = fingerprint(folder);
        if current != known {
            known = current;
            act();
        }
    }
    Ok(())
}

/// The files of a folder with their sizes and times: different after each save.
fn fingerprint(folder: &Path) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    let entries = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    let files = entries.filter_map(|entry| {
        let metadata = entry.metadata().ok()?;
        let file = (entry.into_path(), metadata.len(), metadata.modified().ok());
        metadata.is_file().then_some(file)
    });
    files.collect()
}
