//! Where a piece comes from: the publication, its page, and the study behind it, in one line.

use kennislemniscaat::content::{Labels, interpolate};

use super::prose::plain;
use crate::manuscript::{Manuscript, Named};
use crate::study::Study;

/// The facts about the origin of the pieces of a publication.
pub(super) struct Origin<'a> {
    pub manuscript: &'a Manuscript,
    pub labels: &'a Labels,
    pub study: Option<&'a Study>,
}

impl Origin<'_> {
    /// The line about a piece on a page, with the number of respondents, and of those in the domain of its speaker.
    /// It is empty if the publication names neither its source nor a study.
    pub fn line(&self, page: Option<u16>, domain: Option<&Named>) -> String {
        let Self {
            manuscript,
            labels,
            study,
        } = self;
        if manuscript.source.is_none() && study.is_none() && page.is_none() {
            return String::new();
        }
        let mut source = plain(&manuscript.title);
        let year = manuscript.source.as_ref().and_then(|source| source.year);
        if let Some(year) = year {
            source += &format!(" ({year})");
        }
        let mut parts = vec![interpolate(labels.trace(), &[("source", &source)])];
        if let Some(page) = page {
            let values = [("page", &*page.to_string())];
            parts.push(interpolate(labels.trace_page(), &values));
        }
        if let Some(study) = study.filter(|study| !study.is_empty()) {
            let values = [("count", &*study.len().to_string())];
            parts.push(interpolate(labels.trace_respondents(), &values));
            let in_domain = domain.and_then(|domain| {
                let count = study.count_with(domain.key.as_deref()?);
                let name = plain(domain.short.as_ref().unwrap_or(&domain.name));
                let values = [("count", &*count.to_string()), ("domain", &*name)];
                (count > 0).then(|| interpolate(labels.trace_domain(), &values))
            });
            parts.extend(in_domain);
        }
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;
    use crate::labels::Words;
    use crate::manuscript::{Manuscript, Named, Source};
    use crate::study::Study;

    fn manuscript(source: Option<Source>) -> Manuscript {
        Manuscript {
            title: "De kring".into(),
            source,
            ..Manuscript::default()
        }
    }

    fn line(source: Option<Source>, study: Option<&str>, page: Option<u16>) -> String {
        let words = Words::new("nl", "").expect("the product's own words");
        let study = study.map(|study| Study::parse(study).expect("a study"));
        let manuscript = manuscript(source);
        let origin = Origin {
            manuscript: &manuscript,
            labels: &words.labels,
            study: study.as_ref(),
        };
        let domain = Named {
            key: "jeugd".into(),
            name: "Jeugd".into(),
            ..Named::default()
        };
        origin.line(page, Some(&domain))
    }

    #[test]
    fn a_publication_without_source_and_study_has_no_line() {
        assert_eq!(line(None, None, None), "");
    }

    #[test]
    fn the_line_names_what_is_known() {
        let source = || {
            Some(Source {
                year: Some(2016),
                ..Source::default()
            })
        };
        assert_eq!(line(source(), None, None), "Bron: De kring (2016)");
        assert_eq!(line(None, None, Some(4)), "Bron: De kring, pagina 4");
        let study = "gemeente;domein\nEde;jeugd\nZeist;wonen\n";
        assert_eq!(
            line(source(), Some(study), Some(4)),
            "Bron: De kring (2016), pagina 4, antwoorden van 2 respondenten, van wie 1 uit het domein Jeugd"
        );
        let others = "gemeente;domein\nZeist;wonen\n";
        assert_eq!(
            line(None, Some(others), None),
            "Bron: De kring, antwoorden van 1 respondenten"
        );
    }
}
