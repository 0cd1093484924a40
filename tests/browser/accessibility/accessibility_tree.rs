//! The accessibility tree, as the browser gives it to screen readers, against reviewed text.
//!
//! The files in `snapshots/aria/` are read by a person when they change: each line is a node as it
//! is announced, with its name and its states, at the largest width and in light. Differences in
//! narrower pages or in dark come below that. Each kind of view has a file, and so have all other
//! views of a phase together.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::{fs, iter};

use anyhow::{Context, Result, ensure};
use harness::navigation::go;
use harness::preferences::scheme;
use harness::setup::{exhaustive, root, updating};
use harness::viewports::{THEMES, WIDTHS};
use harness::views::{KIND_NAMES, KINDS, PHASES, all};
use harness::{Page, embedded, standalone};
use rstest::rstest;
use serde::Deserialize;
use serde_json::{Value, json};
use similar::{ChangeTag, TextDiff};

/// A value in the browser's protocol.
#[derive(Deserialize, Default)]
#[serde(default)]
struct AxValue {
    value: Value,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: AxValue,
}

/// A node in the browser's protocol:
/// <https://chromedevtools.github.io/devtools-protocol/tot/Accessibility/#type-AXNode>.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    node_id: String,
    #[serde(default)]
    ignored: bool,
    #[serde(default)]
    role: AxValue,
    #[serde(default)]
    name: AxValue,
    #[serde(default)]
    description: AxValue,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
    #[serde(rename = "backendDOMNodeId")]
    backend_id: Option<u64>,
}

impl Node {
    fn role(&self) -> &str {
        self.role.value.as_str().unwrap_or_default()
    }

    fn name(&self) -> String {
        squeeze(self.name.value.as_str().unwrap_or_default())
    }

    /// Whether only its children are announced.
    fn is_silent(&self) -> bool {
        let plain = matches!(self.role(), "generic" | "none");
        self.ignored || plain && self.name().is_empty()
    }

    /// The description and the states that are announced besides role and name.
    fn states(&self, current: Option<&String>) -> String {
        let mut states = String::new();
        let description = self.description.value.as_str().unwrap_or_default();
        if !description.is_empty() && squeeze(description) != self.name() {
            states += &format!(" described as {:?}", squeeze(description));
        }
        for Property { name, value } in &self.properties {
            let state = match (name.as_str(), &value.value) {
                // The nesting level of a list is omitted: no list is nested.
                ("level", _) if self.role() == "listitem" => String::new(),
                ("level", level) => format!(" level {level}"),
                ("live", Value::String(live)) => format!(" live {live}"),
                ("expanded", Value::Bool(true)) => " expanded".into(),
                ("expanded", Value::Bool(false)) => " collapsed".into(),
                ("invalid", Value::String(value)) if value == "false" => String::new(),
                ("invalid", Value::String(_)) => " invalid".into(),
                ("required" | "readonly" | "disabled", Value::Bool(true)) => format!(" {name}"),
                _ => String::new(),
            };
            states += &state;
        }
        if let Some(current) = current {
            states += &format!(" current {current}");
        }
        states
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without spaces: names have spaces between blocks, texts don't.
fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A line of a snapshot.
struct Line {
    depth: usize,
    text: String,
    /// Whether it is text only, without a role.
    plain: bool,
}

/// Collects the values of `aria-current` of an element and its descendants, also in shadow roots.
fn collect_current(element: &Value, values: &mut HashMap<u64, String>) {
    let attributes = element["attributes"].as_array();
    let attributes: Vec<_> = attributes.into_iter().flatten().collect();
    let current = attributes
        .chunks_exact(2)
        .find(|pair| *pair[0] == "aria-current");
    if let (Some(pair), Some(id)) = (current, element["backendNodeId"].as_u64()) {
        values.insert(id, pair[1].as_str().unwrap_or_default().to_owned());
    }
    for inside in ["children", "shadowRoots"] {
        for child in element[inside].as_array().into_iter().flatten() {
            collect_current(child, values);
        }
    }
}

struct Tree {
    nodes: HashMap<String, Node>,
    /// The values of `aria-current`, which the protocol leaves out.
    current: HashMap<String, String>,
}

impl Tree {
    async fn of(page: &Page) -> Result<(Self, String)> {
        let answer = page.ask("Accessibility.getFullAXTree", json!({})).await?;
        let nodes: Vec<Node> = serde_json::from_value(answer["nodes"].clone())?;
        let root = nodes.first().context("an accessibility tree")?;
        let root = root.node_id.clone();
        let options = json!({"depth": -1, "pierce": true});
        let document = page.ask("DOM.getDocument", options).await?;
        let mut values = HashMap::new();
        collect_current(&document["root"], &mut values);
        let current = nodes.iter().filter_map(|node| {
            let value = values.get(&node.backend_id?)?;
            Some((node.node_id.clone(), value.clone()))
        });
        let current = current.collect();
        let named = nodes.into_iter().map(|node| (node.node_id.clone(), node));
        let nodes = named.collect();
        Ok((Self { nodes, current }, root))
    }

    fn children(&self, node: &Node, depth: usize) -> Vec<Line> {
        let ids = node.child_ids.iter();
        ids.flat_map(|id| self.lines(id, depth)).collect()
    }

    fn lines(&self, id: &str, depth: usize) -> Vec<Line> {
        let Some(node) = self.nodes.get(id) else {
            return vec![];
        };
        let plain = |text: String| Line {
            depth,
            text,
            plain: true,
        };
        match node.role() {
            "InlineTextBox" | "LineBreak" | "ListMarker" => return vec![],
            "StaticText" if !node.ignored => {
                let text = node.name.value.as_str().unwrap_or_default();
                return vec![plain(text.to_owned())];
            }
            _ if node.is_silent() => return self.children(node, depth),
            _ => {}
        }
        let mut inside = self.children(node, depth + 1);
        let texts: String = inside.iter().map(|line| line.text.as_str()).collect();
        let only_text = inside.iter().all(|line| line.plain);
        let (name, mut text) = (node.name(), node.role().to_owned());
        if !name.is_empty() {
            text += &format!(" {name:?}");
        }
        text += &node.states(self.current.get(id));
        if only_text && !inside.is_empty() {
            // Text that equals the name is announced once.
            if without_spaces(&texts) != without_spaces(&name) {
                text += &format!(": {}", squeeze(&texts));
            }
            inside.clear();
        }
        let own = Line {
            depth,
            text,
            plain: false,
        };
        iter::once(own).chain(inside).collect()
    }
}

/// The page's accessibility tree, a line for each node.
async fn tree(page: &Page) -> Result<String> {
    let (tree, root) = Tree::of(page).await?;
    let line = |line: &Line| {
        let mark = if line.plain { "text " } else { "" };
        let text = squeeze(&line.text);
        format!("{}{mark}{text}\n", "  ".repeat(line.depth))
    };
    Ok(tree.lines(&root, 0).iter().map(line).collect())
}

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
    let count = KINDS.len() + below_phases.iter().sum::<usize>();
    let views = all().count();
    ensure!(
        count == views,
        "{count} of {views} views are compared with a snapshot"
    );
    let names = KIND_NAMES.iter().chain(&PHASES);
    let names = names.chain(&["host-page-overview", "host-page-phase"]);
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
