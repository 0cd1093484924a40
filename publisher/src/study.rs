//! The answers of a study: `study.csv`, one row a respondent.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

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
    /// Reads a file with commas or semicolons, in UTF-8 or, as Excel writes it, Windows-1252.
    ///
    /// # Errors
    /// The first line that can't be read, with its number.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        let text = match str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0,
        };
        let first = text.lines().next().unwrap_or_default();
        let delimiter = if first.contains(';') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let columns: Vec<String> = reader.headers()?.iter().map(String::from).collect();
        let empty = columns.iter().position(String::is_empty);
        if let Some(index) = empty {
            anyhow::bail!("line 1: column {} has no name", index + 1);
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record?;
            let line = record.position().map_or(0, csv::Position::line);
            for (column, value) in columns.iter().zip(&record) {
                ensure!(
                    !value.is_empty(),
                    "line {line}: has nothing in the column “{column}”"
                );
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

    /// Whether the study has no respondents.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Checks that a chart can count these columns.
    ///
    /// # Errors
    /// If the study has no such column.
    pub fn check(&self, columns: &[String]) -> Result<()> {
        columns
            .iter()
            .try_for_each(|column| self.column(column).map(drop))
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
        index.with_context(|| {
            let known = self.columns.join(", ");
            format!("counts the column “{name}”, which {FILE} doesn't have; it has {known}")
        })
    }
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
        let study = Study::parse(b"plaats;domein\nEde;jeugd\nAssen;wmo\nEde;wmo\nEde;jeugd\n")
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
        let comma = Study::parse(b"plaats,domein\n\"Bergen, L\",wmo\n").expect("valid");
        assert_eq!(
            counted(&comma, "plaats", None),
            expected(&[("Bergen, L", 1, "")])
        );
        let excel = Study::parse(b"plaats;domein\r\nCura\xE7ao;wmo\r\n").expect("valid");
        assert_eq!(
            counted(&excel, "plaats", None),
            expected(&[("Curaçao", 1, "")])
        );
        let marked = Study::parse(b"\xEF\xBB\xBFplaats\nEde\n").expect("valid");
        assert_eq!(marked.columns, ["plaats"]);
    }

    #[test]
    fn problems_are_named() {
        for (bytes, message) in [
            (&b"a;b\n1;\n"[..], "line 2: has nothing in the column “b”"),
            (b"a;\n1;2\n", "line 1: column 2 has no name"),
        ] {
            assert_eq!(
                Study::parse(bytes).expect_err("a problem").to_string(),
                message
            );
        }
        assert!(Study::parse(b"a;b\n1;2;3\n").is_err());
        let study = Study::parse(b"a\n1\n").expect("valid");
        let error = study.count("b", None, &[]).expect_err("a problem");
        assert_eq!(
            error.to_string(),
            "counts the column “b”, which study.csv doesn't have; it has a"
        );
    }
}
