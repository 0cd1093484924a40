//! The report on accessibility, in English and Dutch, made of one description.

mod criteria;

use std::collections::HashSet;
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use toml::value::Datetime;

use self::criteria::{Criterion, Level, Outcome};

/// `docs/accessibility.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The day of the last evaluation.
    date: Datetime,
    parts: Vec<Part>,
    criteria: Vec<Criterion>,
}

/// A part of the report: a heading, a text, a table of the criteria of a level.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    title: Option<Localized>,
    text: Option<Localized>,
    table: Option<Level>,
}

/// The same text in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Localized {
    en: String,
    nl: String,
}

/// A language of the report.
#[derive(Clone, Copy, Debug)]
pub enum Language {
    English,
    Dutch,
}

impl Localized {
    fn of(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Dutch => &self.nl,
        }
    }
}

impl Language {
    /// The words of this language among those of both.
    fn choose<T>(self, english: T, dutch: T) -> T {
        match self {
            Self::English => english,
            Self::Dutch => dutch,
        }
    }
}

impl Report {
    /// Reads the description.
    ///
    /// # Errors
    /// When it lacks a part in one of the languages, names a criterion twice, or names evidence that doesn't exist below `root`.
    pub fn read(text: &str, root: &Path) -> Result<Self> {
        let report: Self = toml::from_str(text)?;
        let mut numbers = HashSet::new();
        for criterion in &report.criteria {
            let number = &criterion.number;
            ensure!(
                numbers.insert(number),
                "criterion {number} stands twice; expected each once"
            );
            criterion.check_evidence(root)?;
        }
        Ok(report)
    }

    /// The report in a language, as Markdown.
    ///
    /// # Errors
    /// When a text has an unknown placeholder, or the date isn't a day.
    pub fn markdown(&self, language: Language) -> Result<String> {
        let mut text = "<!-- Made of accessibility.toml by `cargo xtask codegen`. -->\n".to_owned();
        for (index, part) in self.parts.iter().enumerate() {
            if let Some(title) = &part.title {
                let mark = if index == 0 { "#" } else { "##" };
                // Writing to a String can't fail.
                let _ = write!(text, "\n{mark} {}\n", title.of(language));
            }
            if let Some(own) = &part.text {
                text.push('\n');
                text.push_str(&self.fill(own.of(language), language)?);
            }
            if let Some(level) = part.table {
                text.push('\n');
                text.push_str(&self.table(level, language));
            }
        }
        Ok(text)
    }

    /// A text with its placeholders filled in.
    fn fill(&self, text: &str, language: Language) -> Result<String> {
        let filled = text
            .replace("{date}", &day(&self.date, language)?)
            .replace("{met}", &self.count(Outcome::Met))
            .replace("{not-applicable}", &self.count(Outcome::NotApplicable))
            .replace("{not-met}", &self.count(Outcome::NotMet));
        if let Some((_, rest)) = filled.split_once('{') {
            let name = rest.split('}').next().unwrap_or_default();
            bail!("unknown placeholder {{{name}}}; expected date, met, not-applicable or not-met");
        }
        Ok(filled)
    }

    /// The number of criteria of levels A and AA with an outcome.
    fn count(&self, outcome: Outcome) -> String {
        let criteria = self.criteria.iter();
        let counted = criteria.filter(|criterion| criterion.level != Level::Aaa);
        let counted = counted.filter(|criterion| criterion.result == outcome);
        counted.count().to_string()
    }

    /// The criteria of a level.
    fn table(&self, level: Level, language: Language) -> String {
        let head = language.choose(
            "| criterion | result | conformance | evidence |\n",
            "| criterium | oordeel | toelichting | onderbouwing |\n",
        );
        let criteria = self.criteria.iter();
        let rows = criteria.filter(|criterion| criterion.level == level);
        let rows: String = rows.map(|criterion| criterion.row(language)).collect();
        format!("{head}| --- | --- | --- | --- |\n{rows}")
    }
}

/// A day as people write it.
fn day(date: &Datetime, language: Language) -> Result<String> {
    let date = date
        .date
        .context("date has no day; expected a date such as 2026-11-28")?;
    let months = language.choose(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
    );
    let month = usize::from(date.month)
        .checked_sub(1)
        .and_then(|month| months.get(month))
        .context("date has no month; expected a date such as 2026-11-28")?;
    Ok(format!("{} {month} {}", date.day, date.year))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The success criteria of levels A and AA: <https://www.w3.org/TR/WCAG22/>.
    const LEVEL_A: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 \
        2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2";
    const LEVEL_AA: &str = "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 \
        2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3";

    fn report() -> Result<Report> {
        let root = crate::root()?;
        Report::read(include_str!("../../../docs/accessibility.toml"), &root)
    }

    const ONE: &str = r#"
        date = 2026-03-01
        [[parts]]
        title = { en = "Report", nl = "Rapport" }
        text = { en = "{met} met on {date}\n", nl = "{met} op {date}\n" }
        table = "A"
        [[criteria]]
        number = "1.1.1"
        level = "A"
        name = { en = "a | b", nl = "c" }
        result = "met"
        remark = { en = "Yes.", nl = "Ja." }
        evidence = ["accessibility/axe", { at = "reading", en = "links", nl = "links" }]
    "#;

    #[test]
    fn both_languages_have_the_same_criteria_and_evidence() -> Result<()> {
        let report = Report::read(ONE, &crate::root()?)?;
        assert_eq!(
            report.markdown(Language::English)?,
            "<!-- Made of accessibility.toml by `cargo xtask codegen`. -->\n\n# Report\n\n1 met on 1 March 2026\n\n\
             | criterion | result | conformance | evidence |\n| --- | --- | --- | --- |\n\
             | 1.1.1 a \\| b | Met | Yes. | `accessibility/axe`, by reading (links) |\n"
        );
        let dutch = report.markdown(Language::Dutch)?;
        assert!(dutch.contains("1 op 1 maart 2026"), "{dutch}");
        assert!(
            dutch.contains("| 1.1.1 c | Voldoet | Ja. | `accessibility/axe`, door lezen (links) |"),
            "{dutch}"
        );
        Ok(())
    }

    #[test]
    fn evidence_that_does_not_exist_is_named() {
        let text = ONE.replace("accessibility/axe", "accessibility/hammer");
        let error = Report::read(&text, &crate::root().unwrap()).unwrap_err();
        let error = format!("{error:#}");
        assert!(error.contains("1.1.1"), "{error}");
        assert!(error.contains("accessibility/hammer"), "{error}");
    }

    #[test]
    fn a_text_in_one_language_alone_is_an_error() {
        let text = ONE.replace(", nl = \"Ja.\"", "");
        let error = Report::read(&text, &crate::root().unwrap()).unwrap_err();
        assert!(error.to_string().contains("nl"), "{error}");
    }

    #[test]
    fn an_unknown_placeholder_is_an_error() {
        let text = ONE.replace("{met} op", "{voldaan} op");
        let report = Report::read(&text, &crate::root().unwrap()).unwrap();
        assert!(report.markdown(Language::English).is_ok());
        let error = report.markdown(Language::Dutch).unwrap_err().to_string();
        assert!(error.contains("{voldaan}"), "{error}");
    }

    #[test]
    fn the_report_has_every_criterion_of_levels_a_and_aa_in_order() -> Result<()> {
        let report = report()?;
        for (level, expected) in [(Level::A, LEVEL_A), (Level::AA, LEVEL_AA)] {
            let criteria = report.criteria.iter();
            let numbers = criteria.filter(|criterion| criterion.level == level);
            let numbers: Vec<_> = numbers.map(|criterion| criterion.number.as_str()).collect();
            assert_eq!(numbers.join(" "), expected);
        }
        Ok(())
    }

    /// The part "Known limits" and the text for statements of hosts say that no criterion fails.
    #[test]
    fn the_quotable_text_is_true() -> Result<()> {
        assert_eq!(report()?.count(Outcome::NotMet), "0");
        Ok(())
    }
}
