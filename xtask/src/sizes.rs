//! Measures the sizes of the widget's files and compares them with the budget.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::command::step;

/// `budget.toml`: the maximum size of each entry in bytes, compressed with brotli.
#[derive(Deserialize)]
struct Budget {
    /// By name in the table that [`report`] prints.
    brotli: BTreeMap<String, usize>,
}

/// The sizes of one kind of file in bytes.
#[derive(Clone, Copy)]
struct Size {
    name: &'static str,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the sizes of all files of the widget beside the limits in `budget.toml`; returns those that exceed them.
///
/// # Errors
/// If a file is missing.
pub fn report(site: &Path) -> Result<Vec<String>> {
    step("sizes of the widget", "seconds");
    let root = crate::root()?;
    let text = fs::read_to_string(root.join("budget.toml")).context("reading budget.toml")?;
    let budget: Budget = toml::from_str(&text).context("reading budget.toml")?;
    let sizes = sizes(site)?;
    println!(
        "   {:<18} {:>8} {:>8} {:>8} {:>8}",
        "bytes", "raw", "gzip", "brotli", "at most"
    );
    let mut over_budget = Vec::new();
    for Size {
        name,
        raw,
        gzip,
        brotli,
    } in sizes
    {
        let limit = budget.brotli.get(name);
        let shown_limit = limit.map_or("-".to_owned(), ToString::to_string);
        println!("   {name:<18} {raw:>8} {gzip:>8} {brotli:>8} {shown_limit:>8}");
        if let Some(excess) = limit
            .and_then(|limit| brotli.checked_sub(*limit))
            .filter(|excess| *excess > 0)
        {
            over_budget.push(format!("{name} by {excess}"));
        }
    }
    Ok(over_budget)
}

/// Prints the sizes and compares them with `budget.toml`.
///
/// # Errors
/// If a size exceeds its limit.
pub fn check(site: &Path) -> Result<()> {
    let over_budget = report(site)?;
    if !over_budget.is_empty() {
        bail!(
            "sizes exceed budget.toml, in bytes: {}",
            over_budget.join(", ")
        );
    }
    Ok(())
}

fn sizes(site: &Path) -> Result<Vec<Size>> {
    let files = site.join("files");
    let fragments = fragments(&files)?;
    let mut sizes = vec![
        measure("loader", &site.join("embed.js"))?,
        measure("bindings", &file(&files, "kennislemniscaat-", ".js")?)?,
        measure("deferred-css", &file(&files, "deferred-", ".css")?)?,
        measure("runtime", &file(&files, "runtime-", ".js")?)?,
        measure("search", &file(&files, "search-", ".js")?)?,
        measure("search-css", &file(&files, "search-", ".css")?)?,
        measure("checklist", &file(&files, "checklist-", ".js")?)?,
        measure("wasm", &file(&files, "kennislemniscaat_bg-", ".wasm")?)?,
        measure("fragment", &fragments.join("index.html"))?,
    ];
    // All that is the same for every publication.
    let code = sum("code", &sizes[..sizes.len() - 1], &[]);
    // The bytes before the figure shows, and all bytes.
    let first = sum("first-view", &sizes, &["loader", "fragment"]);
    // The bytes before the largest view shows, for a page that begins with that view.
    let fragment = largest_fragment(&fragments)?;
    let loader = sum("largest-first-view", &sizes, &["loader"]);
    let largest = sum("largest-first-view", &[loader, fragment], &[]);
    let lang = language(&fragments);
    // A page for people who make codes, which readers of the widget never load.
    let configurator = [
        measure("configurator", &file(&files, "configurator-", ".js")?)?,
        measure("configurator-css", &file(&files, "configurator-", ".css")?)?,
    ];
    let content = measure("content", &file(&files, &format!("{lang}-"), ".postcard")?)?;
    sizes.extend([first, largest, code, content]);
    sizes.extend(configurator);
    Ok(sizes)
}

/// The size of the largest fragment below a folder. Prints the fragment's view.
fn largest_fragment(root: &Path) -> Result<Size> {
    let mut folders = vec![root.to_owned()];
    let mut largest: Option<(Size, PathBuf)> = None;
    while let Some(folder) = folders.pop() {
        let size = measure("largest-first-view", &folder.join("index.html"))?;
        for entry in
            fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?
        {
            folders.extend(Some(entry?.path()).filter(|path| path.is_dir()));
        }
        if largest
            .as_ref()
            .is_none_or(|(largest, _)| size.brotli > largest.brotli)
        {
            largest = Some((size, folder));
        }
    }
    let (size, folder) = largest.context("missing fragments; expected one for each view")?;
    let view = folder.strip_prefix(root)?.display();
    println!(
        "   the largest fragment is that of {view}: {} bytes",
        size.brotli
    );
    Ok(size)
}

/// The sum of the sizes with these names, or of all sizes if no name is given.
fn sum(name: &'static str, sizes: &[Size], names: &[&str]) -> Size {
    let counted = |size: &&Size| names.is_empty() || names.contains(&size.name);
    let sum = |part: fn(&Size) -> usize| sizes.iter().filter(counted).map(part).sum();
    Size {
        name,
        raw: sum(|size| size.raw),
        gzip: sum(|size| size.gzip),
        brotli: sum(|size| size.brotli),
    }
}

/// The file whose name is `start`, a hash and `end`.
fn file(folder: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(start) && name.ends_with(end) {
            return Ok(entry.path());
        }
    }
    bail!("missing file {start}…{end} in {}", folder.display())
}

/// The folder of the fragments in Dutch, or else in another language.
fn fragments(folder: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let folders = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let folders = folders.filter(|path| path.is_dir());
    folders
        .min_by_key(|path| language(path) != "nl")
        .with_context(|| format!("missing folder of fragments in {}", folder.display()))
}

/// The language of a folder of fragments, whose name ends with a hash.
fn language(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let (lang, _) = name.rsplit_once('-').unwrap_or((&name, ""));
    lang.to_owned()
}

/// The sizes of a file and of the compressed copies beside it.
fn measure(name: &'static str, file: &Path) -> Result<Size> {
    let bytes = |extension: &str| {
        let file = Path::new(&format!("{}{extension}", file.display())).to_owned();
        let data = fs::metadata(&file).with_context(|| format!("reading {}", file.display()))?;
        anyhow::Ok(usize::try_from(data.len())?)
    };
    Ok(Size {
        name,
        raw: bytes("")?,
        gzip: bytes(".gz")?,
        brotli: bytes(".br")?,
    })
}
