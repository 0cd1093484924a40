//! CSL-JSON, for Pandoc, Zotero and citation processors:
//! <https://docs.citationstyles.org/en/stable/specification.html>.

use serde_json::{Value, json};

use super::Citation;

impl Citation {
    /// The source as a list of one item.
    #[must_use]
    pub fn csl_json(&self) -> String {
        let mut item = json!({
            "id": self.id,
            "type": if self.part_of.is_some() { "chapter" } else { "report" },
            "title": self.title,
        });
        if let Some(title) = &self.part_of {
            item["container-title"] = title.as_str().into();
        }
        if !self.organisations.is_empty() {
            let names = self.organisations.iter();
            item["author"] = names.map(|name| json!({"literal": name})).collect();
        }
        if let Some(year) = self.year {
            item["issued"] = json!({"date-parts": [[year]]});
        }
        item["language"] = self.lang.as_str().into();
        if let Some(url) = &self.url {
            item["URL"] = url.as_str().into();
        }
        format!("{:#}\n", Value::Array(vec![item]))
    }
}
