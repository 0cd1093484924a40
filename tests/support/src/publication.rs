//! A small invented publication, as JSON in the form of the widget's bundle without shapes.

use serde_json::{Value, json};

/// The product's own words in Dutch.
const LABELS: &str = include_str!("../../../publisher/labels/nl.toml");

/// A phase of an invented publication.
#[derive(Debug, Clone, Copy)]
pub struct Phase<'a> {
    /// The last segment of its path.
    pub segment: &'a str,
    /// The full name.
    pub name: &'a str,
    /// The name where space is narrow.
    pub short_name: &'a str,
}

/// The phases, with the paths of the product's own publication.
const PHASES: [Phase; 4] = [
    phase(
        "explicitering",
        "Explicitering van wat werkt",
        "Explicitering",
    ),
    phase("analyseren", "Analyseren van bewijs", "Analyse"),
    phase("vertaling", "Vertaling naar de praktijk", "Vertaling"),
    phase("implementeren", "Implementeren en leren", "Implementatie"),
];

const fn phase(
    segment: &'static str,
    name: &'static str,
    short_name: &'static str,
) -> Phase<'static> {
    Phase {
        segment,
        name,
        short_name,
    }
}

/// The content of the publication.
#[must_use]
pub fn publication() -> Value {
    content(&PHASES)
}

/// The content of a publication with these phases: each has seven tips and four questions, two of them with two quotes.
#[must_use]
pub fn content(phases: &[Phase]) -> Value {
    let mut tree = Tree::default();
    let title = "De kennislus";
    let subtitle = "Hoe stroomt kennis?";
    tree.add(
        0,
        None,
        "",
        json!({"kind": "overview", "heading": [text(title)],
        "title": format!("{title}: {subtitle}"), "body": [paragraph("Kennis stroomt rond.")]}),
    );
    let roots: Vec<_> = phases
        .iter()
        .enumerate()
        .map(|(index, phase)| tree.add_phase(index, phases.len(), phase))
        .collect();
    tree.add(0, None, "achtergrond", json!({"kind": "background",
        "heading": [text("Hoe is dit ontstaan?")], "short_title": "Achtergrond", "body": [
            paragraph("Door te vragen en te luisteren."),
            {"heading": "De deelnemers"},
            {"list": {"ordered": false, "items": [
                {"text": [{"link": ["https://example.org/", [text("Een organisatie")]]}], "list": null},
            ]}},
        ]}));
    tree.link_siblings();
    let count = tree.views.len();
    let labels: Value = toml::from_str(LABELS).expect("the labels are TOML");
    json!({
        "lang": "nl",
        "title": title,
        "subtitle": subtitle,
        "model": {
            "title": "Wat is de kennislus?",
            "invitation": "Klik op een fase.",
            "body": [paragraph("Een liggende acht van vragen en antwoorden.")],
        },
        "loops": ["Lokaal", "Landelijk"],
        "views": tree.views,
        "phases": roots,
        "print": "print",
        "checklist": "checklist",
        "pages": [{"path": "checklist", "title": "Checklist"}],
        "labels": labels,
        "languages": [{
            "lang": "en",
            "name": "English",
            "views": vec!["view"; count],
        }],
    })
}

fn text(text: &str) -> Value {
    json!({"text": text})
}

fn paragraph(words: &str) -> Value {
    json!({"paragraph": [text(words)]})
}

#[derive(Default)]
struct Tree {
    views: Vec<Value>,
}

impl Tree {
    /// Adds a view with the fields that aren't empty; returns its id.
    fn add(&mut self, parent: usize, phase: Option<usize>, segment: &str, fields: Value) -> usize {
        let mut view = json!({
            "parent": parent, "previous": null, "next": null, "phase": phase, "segment": segment,
            "kicker": "", "heading": [], "short_title": "", "title": "", "body": [], "list_title": "", "speaker": "", "trace": "",
        });
        if let (Some(view), Value::Object(fields)) = (view.as_object_mut(), fields) {
            view.extend(fields);
        }
        self.views.push(view);
        self.views.len() - 1
    }

    fn add_phase(&mut self, index: usize, count: usize, phase: &Phase) -> usize {
        let number = index + 1;
        let Phase {
            segment,
            name,
            short_name,
        } = *phase;
        let short_title = if name == short_name { "" } else { short_name };
        let root = self.add(
            0,
            Some(index),
            segment,
            json!({"kind": "phase",
            "kicker": format!("Fase {number} van {count}"), "heading": [text(name)],
            "short_title": short_title}),
        );
        for tip in 1..=7 {
            let short_title = format!("Tip {tip}");
            self.add(
                root,
                Some(index),
                &format!("tip-{tip}"),
                json!({"kind": "tip",
                "kicker": short_title, "title": format!("{short_title} – {short_name}"),
                "short_title": short_title,
                "heading": [text(&format!("Vraag het {number} keer aan {tip} mensen."))]}),
            );
        }
        let experiences = self.add(
            root,
            Some(index),
            "ervaringen",
            json!({"kind": "experiences",
            "kicker": "Ervaringen", "heading": [text(name)], "short_title": "Ervaringen",
            "title": format!("Ervaringen: {name}")}),
        );
        for (question, segment) in ["verwachtingen", "zoekstrategieen", "wat-werkt", "scholing"]
            .into_iter()
            .enumerate()
        {
            let words = format!("Wat weet u van {segment} in fase {number}?");
            let parent = self.add(
                experiences,
                Some(index),
                segment,
                json!({"kind": "question",
                "kicker": "Ervaringen", "heading": [text(&words)],
                "body": [paragraph(&format!("Veel, zeiden {number} van hen."))]}),
            );
            for quote in 1..=if question < 2 { 2 } else { 0 } {
                let name = format!("Citaat {quote}");
                self.add(
                    parent,
                    Some(index),
                    &format!("citaat-{quote}"),
                    json!({"kind": "quote",
                    "heading": [text(&name)], "title": format!("{name} – {words}"),
                    "body": [paragraph(&format!("“Ik weet het {number}{quote} keer.”"))],
                    "speaker": "Beleidsadviseur Wmo", "trace": "Bron: pagina 4"}),
                );
            }
        }
        root
    }

    /// Views of a kind follow each other within their parent; those of phases and experiences in a cycle.
    fn link_siblings(&mut self) {
        let mut groups = std::collections::BTreeMap::<String, Vec<usize>>::new();
        for (id, view) in self.views.iter().enumerate() {
            let parent = match view["kind"].as_str() {
                Some("experiences") => &Value::Null,
                _ => &view["parent"],
            };
            groups
                .entry(format!("{} {parent}", view["kind"]))
                .or_default()
                .push(id);
        }
        for group in groups.values().filter(|group| group.len() > 1) {
            let kind = self.views[group[0]]["kind"].clone();
            let is_cycle = kind == "phase" || kind == "experiences";
            for (index, id) in group.iter().enumerate() {
                let is_last = index + 1 == group.len();
                if index > 0 || is_cycle {
                    self.views[*id]["previous"] =
                        json!(group[(index + group.len() - 1) % group.len()]);
                }
                if !is_last || is_cycle {
                    self.views[*id]["next"] = json!(group[(index + 1) % group.len()]);
                }
            }
        }
    }
}
