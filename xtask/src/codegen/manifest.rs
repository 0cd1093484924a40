//! The manifest of the element, for editors and catalogs: <https://github.com/webcomponents/custom-elements-manifest>.

use anyhow::Result;
use serde_json::{Value, json};

use super::interface::{CLASS, Interface, TAG_NAME};

/// The text of `custom-elements.json`.
pub fn manifest(interface: &Interface) -> Result<String> {
    let attributes = interface.attributes.iter().map(|attribute| {
        let quoted = attribute.kind == "string" || attribute.kind.contains('\'');
        let default = match (&attribute.default, attribute.kind.as_str()) {
            (Some(text), _) if quoted => json!(format!("\"{text}\"")),
            (None, "boolean") => json!("false"),
            (other, _) => json!(other),
        };
        without_nulls(json!({
            "name": attribute.name,
            "type": {"text": attribute.kind},
            "default": default,
            "description": attribute.description,
        }))
    });
    let events = interface.events.iter().map(|event| {
        let details = interface.details.iter();
        let detail = details.filter(|detail| detail.name == event.detail);
        let fields = detail.flat_map(|detail| &detail.fields).map(|field| {
            json!({
                "name": field.name,
                "type": {"text": field.kind},
                "description": field.description,
            })
        });
        json!({
            "name": event.full_name(),
            "type": {"text": event.kind()},
            "description": event.description,
            // Ours: the format has no place for the fields of a type.
            "detail": fields.collect::<Vec<_>>(),
        })
    });
    let properties = interface.properties.iter().map(|property| {
        without_nulls(json!({
            "name": property.name,
            "syntax": property.syntax,
            "default": property.default,
            "description": property.description,
        }))
    });
    let parts = interface
        .parts
        .iter()
        .map(|part| json!({"name": part.name, "description": part.description}));
    let declaration = json!({
        "kind": "class",
        "customElement": true,
        "name": CLASS,
        "tagName": TAG_NAME,
        "description": interface.description,
        "attributes": attributes.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": [{"name": "", "description": interface.slot}],
        "cssProperties": properties.collect::<Vec<_>>(),
        "cssParts": parts.collect::<Vec<_>>(),
    });
    let manifest = json!({
        "schemaVersion": "2.1.0",
        "readme": "docs/embedding.md",
        "modules": [{
            "kind": "javascript-module",
            "path": "embed.js",
            "declarations": [declaration],
            "exports": [{
                "kind": "custom-element-definition",
                "name": TAG_NAME,
                "declaration": {"name": CLASS},
            }],
        }],
    });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn without_nulls(mut value: Value) -> Value {
    if let Some(object) = value.as_object_mut() {
        object.retain(|_, value| !value.is_null());
    }
    value
}
