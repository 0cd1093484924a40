//! The state of each translated piece: `translations.tsv`.

use crate::manuscript::Kind;
use crate::report::Fault;
use crate::tsv::rows;

/// The name of the file, in the folder of a publication.
pub const FILE: &str = "translations.tsv";
/// The first line of the file.
const HEADING: &str = "language\tkey\tsource\ttext";

/// The translated pieces of all languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    languages: Vec<(String, Vec<Line>)>,
}

/// A translated piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The path of the piece.
    pub path: String,
    /// The hash of the source that the translation was made from.
    pub source: String,
    /// The hash of the translation as it was last seen; empty while the piece has the words of its source.
    pub text: String,
}

impl Record {
    /// Reads the text of the file.
    ///
    /// # Errors
    /// The first line that can't be read.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut record = Self::default();
        for (range, fields) in rows(text, HEADING) {
            // Some editors remove tabs at the end of a line.
            let (lang, path, source, text) = match *fields {
                [lang, path, source] => (lang, path, source, ""),
                [lang, path, source, text] => (lang, path, source, text),
                _ => {
                    let columns = fields.len();
                    return Err(Fault::at(Kind::TranslationLine { columns }, range));
                }
            };
            let line = Line {
                path: path.into(),
                source: source.into(),
                text: text.into(),
            };
            record.lines_mut(lang).push(line);
        }
        Ok(record)
    }

    /// The pieces of a language, in reading order.
    #[must_use]
    pub fn lines(&self, lang: &str) -> &[Line] {
        let mut languages = self.languages.iter();
        let lines = languages.find(|(other, _)| other == lang);
        lines.map_or(&[], |(_, lines)| lines)
    }

    /// Replaces the pieces of a language; those of other languages stay as they are.
    pub fn replace(&mut self, lang: &str, lines: Vec<Line>) {
        *self.lines_mut(lang) = lines;
    }

    fn lines_mut(&mut self, lang: &str) -> &mut Vec<Line> {
        let mut languages = self.languages.iter();
        let index = match languages.position(|(other, _)| other == lang) {
            Some(index) => index,
            None => {
                self.languages.push((lang.into(), Vec::new()));
                self.languages.len() - 1
            }
        };
        &mut self.languages[index].1
    }

    /// The text of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut file = format!("{HEADING}\n");
        for (lang, lines) in &self.languages {
            for Line { path, source, text } in lines {
                file += &format!("{lang}\t{path}\t{source}\t{text}\n");
            }
        }
        file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "language\tkey\tsource\ttext\nen\tOverview\taa\tbb\nen\ta/tip-1\tcc\t\nde\ta\tdd\tee\n";

    #[test]
    fn the_text_of_the_file_is_kept() {
        assert_eq!(Record::parse(TEXT).expect("valid").to_text(), TEXT);
    }

    #[test]
    fn line_ends_of_windows_and_lost_tabs_are_read() {
        let text = TEXT.replace("\t\n", "\n").replace('\n', "\r\n");
        assert_eq!(Record::parse(&text), Record::parse(TEXT));
    }

    #[test]
    fn lines_that_cannot_be_read_have_their_place() {
        let text = format!("{TEXT}en\tb\n");
        let fault = Record::parse(&text).expect_err("a problem");
        assert_eq!(fault.kind, Kind::TranslationLine { columns: 2 });
        assert_eq!(&text[fault.range.expect("a line")], "en\tb");
    }

    #[test]
    fn other_languages_stay_as_they_are() {
        let mut record = Record::parse(TEXT).expect("valid");
        record.replace("en", vec![]);
        assert_eq!(
            record.to_text(),
            "language\tkey\tsource\ttext\nde\ta\tdd\tee\n"
        );
    }
}
