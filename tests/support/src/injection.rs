//! Texts that would run a script if anything took them for markup or an address, and content
//! that holds no others. Several tests include this file, native ones and those in browsers.

use serde_json::Value;

/// The texts.
pub fn texts() -> Vec<&'static str> {
    include_str!("xss.txt").lines().collect()
}

/// Puts the next text in place of each one that readers see, but not of ids, slugs and addresses.
pub fn replace_texts(value: &mut Value, next: &mut dyn FnMut() -> &'static str) {
    const KEPT: [&str; 8] = [
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
        Value::Array(values) => values.iter_mut().for_each(|each| replace_texts(each, next)),
        Value::Object(fields) => {
            // Labels may have the names of fields.
            let labels = fields.contains_key("phase_position");
            let texts = fields
                .iter_mut()
                .filter(|(name, _)| labels || !KEPT.contains(&name.as_str()));
            texts.for_each(|(_, each)| replace_texts(each, next));
        }
        _ => {}
    }
}
