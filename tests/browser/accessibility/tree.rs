//! What a screen reader is told: the browser's own accessibility tree, as text.
//!
//! The files in `tree/` are read by a person when they change: each line is a thing as it is
//! heard, with its name and what else is said of it, on a desk and in light. What is heard
//! otherwise in narrower pages or in dark comes below that. Each kind of view has a file, and so
//! have all other views of a phase together.

use std::collections::HashMap;
use std::path::Path;
use std::{env, fs, iter};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use similar::{ChangeTag, TextDiff};

use crate::accessibility::scheme;
use crate::addresses::go;
use crate::browser::{Browser, browse, updating};
use crate::circumstances::{THEMES, WIDTHS};
use crate::embed::host;
use crate::paths::{KIND_NAMES, KINDS, PHASES, all};
use crate::site::{Plan, Site};

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

    /// Whether nothing is heard of it but what is in it.
    fn is_silent(&self) -> bool {
        let plain = matches!(self.role(), "generic" | "none");
        self.ignored || plain && self.name().is_empty()
    }

    /// What is said of a node beside its role and name.
    fn said(&self, current: Option<&String>) -> String {
        let mut said = String::new();
        let description = self.description.value.as_str().unwrap_or_default();
        if !description.is_empty() && squeeze(description) != self.name() {
            said += &format!(" described as {:?}", squeeze(description));
        }
        for Property { name, value } in &self.properties {
            let told = match (name.as_str(), &value.value) {
                // That of a list in a list, of which there is none.
                ("level", _) if self.role() == "listitem" => String::new(),
                ("level", level) => format!(" level {level}"),
                ("live", Value::String(live)) => format!(" live {live}"),
                ("expanded", Value::Bool(true)) => " expanded".into(),
                ("expanded", Value::Bool(false)) => " collapsed".into(),
                ("invalid", Value::String(no)) if no == "false" => String::new(),
                ("invalid", Value::String(_)) => " invalid".into(),
                ("required" | "readonly" | "disabled", Value::Bool(true)) => format!(" {name}"),
                _ => String::new(),
            };
            said += &told;
        }
        if let Some(current) = current {
            said += &format!(" current {current}");
        }
        said
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without its spaces, which names have between blocks and texts don't.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A line of a snapshot.
struct Line {
    depth: usize,
    text: String,
    /// Text that is heard as such, not a thing with a role.
    plain: bool,
}

/// Which elements have `aria-current`, below one and in its shadow, and what it says.
fn current_in(element: &Value, found: &mut HashMap<u64, String>) {
    let attributes = element["attributes"].as_array();
    let words: Vec<_> = attributes.into_iter().flatten().collect();
    let current = words
        .chunks_exact(2)
        .find(|pair| *pair[0] == "aria-current");
    if let (Some(pair), Some(id)) = (current, element["backendNodeId"].as_u64()) {
        found.insert(id, pair[1].as_str().unwrap_or_default().to_owned());
    }
    for inside in ["children", "shadowRoots"] {
        for each in element[inside].as_array().into_iter().flatten() {
            current_in(each, found);
        }
    }
}

struct Tree {
    nodes: HashMap<String, Node>,
    /// What `aria-current` says, which the protocol leaves out.
    current: HashMap<String, String>,
}

impl Tree {
    async fn of(browser: &Browser) -> Result<(Self, String)> {
        let answer = browser
            .ask("Accessibility.getFullAXTree", json!({}))
            .await?;
        let nodes: Vec<Node> = serde_json::from_value(answer["nodes"].clone())?;
        let root = nodes.first().context("an accessibility tree")?;
        let root = root.node_id.clone();
        let whole = json!({"depth": -1, "pierce": true});
        let page = browser.ask("DOM.getDocument", whole).await?;
        let mut marked = HashMap::new();
        current_in(&page["root"], &mut marked);
        let current = nodes.iter().filter_map(|node| {
            let value = marked.get(&node.backend_id?)?;
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
        text += &node.said(self.current.get(id));
        if only_text && !inside.is_empty() {
            // Text that makes the name is heard once.
            if bare(&texts) != bare(&name) {
                text += &format!(": {}", squeeze(&texts));
            }
            inside.clear();
        }
        let own = Line {
            depth,
            text,
            plain: false,
        };
        std::iter::once(own).chain(inside).collect()
    }
}

/// The page as it is heard, a line for each thing.
async fn heard(browser: &Browser) -> Result<String> {
    let (tree, root) = Tree::of(browser).await?;
    let line = |line: &Line| {
        let mark = if line.plain { "text " } else { "" };
        let text = squeeze(&line.text);
        format!("{}{mark}{text}\n", "  ".repeat(line.depth))
    };
    Ok(tree.lines(&root, 0).iter().map(line).collect())
}

/// The same in all widths and themes: what is heard on a desk and in light, then what becomes (+)
/// of which lines (-) elsewhere.
async fn heard_everywhere(browser: &Browser) -> Result<String> {
    let [narrower @ .., desk] = WIDTHS;
    let mut all = String::new();
    let mut wide = String::new();
    for width in iter::once(desk).chain(narrower.into_iter().rev()) {
        browser.width(width).await?;
        let mut in_light = String::new();
        for theme in THEMES {
            scheme(browser, theme).await?;
            browser.drawn().await?;
            let now = heard(browser).await?;
            if wide.is_empty() {
                wide.clone_from(&now);
                all.clone_from(&now);
            }
            // Dark is compared with light, and that with what is heard on a desk.
            if theme == THEMES[0] {
                all += &otherwise(&format!("at {width} px"), &wide, &now);
                in_light = now;
            } else {
                all += &otherwise(&format!("in {theme} at {width} px"), &in_light, &now);
            }
        }
    }
    Ok(all)
}

/// Where something else is heard: which lines are gone (-) or new (+).
fn otherwise(place: &str, before: &str, after: &str) -> String {
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

/// Compares what is heard with what a person has read and found good.
fn compare(heard: &str, name: &str) -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("browsers/tree/{name}.txt"));
    if updating() {
        return fs::write(&file, heard).with_context(|| format!("writing {name}.txt"));
    }
    let read = fs::read_to_string(&file)
        .with_context(|| format!("tree/{name}.txt: run with UPDATE_SNAPSHOTS=1 to make it"))?;
    ensure!(
        read == heard,
        "a screen reader is told something else (+) than before (-) in tree/{name}.txt; read it, \
        and run with UPDATE_SNAPSHOTS=1 if it is good:\n{}",
        TextDiff::from_lines(&*read, heard).unified_diff()
    );
    Ok(())
}

#[tokio::test]
async fn our_pages_are_heard_as_they_were_read() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        for (path, name) in KINDS.into_iter().zip(KIND_NAMES) {
            browser.open_live(&site.url(path)).await?;
            if name == "tip" {
                let open = "$('.kl-share').open = true; return drawn();";
                browser.js::<()>(open).await?;
            }
            compare(&heard_everywhere(browser).await?, name)?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn all_other_views_are_heard_as_they_were_read() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        let others: Vec<_> = all().filter(|path| !KINDS.contains(path)).collect();
        let mut count = 0;
        for phase in PHASES {
            let below = format!("/nl/{phase}/");
            let mut heard = String::new();
            for path in others.iter().filter(|path| path.starts_with(&below)) {
                go(browser, path).await?;
                let view = heard_everywhere(browser).await?;
                heard += &format!("==== {path}\n{view}\n");
                count += 1;
            }
            compare(&heard, phase)?;
        }
        ensure!(count == others.len(), "only {count} views were heard");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_partners_page_is_heard_as_it_was_read() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        for (view, name) in [("", "partner-overview"), ("vertaling", "partner-phase")] {
            let markup = format!(
                "<h2>Leren</h2><kennis-lemniscaat view=\"{view}\" heading-level=\"3\">\
                <a href=\"/elders/\">De kennislemniscaat</a></kennis-lemniscaat><p>Na</p>"
            );
            let page = Plan::default().page("/gast/", host(&files, &markup));
            let site = page.serve().await?;
            browser.open_live(&site.url("/gast/")).await?;
            compare(&heard_everywhere(browser).await?, name)?;
        }
        Ok(())
    })
    .await
}
