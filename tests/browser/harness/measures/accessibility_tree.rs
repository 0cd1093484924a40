//! The accessibility tree of a page, as the browser gives it to screen readers, a line for each node.

use std::collections::HashMap;
use std::iter;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;
use crate::published::url;

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
pub async fn tree(page: &Page) -> Result<String> {
    let (tree, root) = Tree::of(page).await?;
    let line = |line: &Line| {
        let mark = if line.plain { "text " } else { "" };
        let text = squeeze(&line.text);
        format!("{}{mark}{text}\n", "  ".repeat(line.depth))
    };
    let lines: String = tree.lines(&root, 0).iter().map(line).collect();
    // The port is another one in each checkout.
    Ok(lines.replace(&url(""), "https://example.org"))
}
