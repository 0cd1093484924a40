//! What a view shows, and the words that tell it in links, titles and search results.

use super::Route;
use crate::content::{
    Block, Content, Phase, Question, Quote, Tip, interpolate, without_soft_hyphens,
};

/// What a view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The whole publication.
    Overview,
    /// How it came about.
    Background,
    /// A phase with its tips.
    Phase(&'a Phase),
    /// One tip and its number, from 1.
    Tip(&'a Tip, usize),
    /// The experiences of a phase.
    Experiences(&'a Phase),
    /// One question.
    Question(&'a Question),
    /// One quote and its number, from 1.
    Quote(&'a Quote, usize),
}

impl Route {
    /// What the view shows, found in the content.
    #[must_use]
    pub fn subject(self, content: &Content) -> Subject<'_> {
        match self {
            Self::Overview => Subject::Overview,
            Self::Background => Subject::Background,
            Self::Phase { phase } => Subject::Phase(&content.phases[phase]),
            Self::Tip { phase, tip } => Subject::Tip(&content.phases[phase].tips[tip], tip + 1),
            Self::Experiences { phase } => Subject::Experiences(&content.phases[phase]),
            Self::Question { phase, question } => {
                Subject::Question(&content.phases[phase].questions[question])
            }
            Self::Quote {
                phase,
                question,
                quote,
            } => {
                let question = &content.phases[phase].questions[question];
                Subject::Quote(&question.quotes[quote], quote + 1)
            }
        }
    }

    /// A few words for a breadcrumb or a neighbour link.
    #[must_use]
    pub fn short_title(self, content: &Content) -> String {
        let labels = &content.labels;
        match self.subject(content) {
            Subject::Overview => content.title.clone(),
            Subject::Background => labels.background().to_owned(),
            Subject::Phase(phase) => phase.short_name.clone(),
            Subject::Tip(_, number) => {
                interpolate(labels.tip(), &[("number", &number.to_string())])
            }
            Subject::Experiences(_) => labels.experiences().to_owned(),
            Subject::Question(question) => question.text.clone(),
            Subject::Quote(_, number) => {
                interpolate(labels.quote(), &[("number", &number.to_string())])
            }
        }
    }

    /// The title of the page, most particular first; without soft hyphens.
    #[must_use]
    pub fn title(self, content: &Content) -> String {
        let own = match self.subject(content) {
            Subject::Overview => {
                let title = format!("{}: {}", content.title, content.subtitle);
                return without_soft_hyphens(&title);
            }
            Subject::Phase(phase) => phase.name.clone(),
            Subject::Experiences(phase) => {
                format!("{}: {}", content.labels.experiences(), phase.name)
            }
            Subject::Tip(..) | Subject::Quote(..) => {
                let above = self.parent().map(|parent| parent.short_title(content));
                let own = self.short_title(content);
                above.map_or(own.clone(), |above| format!("{own} – {above}"))
            }
            Subject::Question(question) => question.text.clone(),
            Subject::Background => content.background.title.clone(),
        };
        without_soft_hyphens(&format!("{own} – {}", content.title))
    }

    /// One or two sentences on what the view holds, from its own text; without soft hyphens.
    #[must_use]
    pub fn description(self, content: &Content) -> String {
        let text = match self.subject(content) {
            Subject::Overview => content.about.body.first().map(Block::text),
            Subject::Background => content.background.study.first().map(Block::text),
            Subject::Phase(phase) => {
                let count = phase.tips.len().to_string();
                let count = interpolate(content.labels.tip_count(), &[("count", &count)]);
                let first: Vec<_> = phase.tips.iter().take(2).map(|tip| &*tip.text).collect();
                Some(format!("{count}: {}", first.join(" ")))
            }
            Subject::Tip(tip, _) => Some(tip.text.clone()),
            Subject::Experiences(phase) => {
                let asked = phase.questions.iter().map(|each| each.text.as_str());
                Some(asked.collect::<Vec<_>>().join(" "))
            }
            Subject::Question(question) => question.answer.first().map(Block::text),
            Subject::Quote(quote, _) => {
                let text = quote.in_quotation_marks();
                Some(format!("{text} – {}", content.speaker(quote)))
            }
        };
        without_soft_hyphens(text.as_ref().unwrap_or(&content.subtitle))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::content::fixture::{publication, with_text};

    #[test]
    fn every_view_says_what_it_is_in_its_own_words() {
        let content = publication();
        let routes = Route::all(content);
        let titles: HashSet<_> = routes.iter().map(|route| route.title(content)).collect();
        assert_eq!(titles.len(), routes.len());
        let told = routes.iter().map(|route| route.description(content));
        let told: HashSet<_> = told.filter(|text| !text.is_empty()).collect();
        assert_eq!(told.len(), routes.len());
    }

    #[test]
    fn titles_and_descriptions_have_no_soft_hyphens() {
        let content = with_text("Kennis\u{AD}infra\u{AD}structuur");
        for route in Route::all(&content) {
            for text in [route.title(&content), route.description(&content)] {
                assert!(text.contains("Kennisinfrastructuur"), "{route:?}: {text}");
                assert!(!text.contains('\u{AD}'), "{route:?}: {text}");
            }
        }
    }
}
