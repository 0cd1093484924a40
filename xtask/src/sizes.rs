//! What the widget weighs, and what it may weigh.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::command::step;

/// `budget.toml`: at most so many bytes each, as brotli sends them.
#[derive(Deserialize)]
struct Budget {
    /// By the name in the table that [`report`] prints.
    brotli: BTreeMap<String, usize>,
}

/// One kind of file that the widget is made of.
#[derive(Clone, Copy)]
struct Weight {
    name: &'static str,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints what every file of the widget weighs, and compares it with `budget.toml`.
///
/// # Errors
/// When something is heavier than its budget, or has none.
pub fn report(site: &Path) -> Result<()> {
    step("weighing the widget", "seconds");
    let root = crate::root()?;
    let text = fs::read_to_string(root.join("budget.toml")).context("reading budget.toml")?;
    let budget: Budget = toml::from_str(&text).context("reading budget.toml")?;
    let weights = weights(site)?;
    println!(
        "   {:<18} {:>8} {:>8} {:>8} {:>8}",
        "bytes", "raw", "gzip", "brotli", "at most"
    );
    let mut heavy = Vec::new();
    for Weight {
        name,
        raw,
        gzip,
        brotli,
    } in weights
    {
        let at_most = *budget
            .brotli
            .get(name)
            .with_context(|| format!("budget.toml has no limit for {name}"))?;
        println!("   {name:<18} {raw:>8} {gzip:>8} {brotli:>8} {at_most:>8}");
        if brotli > at_most {
            heavy.push(format!("{name} by {}", brotli - at_most));
        }
    }
    if !heavy.is_empty() {
        bail!("over budget.toml, in bytes: {}", heavy.join(", "));
    }
    Ok(())
}

fn weights(site: &Path) -> Result<Vec<Weight>> {
    let files = site.join("files");
    let mut weights = vec![
        weigh("loader", &site.join("embed.js"))?,
        weigh("css", &file(&files, "widget-", ".css")?)?,
        weigh("bindings", &file(&files, "kennislemniscaat-", ".js")?)?,
        weigh("charts-css", &file(&files, "charts-", ".css")?)?,
        weigh("deferred-css", &file(&files, "deferred-", ".css")?)?,
        weigh("runtime", &file(&files, "runtime-", ".js")?)?,
        weigh("wasm", &file(&files, "kennislemniscaat_bg-", ".wasm")?)?,
        weigh("content", &file(&files, "nl-", ".postcard")?)?,
        weigh("fragment", &fragments(&files)?.join("index.html"))?,
    ];
    // What the reader waits for before the figure shows, and all there is.
    let first = sum("first-view", &weights, &["loader", "css", "fragment"]);
    let all = sum("total", &weights, &[]);
    // The same where the first view is the heaviest, as on a page that shows just that one.
    let charts = sum("largest-first-view", &weights, &["charts-css"]);
    let heaviest = heaviest_fragment(&fragments(&files)?, &charts)?;
    let before = sum("largest-first-view", &weights, &["loader", "css"]);
    let largest = sum("largest-first-view", &[before, heaviest], &[]);
    weights.extend([first, largest, all]);
    Ok(weights)
}

/// The heaviest of the fragments below a folder, which it names, with the style of charts where there are any.
fn heaviest_fragment(root: &Path, charts: &Weight) -> Result<Weight> {
    let mut folders = vec![root.to_owned()];
    let mut heaviest: Option<(Weight, PathBuf)> = None;
    while let Some(folder) = folders.pop() {
        let file = folder.join("index.html");
        let mut weight = weigh("largest-first-view", &file)?;
        let html =
            fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        // By this the loader knows them as well.
        if html.contains("class=\"kl-table\"") {
            weight = sum("largest-first-view", &[weight, *charts], &[]);
        }
        for entry in
            fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?
        {
            folders.extend(Some(entry?.path()).filter(|path| path.is_dir()));
        }
        if heaviest
            .as_ref()
            .is_none_or(|(most, _)| weight.brotli > most.brotli)
        {
            heaviest = Some((weight, folder));
        }
    }
    let (weight, folder) = heaviest.context("there are no fragments")?;
    let view = folder.strip_prefix(root)?.display();
    println!(
        "   the heaviest fragment is that of {view}: {} bytes",
        weight.brotli
    );
    Ok(weight)
}

/// The weights of these together; of all where none is named.
fn sum(name: &'static str, weights: &[Weight], names: &[&str]) -> Weight {
    let counted = |each: &&Weight| names.is_empty() || names.contains(&each.name);
    let sum = |part: fn(&Weight) -> usize| weights.iter().filter(counted).map(part).sum();
    Weight {
        name,
        raw: sum(|each| each.raw),
        gzip: sum(|each| each.gzip),
        brotli: sum(|each| each.brotli),
    }
}

/// The file with a hash between these.
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
    bail!("{} has no {start}…{end}", folder.display())
}

/// The folder of the Dutch fragments.
fn fragments(folder: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let folders = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let lang = |path: &Path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("nl-"))
    };
    let mut found = folders.filter(|path| path.is_dir() && lang(path));
    found
        .next()
        .with_context(|| format!("{} has no fragments", folder.display()))
}

/// Weighs a file and, beside it, what hosts send of it.
fn weigh(name: &'static str, file: &Path) -> Result<Weight> {
    let size = |extension: &str| {
        let file = Path::new(&format!("{}{extension}", file.display())).to_owned();
        let data = fs::metadata(&file).with_context(|| format!("reading {}", file.display()))?;
        anyhow::Ok(usize::try_from(data.len())?)
    };
    Ok(Weight {
        name,
        raw: size("")?,
        gzip: size(".gz")?,
        brotli: size(".br")?,
    })
}
