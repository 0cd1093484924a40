//! Types for TypeScript.

use std::fmt::Write;

use super::interface::{Attribute, CLASS, Interface, TAG_NAME};

/// The text of `embed.d.ts`.
pub fn types(interface: &Interface) -> String {
    let mut text = format!(
        "// Types of the element <{TAG_NAME}> and its events. Made of interface.toml by `cargo xtask codegen`.\n"
    );
    for detail in &interface.details {
        let fields = detail.fields.iter();
        let fields = fields.map(|field| (&*field.description, &*field.name, "", &*field.kind));
        declare(&mut text, &detail.description, &detail.name, fields);
    }
    let kinds: Vec<_> = interface.attributes.iter().map(written).collect();
    let attributes = interface.attributes.iter().zip(&kinds);
    let attributes = attributes.map(|(attribute, kind)| {
        (
            &*attribute.description,
            &*attribute.name,
            "?",
            kind.as_str(),
        )
    });
    let description = format!("Attributes of <{TAG_NAME}>, for frameworks that check attributes.");
    declare(&mut text, &description, "Attributes", attributes);
    let events = interface.events.iter().map(|event| {
        format!(
            "    /** {} */\n    '{}': {};\n",
            event.description,
            event.full_name(),
            event.kind()
        )
    });
    let events: String = events.collect();
    text + &format!(
        "
declare global {{
  interface HTMLElementTagNameMap {{
    '{TAG_NAME}': HTMLElement;
  }}

  interface GlobalEventHandlersEventMap {{
{events}  }}
}}
"
    )
}

/// Adds an interface with its fields: description, name, mark and type of each.
fn declare<'a>(
    text: &mut String,
    description: &str,
    name: &str,
    fields: impl Iterator<Item = (&'a str, &'a str, &'a str, &'a str)>,
) {
    // Writing to a String can't fail.
    let _ = write!(
        text,
        "\n/** {description} */\nexport interface {CLASS}{name} {{\n"
    );
    for (description, name, mark, kind) in fields {
        let name = match name.contains('-') {
            true => format!("'{name}'"),
            false => name.to_owned(),
        };
        let _ = write!(text, "  /** {description} */\n  {name}{mark}: {kind};\n");
    }
    text.push_str("}\n");
}

/// The type of an attribute as markup and frameworks write it.
fn written(attribute: &Attribute) -> String {
    match attribute.kind.as_str() {
        "boolean" => "boolean | ''".into(),
        kind if kind.starts_with(|first: char| first.is_ascii_digit()) => {
            let texts: Vec<_> = kind
                .split(" | ")
                .map(|value| format!("'{value}'"))
                .collect();
            format!("{kind} | {}", texts.join(" | "))
        }
        kind => kind.into(),
    }
}
