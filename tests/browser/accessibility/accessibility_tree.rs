//! The accessibility tree, as the browser gives it to screen readers, against reviewed text.
//!
//! The files in `snapshots/aria/` are read by a person when they change: each line is a node as it
//! is announced, with its name and its states, at the largest width and in light. Differences in
//! narrower pages or in dark come below that. Each kind of view has a file, and so have all other
//! views of a phase together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, iter};

use anyhow::{Context, Result, ensure};
use harness::accessibility_tree::tree;
use harness::navigation::go;
use harness::preferences::scheme;
use harness::setup::{exhaustive, root, updating};
use harness::viewports::{THEMES, WIDTHS};
use harness::views::{KIND_NAMES, KINDS, PHASES, all};
use harness::{Page, embedded, standalone};
use rstest::rstest;
use similar::{ChangeTag, TextDiff};

/// The tree at all widths and in all themes: complete at the largest width in light, then the
/// removed (-) and added (+) lines at other widths and in dark.
async fn tree_everywhere(page: &Page) -> Result<String> {
    let [narrower @ .., widest] = WIDTHS;
    let mut all = String::new();
    let mut wide = String::new();
    for width in iter::once(widest).chain(narrower.into_iter().rev()) {
        page.width(width).await?;
        let mut light = String::new();
        for theme in THEMES {
            scheme(page, theme).await?;
            page.drawn().await?;
            let now = tree(page).await?;
            if wide.is_empty() {
                wide.clone_from(&now);
                all.clone_from(&now);
            }
            // Dark is compared with light, and light with light at the largest width.
            if theme == THEMES[0] {
                all += &difference(&format!("at {width} px"), &wide, &now);
                light = now;
            } else {
                all += &difference(&format!("in {theme} at {width} px"), &light, &now);
            }
        }
    }
    Ok(all)
}

/// The removed (-) and added (+) lines below a heading that names the place; empty if the texts are
/// equal.
fn difference(place: &str, before: &str, after: &str) -> String {
    let difference = TextDiff::from_lines(before, after);
    let changes = difference.iter_all_changes();
    let changes = changes.filter(|change| change.tag() != ChangeTag::Equal);
    let changes: String = changes
        .map(|change| format!("{}{change}", change.tag()))
        .collect();
    if changes.is_empty() {
        changes
    } else {
        format!("\n{place}:\n{changes}")
    }
}

/// The folder of the snapshots.
fn folder() -> PathBuf {
    root().join("tests/browser/snapshots/aria")
}

/// Compares a tree with a snapshot, or writes the snapshot with `--update`.
fn compare(tree: &str, name: &str) -> Result<()> {
    let file = folder().join(format!("{name}.txt"));
    if updating() {
        return write(&file, tree);
    }
    ensure_equal(&read(&file)?, tree, &format!("{name}.txt"))
}

/// Compares the trees of some views with their sections of a snapshot. A section ends where the
/// next begins. `--update` leaves other sections unchanged.
fn compare_sections(sections: &[(&str, String)], name: &str) -> Result<()> {
    let file = folder().join(format!("{name}.txt"));
    let mut text = read(&file)?;
    for (path, tree) in sections {
        let start = format!("{SECTION}{path}\n");
        let at = text.find(&start).with_context(|| {
            format!("{name}.txt has no {path}; `--exhaustive --update` adds it")
        })?;
        let from = at + start.len();
        let to = text[from..].find(SECTION);
        let range = from..to.map_or(text.len(), |length| from + length);
        if updating() {
            text.replace_range(range, tree);
        } else {
            ensure_equal(&text[range], tree, &format!("{name}.txt, {path}"))?;
        }
    }
    if updating() {
        write(&file, &text)?;
    }
    Ok(())
}

/// Begins the section of a view in the snapshot of a phase, before its path.
const SECTION: &str = "==== ";
/// The name of the snapshot of the search.
const SEARCH: &str = "search";

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file)
        .with_context(|| format!("reading {}; `--update` writes it", file.display()))
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}

fn ensure_equal(reviewed: &str, tree: &str, name: &str) -> Result<()> {
    ensure!(
        reviewed == tree,
        "the accessibility tree (+) differs from the reviewed one (-) in snapshots/aria/{name}; \
        review it, and run with `--update` if it is correct:\n{}",
        TextDiff::from_lines(reviewed, tree).unified_diff()
    );
    Ok(())
}

#[rstest]
#[tokio::test]
async fn standalone_pages_have_the_reviewed_tree(
    #[values(0, 1, 2, 3, 4, 5, 6)] kind: usize,
) -> Result<()> {
    let page = standalone(KINDS[kind]).await?;
    if KIND_NAMES[kind] == "tip" {
        let open = "$('.kl-share').open = true; return drawn();";
        page.js::<()>(open).await?;
    }
    compare(&tree_everywhere(&page).await?, KIND_NAMES[kind])
}

#[tokio::test]
async fn the_search_has_the_reviewed_tree() -> Result<()> {
    let page = standalone("/nl/zoeken/").await?;
    compare(&tree_everywhere(&page).await?, SEARCH)
}

/// The views of a phase that have no snapshot of their own.
fn other_views(phase: &str) -> Vec<&'static str> {
    let below = format!("/nl/{phase}/");
    let views = all().filter(|path| path.starts_with(&below) && !KINDS.contains(path));
    views.collect()
}

/// One view of each phase by default, all with `--exhaustive`.
#[rstest]
#[tokio::test]
async fn all_other_views_have_the_reviewed_tree(
    #[values("explicitering", "analyseren", "vertaling", "implementeren")] phase: &'static str,
) -> Result<()> {
    let views = other_views(phase);
    let examined = if exhaustive() { &views } else { &views[..1] };
    let page = standalone("/nl/").await?;
    let mut sections = Vec::new();
    for path in examined {
        go(&page, path).await?;
        sections.push((*path, format!("{}\n", tree_everywhere(&page).await?)));
    }
    if exhaustive() {
        let sections = sections.into_iter();
        let all: String = sections
            .map(|(path, tree)| format!("{SECTION}{path}\n{tree}"))
            .collect();
        compare(&all, phase)
    } else {
        compare_sections(&sections, phase)
    }
}

#[rstest]
#[case("", "host-page-overview")]
#[case("vertaling", "host-page-phase")]
#[tokio::test]
async fn a_host_page_has_the_reviewed_tree(
    #[case] view: &'static str,
    #[case] name: &'static str,
) -> Result<()> {
    let markup = format!(
        "<h2>Leren</h2><kennis-lemniscaat view=\"{view}\" heading-level=\"3\">\
        <a href=\"/elders/\">De kennislemniscaat</a></kennis-lemniscaat><p>Na</p>"
    );
    let page = embedded(&markup).await?;
    compare(&tree_everywhere(&page).await?, name)
}

#[test]
fn every_view_is_in_one_snapshot_and_every_snapshot_is_used() -> Result<()> {
    let below_phases = PHASES.map(|phase| other_views(phase).len());
    // The search is the last one.
    let count = KINDS.len() + below_phases.iter().sum::<usize>() + 1;
    let views = all().count();
    ensure!(
        count == views,
        "{count} of {views} views are compared with a snapshot"
    );
    let names = KIND_NAMES.iter().chain(&PHASES);
    let names = names.chain(&["host-page-overview", "host-page-phase", SEARCH]);
    let expected: BTreeSet<_> = names.map(|name| format!("{name}.txt")).collect();
    let files = fs::read_dir(folder())?;
    let files = files.map(|file| Ok(file?.file_name().to_string_lossy().into_owned()));
    let files: BTreeSet<_> = files.collect::<Result<_>>()?;
    ensure!(
        files == expected,
        "snapshots/aria has {files:?}, expected {expected:?}"
    );
    Ok(())
}
