//! Skips work whose inputs haven't changed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

/// Calls `make` unless the file `stamp` holds the fingerprint of the same inputs: files and folders below the
/// project's folder or with absolute paths, and other text that the result depends on.
pub fn unless_current(
    stamp: &Path,
    inputs: &[&str],
    text: &str,
    make: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let now = fingerprint(inputs, text)?;
    if fs::read_to_string(stamp).is_ok_and(|before| before == now) {
        return Ok(());
    }
    // An interrupted run must leave no stamp that looks current.
    if stamp.exists() {
        fs::remove_file(stamp).with_context(|| format!("removing {}", stamp.display()))?;
    }
    make()?;
    // The fingerprint from before: a change of the inputs in the meantime counts in the next run.
    fs::write(stamp, now).with_context(|| format!("writing {}", stamp.display()))
}

fn fingerprint(inputs: &[&str], text: &str) -> Result<String> {
    let root = crate::root()?;
    let mut hash = Sha256::new();
    hash.update(text);
    for input in inputs {
        for entry in WalkDir::new(root.join(input)).sort_by_file_name() {
            let entry = entry.with_context(|| format!("reading {input}"))?;
            if !entry.file_type().is_file() {
                continue;
            }
            let path = entry.path();
            let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
            hash.update(
                path.strip_prefix(&root)
                    .unwrap_or(path)
                    .to_string_lossy()
                    .as_bytes(),
            );
            hash.update(bytes.len().to_le_bytes());
            hash.update(bytes);
        }
    }
    Ok(hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
