//! Texts that would run a script if they were interpreted as markup or as an address, and content
//! in which they replace all texts. Native tests and browser tests share this module.

use serde_json::Value;

/// The texts, one for each line of the file.
pub fn texts() -> Vec<&'static str> {
    include_str!("xss.txt").lines().collect()
}

/// Replaces each visible text with the next text. Ids, slugs and addresses stay unchanged.
pub fn replace_texts(value: &mut Value, next: &mut dyn FnMut() -> &'static str) {
    const UNCHANGED: [&str; 8] = [
        "slug",
        "id",
        "lang",
        "loop",
        "domain",
        "respondents",
        "paths",
        "url",
    ];
    match value {
        Value::String(old) => *old = next().into(),
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| replace_texts(value, next)),
        Value::Object(fields) => {
            // Labels may have the same names as fields.
            let labels = fields.contains_key("phase_position");
            let texts = fields
                .iter_mut()
                .filter(|(name, _)| labels || !UNCHANGED.contains(&name.as_str()));
            texts.for_each(|(_, value)| replace_texts(value, next));
        }
        _ => {}
    }
}
