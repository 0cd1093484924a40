//! The widget without a publication: all files of a site that are the same for every publication. It is built once,
//! from the sources of the product; a site is published from it without any other program.

mod build;
mod css_spaces;

use std::collections::BTreeMap;
use std::io::Read;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The files of a template by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    files: BTreeMap<String, Vec<u8>>,
}

/// The template that this program was built with.
#[cfg(feature = "embedded")]
const EMBEDDED: Option<&[u8]> = Some(include_bytes!("../../../target/template.br"));
#[cfg(not(feature = "embedded"))]
const EMBEDDED: Option<&[u8]> = None;

/// Where the template is stored in the repository.
const STORED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/template.br");

impl Template {
    /// The template that this program holds or, in the repository, that of the last build.
    ///
    /// # Errors
    /// If there is none.
    pub fn stored() -> Result<Self> {
        match EMBEDDED {
            Some(bytes) => Self::from_bytes(bytes),
            None => {
                let bytes = std::fs::read(STORED).context(
                    "this program holds no widget; expected one made by `cargo xtask dist`, or a site built by `cargo xtask build` before",
                )?;
                Self::from_bytes(&bytes)
            }
        }
    }

    /// Stores the template in the repository.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn store(&self) -> Result<()> {
        std::fs::write(STORED, self.to_bytes()?).with_context(|| format!("writing {STORED}"))
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// If the template has no such file.
    pub fn file(&self, name: &str) -> Result<&[u8]> {
        let file = self.files.get(name).map(Vec::as_slice);
        file.with_context(|| format!("missing {name} in the template of the widget"))
    }

    /// The text of a file.
    ///
    /// # Errors
    /// If the template has no such file, or it isn't text.
    pub fn text(&self, name: &str) -> Result<&str> {
        Ok(str::from_utf8(self.file(name)?)?)
    }

    /// A script with values for its constants.
    ///
    /// # Errors
    /// If the template has no such script.
    pub fn script(&self, name: &str, constants: &[(&str, Value)]) -> Result<Vec<u8>> {
        let mut script = self.text(&format!("{name}.js"))?.to_owned();
        for (constant, value) in constants {
            script = script.replace(&placeholder(constant), &literal(value));
        }
        Ok(script.into_bytes())
    }

    /// The files below a folder, with their paths below it.
    pub fn folder<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let files = self.files.iter();
        files.filter_map(move |(path, bytes)| {
            let path = path.strip_prefix(name)?.strip_prefix('/')?;
            Some((path, bytes.as_slice()))
        })
    }

    /// The template as one compressed file.
    ///
    /// # Errors
    /// If it can't be encoded.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let bytes = postcard::to_allocvec(self).context("encoding the template of the widget")?;
        let mut compressed = Vec::new();
        let fast = brotli::enc::BrotliEncoderParams {
            quality: 5,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &fast)?;
        Ok(compressed)
    }

    /// Reads the bytes that [`Template::to_bytes`] returned.
    ///
    /// # Errors
    /// If they are damaged.
    pub fn from_bytes(compressed: &[u8]) -> Result<Self> {
        let mut bytes = Vec::new();
        brotli::Decompressor::new(compressed, 4096)
            .read_to_end(&mut bytes)
            .context("reading the template of the widget")?;
        postcard::from_bytes(&bytes).context("reading the template of the widget")
    }
}

/// The name that stands for a constant in a script until its value is known.
fn placeholder(constant: &str) -> String {
    format!("__LEMNISCAAT_{constant}__")
}

/// A value as JavaScript: keys that are names have no quotation marks.
fn literal(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, value)| {
                    let is_name = name.chars().all(|letter| letter.is_ascii_alphabetic());
                    let name = match is_name {
                        true => name.clone(),
                        false => Value::from(name.as_str()).to_string(),
                    };
                    format!("{name}:{}", literal(value))
                })
                .collect();
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(values) => {
            let values: Vec<_> = values.iter().map(literal).collect();
            format!("[{}]", values.join(","))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn template() -> Template {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        Template {
            files: BTreeMap::from([
                file("page.js", "a(__LEMNISCAAT_FILES__,__LEMNISCAAT_ROOT__)"),
                file("examples/index.html", "<p>"),
                file("examples-of-others.html", ""),
            ]),
        }
    }

    #[test]
    fn constants_of_scripts_get_their_values() {
        let constants = [
            ("FILES", json!({"nl": ["x"], "nl-be": 1})),
            ("ROOT", json!("..")),
        ];
        let script = template().script("page", &constants).expect("a script");
        let script = String::from_utf8(script).expect("text");
        assert_eq!(script, "a({nl:[\"x\"],\"nl-be\":1},\"..\")");
    }

    #[test]
    fn a_template_is_the_same_after_it_was_stored() {
        let bytes = template().to_bytes().expect("bytes");
        assert_eq!(
            Template::from_bytes(&bytes).expect("a template"),
            template()
        );
        assert!(Template::from_bytes(&bytes[..bytes.len() / 2]).is_err());
    }

    #[test]
    fn a_folder_has_the_files_below_it() {
        let template = template();
        let names: Vec<_> = template.folder("examples").map(|(name, _)| name).collect();
        assert_eq!(names, ["index.html"]);
    }
}
