//! A publication or one of its views as a source: for reference managers, for LaTeX, and as text.
//!
//! Only facts that the publication states are used, and the day on which a reader saw the page is the reader's.

mod apa;
mod bibtex;
mod csl;
mod ris;
#[cfg(test)]
mod tests;

use kennislemniscaat::content::{Content, without_soft_hyphens};
use kennislemniscaat::route::{Kind, Route};

use crate::edition::Edition;
use crate::pages::base_url::BaseUrl;
use crate::permalinks::segment;

pub use apa::Apa;

/// The facts about a source. Each text is one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// An identifier of lowercase letters, digits and hyphens.
    pub id: String,
    /// The language tag.
    pub lang: String,
    /// The title, without that of the publication.
    pub title: String,
    /// The title of the publication, for a part of it.
    pub part_of: Option<String>,
    /// The organizations that are the authors.
    pub organisations: Vec<String>,
    /// The year of the publication.
    pub year: Option<u16>,
    /// The address, if the base URL is known.
    pub url: Option<String>,
}

impl Citation {
    /// The facts about a view. The overview stands for the whole publication.
    #[must_use]
    pub fn new(edition: &Edition, route: Route, base_url: Option<&BaseUrl>) -> Self {
        let content = edition.content();
        let organisations = edition.organisations.iter();
        Self {
            id: id(edition, route),
            lang: content.lang.clone(),
            title: title(content, route),
            part_of: (route != Route::OVERVIEW).then(|| title(content, Route::OVERVIEW)),
            organisations: organisations.map(|(name, _)| one_line(name)).collect(),
            year: edition.year,
            url: base_url.map(|base_url| base_url.view_url(content, route)),
        }
    }

    /// The names of the organizations for programs that take the words of a name apart. The comma says that all words
    /// belong to the family name; a name with a comma of its own stays as it is.
    pub fn undivided_names(&self) -> impl Iterator<Item = String> {
        let names = self.organisations.iter();
        names.map(|name| match name.contains(' ') && !name.contains(',') {
            true => format!("{name},"),
            false => name.clone(),
        })
    }
}

/// The views that have files with their citation: the overview for the publication, and each phase.
pub fn is_cited(kind: Kind) -> bool {
    matches!(kind, Kind::Overview | Kind::Phase)
}

/// The title of a view, without that of the publication behind it.
fn title(content: &Content, route: Route) -> String {
    one_line(&content.view_title(route))
}

fn id(edition: &Edition, route: Route) -> String {
    let content = edition.content();
    let mut id = segment(&content.title);
    if let Some(year) = edition.year {
        id += &format!("-{year}");
    }
    for segment in content.views.name(route).split('/') {
        if !segment.is_empty() {
            id += &format!("-{segment}");
        }
    }
    id
}

/// A text without soft hyphens, line breaks and control characters: each of them would end a line of a file.
fn one_line(text: &str) -> String {
    let is_break = |character: char| {
        character.is_control()
            || matches!(
                character,
                ' ' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}'
            )
    };
    let text = without_soft_hyphens(text);
    let words: Vec<_> = text
        .split(is_break)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}
