//! RIS, for reference managers such as Zotero, EndNote and Mendeley:
//! <https://en.wikipedia.org/wiki/RIS_(file_format)>.

use std::fmt::Write as _;

use super::Citation;

impl Citation {
    /// The source as a record: a tag and a value a line, an author a line, and line ends of Windows.
    #[must_use]
    pub fn ris(&self) -> String {
        let kind = match self.part_of {
            Some(_) => "CHAP",
            None => "RPRT",
        };
        let mut lines = vec![("TY", kind.to_owned()), ("TI", self.title.clone())];
        lines.extend(self.part_of.iter().map(|title| ("T2", title.clone())));
        lines.extend(self.undivided_names().map(|name| ("AU", name)));
        lines.extend(self.year.map(|year| ("PY", year.to_string())));
        lines.push(("LA", self.lang.clone()));
        lines.extend(self.url.iter().map(|url| ("UR", url.clone())));
        lines.push(("ER", String::new()));
        let mut record = String::new();
        for (tag, value) in lines {
            // Writing to a string doesn't fail.
            let _ = write!(record, "{tag}  - {value}\r\n");
        }
        record
    }
}
