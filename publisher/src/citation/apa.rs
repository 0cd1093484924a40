//! The reference of a source in the style of the American Psychological Association, 7th edition.

use kennislemniscaat::content::{Labels, without_soft_hyphens};

use super::Citation;

/// The most authors whose names are all written.
const MAX_AUTHORS: usize = 20;

/// A reference in parts, because the title of the work is in italics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apa {
    /// The authors, the year, and the title of a part.
    pub start: String,
    /// The title of the publication.
    pub work: String,
    /// The text after that title.
    pub end: String,
    pub url: Option<String>,
}

impl Apa {
    /// The reference as text alone.
    #[must_use]
    pub fn text(&self) -> String {
        let Self {
            start,
            work,
            end,
            url,
        } = self;
        match url {
            Some(url) => format!("{start}{work}{end} {url}"),
            None => format!("{start}{work}{end}"),
        }
    }
}

impl Citation {
    /// The reference, with words in the language of the publication.
    #[must_use]
    pub fn apa(&self, labels: &Labels) -> Apa {
        let date = match self.year {
            Some(year) => format!("({year})."),
            None => format!("({}).", without_soft_hyphens(labels.no_date())),
        };
        let within = without_soft_hyphens(labels.within());
        let authors = authors(&self.organisations);
        let title = &self.title;
        // Without authors the title comes first.
        let (start, work, end) = match (&self.part_of, authors) {
            (None, None) => (String::new(), title, format!("{} {date}", stop(title))),
            (None, Some(authors)) => {
                let start = format!("{} {date} ", closed(&authors));
                (start, title, stop(title).into())
            }
            (Some(work), None) => {
                let start = format!("{title}{} {date} {within} ", stop(title));
                (start, work, stop(work).into())
            }
            (Some(work), Some(authors)) => {
                let start = format!(
                    "{} {date} {title}{} {within} ",
                    closed(&authors),
                    stop(title)
                );
                (start, work, stop(work).into())
            }
        };
        Apa {
            start,
            work: work.clone(),
            end,
            url: self.url.clone(),
        }
    }
}

/// The authors in one line; of more than twenty, the first nineteen and the last one.
fn authors(names: &[String]) -> Option<String> {
    match names {
        [] => None,
        [name] => Some(name.clone()),
        [first, second] => Some(format!("{first} & {second}")),
        [others @ .., last] if names.len() <= MAX_AUTHORS => {
            Some(format!("{}, & {last}", others.join(", ")))
        }
        [others @ .., last] => {
            let first = others.get(..MAX_AUTHORS - 1).unwrap_or(others);
            Some(format!("{}, … {last}", first.join(", ")))
        }
    }
}

/// Authors with a full stop behind them, which an abbreviation has.
fn closed(authors: &str) -> String {
    match authors.ends_with('.') {
        true => authors.to_owned(),
        false => format!("{authors}."),
    }
}

/// The full stop behind a title, unless the title ends a sentence by itself.
fn stop(title: &str) -> &'static str {
    let bare = title.trim_end_matches(['”', '’', '"', '\'', '»', ')']);
    match bare.ends_with(['.', '?', '!', '…']) {
        true => "",
        false => ".",
    }
}
