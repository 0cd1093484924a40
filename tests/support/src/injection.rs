//! Texts that would run a script if they were interpreted as markup or as an address, and content
//! in which they replace all texts. Native tests and browser tests share this module.

use serde_json::Value;

/// The texts, one for each line of the file.
pub fn texts() -> Vec<&'static str> {
    include_str!("xss.txt").lines().collect()
}

/// Replaces each visible text of a manuscript, of content or of a bundle with the next text. Ids, path segments, addresses and shapes
/// stay unchanged.
pub fn replace_texts(value: &mut Value, next: &mut dyn FnMut() -> &'static str) {
    const UNCHANGED: [&str; 15] = [
        "checklist",
        "columns",
        "domain",
        "id",
        "in_loop",
        "key",
        "kind",
        "languages",
        "lang",
        "path",
        "print",
        "segment",
        "shapes",
        "themes",
        "url",
    ];
    match value {
        Value::String(old) if !old.is_empty() => *old = next().into(),
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| replace_texts(value, next)),
        Value::Object(fields) => {
            // Labels may have the same names as fields.
            let labels = fields.contains_key("phase_position");
            for (name, value) in fields {
                match (name.as_str(), value) {
                    // An address or a language, and the text that it belongs to.
                    ("link" | "foreign", Value::Array(values)) => {
                        values
                            .iter_mut()
                            .skip(1)
                            .for_each(|value| replace_texts(value, next));
                    }
                    ("link", Value::String(_)) => {}
                    (name, value) if labels || !UNCHANGED.contains(&name) => {
                        replace_texts(value, next)
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}
