//! BibTeX, for LaTeX: <https://ctan.org/pkg/bibtex>.

use std::fmt::Write as _;

use super::Citation;

impl Citation {
    /// The source as an entry. A second pair of braces keeps capitals, and keeps names whole that contain “and”.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let kind = match self.part_of {
            Some(_) => "incollection",
            // A report would be printed with the words “Technical report”.
            None => "misc",
        };
        let names = self.organisations.iter();
        let names: Vec<_> = names.map(|name| format!("{{{}}}", escape(name))).collect();
        let whole = |text: &String| format!("{{{}}}", escape(text));
        let fields = [
            ("author", (!names.is_empty()).then(|| names.join(" and "))),
            ("title", Some(whole(&self.title))),
            ("booktitle", self.part_of.as_ref().map(whole)),
            ("year", self.year.map(|year| year.to_string())),
            ("language", Some(self.lang.clone())),
            // Programs take an address literally, and a URL contains no braces.
            ("url", self.url.clone()),
        ];
        let mut entry = format!("@{kind}{{{},\n", self.id);
        for (name, value) in fields {
            if let Some(value) = value {
                // Writing to a string doesn't fail.
                let _ = writeln!(entry, "  {name} = {{{value}}},");
            }
        }
        entry + "}\n"
    }
}

/// A text as LaTeX. Letters with accents stay, because BibTeX files are in UTF-8.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' | '%' | '#' | '$' | '_' => {
                escaped.push('\\');
                escaped.push(character);
            }
            // BibTeX counts braces, also those with a backslash.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '|' => escaped.push_str("\\textbar{}"),
            // In Dutch texts of LaTeX this character changes the next one; with braces it stands for itself.
            '"' => escaped.push_str("\"{}"),
            _ => escaped.push(character),
        }
    }
    escaped
}
