//! Checks of texts: empty ones, control characters, links, and marks that readers would see.

use crate::manuscript::reader::facts::is_language_tag;
use crate::manuscript::text::composed;
use crate::manuscript::validate::Validator;
use crate::manuscript::{
    Block, Foreign, Inline, Kind, List, Named, Place, Prose, Quote, Text, texts,
};

impl Validator<'_> {
    pub(in crate::manuscript) fn check_texts(&mut self) {
        let manuscript = self.manuscript;
        self.title(&manuscript.title);
        self.titles(manuscript.subtitle.as_ref());
        self.keywords(&manuscript.keywords);
        self.blocks(&manuscript.introduction, false);
        if let Some(model) = &manuscript.model {
            self.titles(model.title.as_ref());
            self.titles(model.invitation.as_ref());
            self.blocks(&model.body, false);
        }
        for named in [&manuscript.loops, &manuscript.domains, &manuscript.themes] {
            self.names(named);
        }
        if let Some(background) = &manuscript.background {
            self.titles(background.title.as_ref());
            self.keywords(&background.keywords);
            self.foreign(&background.foreign, &background.key.place);
            self.blocks(&background.body, true);
        }
        self.titles(manuscript.organisations_title.as_ref());
        for organisation in &manuscript.organisations {
            self.title(&organisation.name);
            if let Some(url) = &organisation.url
                && !(url.text.starts_with("https://") && is_link(&url.text))
            {
                let kind = Kind::OrganisationLink {
                    url: url.text.clone(),
                };
                self.problem(kind, &url.place);
            }
        }
        if let Some(source) = &manuscript.source {
            self.titles(source.title.as_ref());
            self.blocks(&source.text, false);
        }
        self.phases();
    }

    fn phases(&mut self) {
        let manuscript = self.manuscript;
        for phase in &manuscript.phases {
            self.title(&phase.name);
            self.titles(phase.short.as_ref());
            // An empty loop has its own problem.
            if !phase.in_loop.text.is_empty() {
                self.text(&phase.in_loop);
            }
            self.texts(&phase.themes);
            self.keywords(&phase.keywords);
            self.foreign(&phase.foreign, &phase.name.place);
            self.blocks(&phase.introduction, false);
            self.titles(phase.tips_title.as_ref());
            for tip in &phase.tips {
                self.title(&tip.text);
                self.titles(tip.short.as_ref());
                self.texts(&tip.themes);
                self.keywords(&tip.keywords);
                self.foreign(&tip.foreign, &tip.text.place);
                self.blocks(&tip.explanation, false);
            }
            self.titles(phase.experiences_title.as_ref());
            for question in &phase.questions {
                self.title(&question.text);
                self.titles(question.short.as_ref());
                self.texts(&question.themes);
                self.keywords(&question.keywords);
                self.foreign(&question.foreign, &question.text.place);
                self.blocks(&question.answer, false);
                for quote in &question.quotes {
                    self.quote(quote);
                }
            }
        }
    }

    fn quote(&mut self, quote: &Quote) {
        if quote.paragraphs.is_empty() {
            self.problem(Kind::EmptyText, &quote.key.place);
        }
        for paragraph in &quote.paragraphs {
            self.prose(paragraph);
        }
        for text in quote.speaker.iter().chain(&quote.domain) {
            self.text(text);
        }
        self.texts(&quote.themes);
        self.keywords(&quote.keywords);
        self.foreign(&quote.foreign, &quote.key.place);
    }

    fn names(&mut self, names: &[Named]) {
        for named in names {
            self.title(&named.name);
            self.titles(named.short.as_ref());
            self.foreign(&named.foreign, &named.name.place);
        }
    }

    fn texts(&mut self, texts: &[Text]) {
        for text in texts {
            self.text(text);
        }
    }

    fn keywords(&mut self, keywords: &[Text]) {
        for keyword in keywords {
            self.title(keyword);
        }
    }

    fn titles(&mut self, text: Option<&Text>) {
        if let Some(text) = text {
            self.title(text);
        }
    }

    /// A text that travels into titles, addresses and search.
    fn title(&mut self, text: &Text) {
        self.text(text);
        if text.text.contains('\u{AD}') {
            self.problem(Kind::SoftHyphen, &text.place);
        }
    }

    fn text(&mut self, text: &Text) {
        self.words(&text.text, &text.place);
    }

    fn prose(&mut self, prose: &Prose) {
        self.words(&prose.plain(), &prose.place);
        self.links(&prose.inlines);
    }

    fn words(&mut self, text: &str, place: &Place) {
        if text.trim().is_empty() {
            self.problem(Kind::EmptyText, place);
            return;
        }
        if let Some((code, after)) = texts::control_character(text) {
            self.problem(Kind::ControlCharacter { code, after }, place);
        }
        if let Some(mark) = texts::markup(text) {
            self.problem(Kind::SeenMarkup { mark }, place);
        }
        if let Some(part) = texts::mojibake(text) {
            self.problem(Kind::Mojibake { part }, place);
        }
        if text.contains('\u{FFFD}') {
            self.problem(Kind::LostLetter, place);
        }
        if let Some(marks) = texts::doubled_quotes(text) {
            self.problem(Kind::DoubledQuotes { marks }, place);
        }
        let count = self.manuscript.phases.len();
        if let Some(words) = texts::phase_count(text, count) {
            self.problem(Kind::PhaseCountInText { words, count }, place);
        }
    }

    fn links(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(_) => {}
                Inline::Emphasis(inlines) | Inline::Strong(inlines) => self.links(inlines),
                Inline::Link { url, text, place } => {
                    if !is_link(url) {
                        let url = url.clone();
                        self.problem(Kind::BadLink { url }, place);
                    }
                    if text.is_empty() {
                        self.problem(Kind::EmptyText, place);
                    }
                    self.links(text);
                }
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block], has_headings: bool) {
        for block in blocks {
            match block {
                Block::Paragraph(prose) => self.prose(prose),
                Block::List(list) => self.list(list, 1),
                Block::Heading(text) => {
                    self.title(text);
                    if !has_headings {
                        self.problem(Kind::HeadingNotHere, &text.place);
                    }
                }
                Block::Chart(chart) => {
                    let count = chart.columns.len();
                    if !(1..=2).contains(&count) {
                        self.problem(Kind::ChartColumns { count }, &chart.place);
                    }
                    for column in &chart.columns {
                        self.exact_words(column, &chart.place);
                    }
                }
            }
        }
    }

    fn list(&mut self, list: &List, level: usize) {
        if list.items.is_empty() {
            self.problem(Kind::EmptyText, &Place::default());
        }
        for item in &list.items {
            self.prose(&item.text);
            match &item.list {
                Some(_) if level > 1 => self.problem(Kind::ListTooDeep, &item.text.place),
                Some(list) => self.list(list, level + 1),
                None => {}
            }
        }
    }

    fn foreign(&mut self, foreign: &[Foreign], place: &Place) {
        for Foreign { lang, words } in foreign {
            if !is_language_tag(lang) {
                let value = format!("{lang} {words}");
                self.problem(Kind::BadForeign { value }, place);
            }
            self.exact_words(words, place);
        }
    }

    /// Words that JSON may have in another form than files have.
    fn exact_words(&mut self, words: &str, place: &Place) {
        let trimmed = words.trim_matches([' ', '\t', '\n', '\r', '\u{A0}']);
        if trimmed.len() != words.len() || trimmed.is_empty() || composed(words) != words {
            self.problem(Kind::EmptyText, place);
        } else if let Some((code, after)) = texts::control_character(words) {
            self.problem(Kind::ControlCharacter { code, after }, place);
        }
    }
}

/// Whether an address can be used in a link: https, mailto or relative.
fn is_link(url: &str) -> bool {
    let is_forbidden = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(
                letter,
                '<' | '>' | '"' | '\\' | '“' | '”' | '„' | '‘' | '’' | '«' | '»'
            )
    };
    if url.is_empty() || url.contains(is_forbidden) || composed(url) != url {
        return false;
    }
    let lower = url.to_ascii_lowercase();
    if let Some(rest) = lower.strip_prefix("https://") {
        return !rest.is_empty() && !rest.starts_with('/');
    }
    if let Some(address) = lower.strip_prefix("mailto:") {
        return address.contains('@');
    }
    let path = lower.split(['/', '?', '#']).next().unwrap_or_default();
    !path.contains(':') && !lower.starts_with("//")
}
