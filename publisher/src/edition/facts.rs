//! Facts about a publication that its settings name: its licence, whom to ask, and when it was changed.

use jiff::civil::Date;
use kennislemniscaat::content::{Block, Inline, Labels};

/// The facts that the settings name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The address of the licence of the text.
    pub licence: Option<String>,
    /// The e-mail address or the page by which readers reach the authors.
    pub contact: Option<String>,
    /// The day of the last change of the text.
    pub changed: Option<Date>,
}

/// A sentence for readers, with a link in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLine {
    /// The words before the link.
    pub before: String,
    /// The address and the text of the link.
    pub link: Option<(String, String)>,
    /// The words after the link.
    pub after: String,
}

impl FactLine {
    /// A label around a link.
    fn around(label: &str, placeholder: &str, href: String, text: &str) -> Self {
        let (before, after) = label.split_once(placeholder).unwrap_or((label, ""));
        Self {
            before: before.into(),
            link: Some((href, text.into())),
            after: after.into(),
        }
    }

    /// The sentence as a paragraph.
    pub(super) fn paragraph(self) -> Block {
        let text = |text: String| (!text.is_empty()).then_some(Inline::Text(text));
        let link = self
            .link
            .map(|(href, text)| Inline::Link(href, vec![Inline::Text(text)]));
        let parts = [text(self.before), link, text(self.after)];
        Block::Paragraph(parts.into_iter().flatten().collect())
    }
}

impl Facts {
    /// The sentences about the facts that are known.
    #[must_use]
    pub fn lines(&self, labels: &Labels) -> Vec<FactLine> {
        let licence = self.licence.as_ref().map(|licence| {
            FactLine::around(labels.licence(), "{licence}", licence.clone(), licence)
        });
        let changed = self.changed.map(|date| FactLine {
            before: labels.changed().replace("{date}", &long_date(labels, date)),
            link: None,
            after: String::new(),
        });
        let lines = [licence, self.contact_line(labels), changed];
        lines.into_iter().flatten().collect()
    }

    /// The sentence that tells whom to ask, if that is known.
    #[must_use]
    pub fn contact_line(&self, labels: &Labels) -> Option<FactLine> {
        let contact = self.contact.as_ref()?;
        let href = match contact.contains("://") {
            true => contact.clone(),
            false => format!("mailto:{contact}"),
        };
        Some(FactLine::around(
            labels.contact(),
            "{contact}",
            href,
            contact,
        ))
    }
}

/// A date as people write it, as in "28 november 2026".
fn long_date(labels: &Labels, date: Date) -> String {
    let index = usize::from(date.month().unsigned_abs()) - 1;
    match labels.months().split(' ').nth(index) {
        Some(month) => format!("{} {month} {}", date.day(), date.year()),
        None => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn facts() -> Facts {
        Facts {
            licence: Some("https://creativecommons.org/licenses/by/4.0/".into()),
            contact: Some("info@example.org".into()),
            changed: Some(Date::constant(2026, 11, 28)),
        }
    }

    #[test]
    fn each_fact_has_a_sentence_in_each_language() {
        let [dutch, english] = fixture::editions();
        let text = |edition: &crate::edition::Edition| {
            let lines = facts().lines(&edition.content().labels).into_iter();
            let lines = lines.map(|line| {
                let link = line.link.map(|(href, _)| format!("<{href}>"));
                format!("{}{}{}", line.before, link.unwrap_or_default(), line.after)
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        assert_eq!(
            text(&dutch),
            "Licentie van de tekst: <https://creativecommons.org/licenses/by/4.0/>\n\
            Vragen, of een fout gezien? Neem contact op: <mailto:info@example.org>\n\
            Laatst gewijzigd op 28 november 2026"
        );
        assert_eq!(
            text(&english),
            "Licence of the text: <https://creativecommons.org/licenses/by/4.0/>\n\
            Questions, or seen a mistake? Get in touch: <mailto:info@example.org>\n\
            Last changed on 28 November 2026"
        );
    }

    #[test]
    fn a_publication_without_facts_has_no_sentence() {
        let labels = &fixture::edition().bundle.content.labels;
        assert!(Facts::default().lines(labels).is_empty());
    }

    #[test]
    fn a_page_for_contact_is_a_link_to_it() {
        let labels = &fixture::edition().bundle.content.labels;
        let facts = Facts {
            contact: Some("https://example.org/contact".into()),
            ..Facts::default()
        };
        let line = facts.contact_line(labels).expect("a sentence");
        let (href, _) = line.link.expect("a link");
        assert_eq!(href, "https://example.org/contact");
    }
}
