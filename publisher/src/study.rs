//! The answers of a study: `study.csv`, one row a respondent.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result};

use crate::manuscript::Kind;
use crate::report::Fault;

/// The name of the file, in the folder of a publication.
pub const FILE: &str = "study.csv";

/// The rows of a study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Study {
    /// The keys of the columns.
    pub columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Study {
    /// Reads a table with commas or semicolons.
    ///
    /// # Errors
    /// The first row that can't be read.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let first = text.lines().next().unwrap_or_default();
        let delimiter = if first.contains(';') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let headers = reader.headers().map_err(|error| fault(&error, text))?;
        let columns: Vec<String> = headers.iter().map(String::from).collect();
        let empty = columns.iter().position(String::is_empty);
        if let Some(index) = empty {
            let number = index + 1;
            return Err(Fault::at(Kind::UnnamedColumn { number }, row(text, 0)));
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| fault(&error, text))?;
            let mut cells = columns.iter().zip(&record);
            if let Some((column, _)) = cells.find(|(_, value)| value.is_empty()) {
                let column = column.clone();
                let range = row_at(text, record.position());
                return Err(Fault::at(Kind::EmptyCell { column }, range));
            }
            rows.push(record.iter().map(String::from).collect());
        }
        Ok(Self { columns, rows })
    }

    /// The number of respondents.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The number of respondents with a value in any column.
    #[must_use]
    pub fn count_with(&self, value: &str) -> usize {
        let has_value = |row: &&Vec<String>| row.iter().any(|cell| cell == value);
        self.rows.iter().filter(has_value).count()
    }

    /// Whether the study has no respondents.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Checks that a chart can count these columns.
    ///
    /// # Errors
    /// If the study has no such column.
    pub fn check(&self, columns: &[String]) -> Result<(), Kind> {
        let unknown = columns.iter().find(|column| !self.columns.contains(column));
        unknown.map_or(Ok(()), |column| {
            Err(Kind::UnknownColumn {
                column: column.clone(),
                known: self.columns.clone(),
            })
        })
    }

    /// The values of a column, in the order of `first` and then of the rows, each with its number of rows and the
    /// values of another column in those rows.
    ///
    /// # Errors
    /// If the study has no such column.
    pub fn count(&self, column: &str, within: Option<&str>, first: &[&str]) -> Result<Vec<Count>> {
        let column = self.column(column)?;
        let within = within.map(|within| self.column(within)).transpose()?;
        let mut counts: Vec<Count> = Vec::new();
        let mut known = BTreeMap::new();
        for row in &self.rows {
            let value = &row[column];
            let index = *known.entry(value).or_insert_with(|| {
                counts.push(Count {
                    value: value.clone(),
                    count: 0,
                    within: vec![],
                });
                counts.len() - 1
            });
            let count = &mut counts[index];
            count.count += 1;
            if let Some(within) = within
                && !count.within.contains(&row[within])
            {
                count.within.push(row[within].clone());
            }
        }
        let place = |count: &Count| first.iter().position(|value| *value == count.value);
        counts.sort_by_key(|count| place(count).unwrap_or(first.len()));
        Ok(counts)
    }

    fn column(&self, name: &str) -> Result<usize> {
        let index = self.columns.iter().position(|column| column == name);
        index.with_context(|| format!("{FILE} has no column “{name}”"))
    }
}

/// The text of a file in UTF-8 or, as Excel writes it, Windows-1252.
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    match str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into(),
    }
}

fn fault(error: &csv::Error, text: &str) -> Fault {
    let kind = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => Kind::RowLength {
            count: usize::try_from(*len).unwrap_or(usize::MAX),
            expected: usize::try_from(*expected_len).unwrap_or(usize::MAX),
        },
        _ => Kind::BadCsv {
            message: error.to_string(),
        },
    };
    Fault::at(kind, row_at(text, error.position()))
}

fn row_at(text: &str, position: Option<&csv::Position>) -> Range<usize> {
    let start = position.map_or(0, csv::Position::byte);
    row(text, usize::try_from(start).unwrap_or_default())
}

/// The first line from a byte on that isn't empty, without its end.
fn row(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.trim_start_matches(['\r', '\n']);
    let start = at + (rest.len() - line.len());
    let length = line.lines().next().map_or(0, str::len);
    start..start + length
}

/// A value of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The value.
    pub value: String,
    /// The number of rows with the value.
    pub count: usize,
    /// The values of another column in those rows, without duplicates.
    pub within: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(study: &Study, column: &str, within: Option<&str>) -> Vec<(String, usize, String)> {
        let counts = study
            .count(column, within, &["wmo"])
            .expect("a known column");
        let counts = counts.into_iter();
        counts
            .map(|count| (count.value, count.count, count.within.join("+")))
            .collect()
    }

    fn expected(counts: &[(&str, usize, &str)]) -> Vec<(String, usize, String)> {
        let counts = counts.iter();
        counts
            .map(|(value, count, within)| ((*value).into(), *count, (*within).into()))
            .collect()
    }

    #[test]
    fn values_are_counted_in_the_order_of_the_rows_after_those_that_come_first() {
        let study = Study::parse("plaats;domein\nEde;jeugd\nAssen;wmo\nEde;wmo\nEde;jeugd\n")
            .expect("valid");
        assert_eq!(
            counted(&study, "domein", None),
            expected(&[("wmo", 2, ""), ("jeugd", 2, "")])
        );
        assert_eq!(
            counted(&study, "plaats", Some("domein")),
            expected(&[("Ede", 3, "jeugd+wmo"), ("Assen", 1, "wmo")])
        );
    }

    #[test]
    fn commas_quotes_and_the_encoding_of_excel_are_read() {
        let comma = Study::parse("plaats,domein\n\"Bergen, L\",wmo\n").expect("valid");
        assert_eq!(
            counted(&comma, "plaats", None),
            expected(&[("Bergen, L", 1, "")])
        );
        let excel = Study::parse(&decode(b"plaats;domein\r\nCura\xE7ao;wmo\r\n")).expect("valid");
        assert_eq!(
            counted(&excel, "plaats", None),
            expected(&[("Curaçao", 1, "")])
        );
        let marked = Study::parse(&decode(b"\xEF\xBB\xBFplaats\nEde\n")).expect("valid");
        assert_eq!(marked.columns, ["plaats"]);
    }

    #[test]
    fn problems_have_their_row() {
        for (text, kind, line) in [
            ("a;b\n\n1;\n", Kind::EmptyCell { column: "b".into() }, "1;"),
            ("a;\n1;2\n", Kind::UnnamedColumn { number: 2 }, "a;"),
            (
                "a;b\n1;2\n1;2;3\n",
                Kind::RowLength {
                    count: 3,
                    expected: 2,
                },
                "1;2;3",
            ),
        ] {
            let fault = Study::parse(text).expect_err("a problem");
            assert_eq!(fault.kind, kind);
            assert_eq!(&text[fault.range.expect("a row")], line);
        }
        let study = Study::parse("a\n1\n").expect("valid");
        let unknown = Kind::UnknownColumn {
            column: "b".into(),
            known: vec!["a".into()],
        };
        assert_eq!(study.check(&["b".into()]), Err(unknown));
    }
}
