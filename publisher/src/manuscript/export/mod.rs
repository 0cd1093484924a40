//! A manuscript as Markdown files that read back as the same manuscript.

mod blocks;
pub(in crate::manuscript) mod escape;
pub(in crate::manuscript) mod inline;

use crate::manuscript::export::blocks::{blocks, indented};
use crate::manuscript::export::escape::{comma_list, entity, inline_text, line_text};
use crate::manuscript::export::inline::prose;
use crate::manuscript::keys::slug;
use crate::manuscript::names::{Fact, Section};
use crate::manuscript::read::PUBLICATION_FILES;
use crate::manuscript::reader::quote::quote_marks;
use crate::manuscript::{
    Background, Block, File, Foreign, Inline, Key, Language, Manuscript, Model, Named,
    Organisation, Phase, PieceText, Prose, Question, Quote, Source, Text, Tip,
};

/// The files of a manuscript, with Dutch headings and names.
#[must_use]
pub fn to_markdown(manuscript: &Manuscript) -> Vec<File> {
    to_markdown_in(manuscript, Language::Dutch)
}

/// The files of a manuscript, with headings and names in a language.
#[must_use]
pub fn to_markdown_in(manuscript: &Manuscript, language: Language) -> Vec<File> {
    let [dutch, english] = PUBLICATION_FILES;
    let name = match language {
        Language::Dutch => dutch,
        Language::English => english,
    };
    let publication = File {
        name: name.to_owned(),
        text: Writer::new(language).publication(manuscript),
    };
    let phases = manuscript.phases.iter().enumerate().map(|(index, phase)| {
        let words = match phase.key.as_deref() {
            Some(key) => slug(key),
            None => slug(&phase.name.text),
        };
        let words = words.unwrap_or_else(|| "fase".into());
        File {
            name: format!("{}-{words}.md", index + 1),
            text: Writer::new(language).phase(phase),
        }
    });
    std::iter::once(publication).chain(phases).collect()
}

/// The words of a piece as Markdown: without its key, the heading of its section, its number in a list and its
/// references to other pieces, which are equal in all languages.
pub(in crate::manuscript) fn words(piece: &PieceText<'_>, language: Language) -> String {
    let mut writer = Writer::new(language);
    writer.has_references = false;
    match *piece {
        PieceText::Overview(manuscript) => writer.overview(manuscript),
        PieceText::Model(model) => writer.model(model),
        PieceText::Named(named) => writer.named("", named),
        PieceText::Background(background) => writer.background(background),
        PieceText::Title(title) => writer.fact(Fact::Title, Some(title)),
        PieceText::Source(source) => writer.source(source),
        PieceText::Phase(phase) => {
            writer.phase_head(phase);
            for (section, title) in [
                (Section::Tips, &phase.tips_title),
                (Section::Experiences, &phase.experiences_title),
            ] {
                if title.is_some() {
                    writer.section(section, &Key::default());
                    writer.fact(Fact::Title, title.as_ref());
                }
            }
        }
        PieceText::Tip(tip) => writer.tip("", tip),
        PieceText::Question(question) => writer.question_head(question),
        PieceText::Quote(quote) => writer.quote(quote),
    }
    writer.markdown.trim_matches('\n').to_owned()
}

struct Writer {
    language: Language,
    /// Whether keys are written, and the facts that refer to the keys of other pieces.
    has_references: bool,
    markdown: String,
}

impl Writer {
    fn new(language: Language) -> Self {
        Self {
            language,
            has_references: true,
            markdown: String::new(),
        }
    }

    fn publication(mut self, manuscript: &Manuscript) -> String {
        self.overview(manuscript);
        if let Some(model) = &manuscript.model {
            self.section(Section::Model, &Key::default());
            self.model(model);
        }
        self.names(Section::Loops, &manuscript.loops);
        self.names(Section::Domains, &manuscript.domains);
        self.names(Section::Themes, &manuscript.themes);
        if let Some(background) = &manuscript.background {
            self.section(Section::Background, &background.key);
            self.background(background);
        }
        let title = manuscript.organisations_title.as_ref();
        self.organisations(title, &manuscript.organisations);
        if let Some(source) = &manuscript.source {
            self.section(Section::Source, &Key::default());
            self.source(source);
        }
        self.markdown
    }

    fn overview(&mut self, manuscript: &Manuscript) {
        self.heading("#", &manuscript.title, &Key::default());
        self.fact(Fact::Subtitle, manuscript.subtitle.as_ref());
        self.list(Fact::Keywords, &manuscript.keywords, "");
        self.apart(&manuscript.introduction);
    }

    fn model(&mut self, model: &Model) {
        self.fact(Fact::Title, model.title.as_ref());
        self.fact(Fact::Invitation, model.invitation.as_ref());
        self.apart(&model.body);
    }

    fn background(&mut self, background: &Background) {
        self.fact(Fact::Title, background.title.as_ref());
        self.list(Fact::Keywords, &background.keywords, "");
        self.foreign(&background.foreign, "");
        self.apart(&background.body);
    }

    fn source(&mut self, source: &Source) {
        self.fact(Fact::Title, source.title.as_ref());
        if let Some(year) = source.year {
            self.line(Fact::Year, &year.to_string(), "");
        }
        self.apart(&source.text);
    }

    fn phase_head(&mut self, phase: &Phase) {
        self.heading("#", &phase.name, &phase.key);
        self.fact(Fact::Short, phase.short.as_ref());
        if self.has_references {
            self.fact(Fact::Loop, Some(&phase.in_loop));
        }
        self.themes(&phase.themes, "");
        self.list(Fact::Keywords, &phase.keywords, "");
        self.foreign(&phase.foreign, "");
        self.apart(&phase.introduction);
    }

    fn phase(mut self, phase: &Phase) -> String {
        self.phase_head(phase);
        let has_facts = phase.tips_title.is_some() || phase.tips_page.is_some();
        if has_facts || !phase.tips.is_empty() {
            self.section(Section::Tips, &Key::default());
            self.fact(Fact::Title, phase.tips_title.as_ref());
            self.page(phase.tips_page, "");
            if has_facts {
                self.markdown.push('\n');
            }
            for (index, tip) in phase.tips.iter().enumerate() {
                self.tip(&format!("{}. ", index + 1), tip);
            }
        }
        let has_facts = phase.experiences_title.is_some() || phase.experiences_page.is_some();
        if has_facts || !phase.questions.is_empty() {
            self.section(Section::Experiences, &Key::default());
            self.fact(Fact::Title, phase.experiences_title.as_ref());
            self.page(phase.experiences_page, "");
            for (index, question) in phase.questions.iter().enumerate() {
                if index > 0 || has_facts {
                    self.markdown.push('\n');
                }
                self.question(question);
            }
        }
        self.markdown
    }

    fn tip(&mut self, mark: &str, tip: &Tip) {
        let indent = " ".repeat(mark.len());
        self.markdown.push_str(mark);
        self.markdown.push_str(&line_text(&tip.text.text));
        self.key(&tip.key);
        self.markdown.push('\n');
        self.piece(
            tip.short.as_ref(),
            &tip.themes,
            &tip.keywords,
            &tip.foreign,
            &indent,
        );
        self.page(tip.page, &indent);
        if !tip.explanation.is_empty() {
            self.markdown.push('\n');
            let explanation = blocks(&tip.explanation, self.language);
            self.markdown.push_str(&indented(&explanation, mark.len()));
        }
    }

    fn question(&mut self, question: &Question) {
        self.question_head(question);
        for quote in &question.quotes {
            self.quote(quote);
        }
    }

    fn question_head(&mut self, question: &Question) {
        self.heading("###", &question.text, &question.key);
        let length = self.markdown.len();
        let Question {
            short,
            themes,
            keywords,
            foreign,
            page,
            ..
        } = question;
        self.piece(short.as_ref(), themes, keywords, foreign, "");
        self.page(*page, "");
        let has_facts = self.markdown.len() > length;
        if has_facts && !question.answer.is_empty() {
            self.markdown.push('\n');
        }
        let answer = blocks(&question.answer, self.language);
        self.markdown.push_str(&answer);
    }

    fn quote(&mut self, quote: &Quote) {
        let texts: Vec<_> = quote.paragraphs.iter().map(Prose::plain).collect();
        let marks = quote_marks(&texts.join("\n"));
        for (index, paragraph) in quote.paragraphs.iter().enumerate() {
            self.markdown
                .push_str(if index == 0 { "\n> " } else { ">\n> " });
            let text = prose(paragraph);
            match marks.and_then(|(open, _)| text.strip_prefix(open)) {
                // Marks around the whole quote are left out when reading, but not as an entity.
                Some(rest) if index == 0 => {
                    let open = marks.map_or('"', |(open, _)| open);
                    entity(open, &mut self.markdown);
                    self.markdown.push_str(rest);
                }
                _ => self.markdown.push_str(&text),
            }
            if index + 1 < quote.paragraphs.len() {
                self.markdown.push('\n');
            }
        }
        if let Some(speaker) = &quote.speaker {
            self.markdown.push_str("\n> — ");
            self.markdown.push_str(&inline_text(&speaker.text));
        }
        self.key(&quote.key);
        self.markdown.push('\n');
        let has_facts = quote.domain.is_some()
            || !quote.themes.is_empty()
            || !quote.keywords.is_empty()
            || !quote.foreign.is_empty();
        if has_facts && quote.speaker.is_none() && quote.key.is_none() {
            self.markdown.push_str(">\n");
        }
        if let Some(domain) = quote.domain.as_ref().filter(|_| self.has_references) {
            self.line(Fact::Domain, &inline_text(&domain.text), "> ");
        }
        self.themes(&quote.themes, "> ");
        self.list(Fact::Keywords, &quote.keywords, "> ");
        self.foreign(&quote.foreign, "> ");
    }

    fn names(&mut self, section: Section, names: &[Named]) {
        if names.is_empty() {
            return;
        }
        self.section(section, &Key::default());
        for named in names {
            self.named("- ", named);
        }
    }

    fn named(&mut self, mark: &str, named: &Named) {
        let indent = " ".repeat(mark.len());
        self.markdown.push_str(mark);
        self.markdown.push_str(&line_text(&named.name.text));
        self.key(&named.key);
        self.markdown.push('\n');
        self.piece(named.short.as_ref(), &[], &[], &named.foreign, &indent);
    }

    fn organisations(&mut self, title: Option<&Text>, organisations: &[Organisation]) {
        if organisations.is_empty() && title.is_none() {
            return;
        }
        self.section(Section::Organisations, &Key::default());
        self.fact(Fact::Title, title);
        if title.is_some() {
            self.markdown.push('\n');
        }
        for organisation in organisations {
            let inlines = match &organisation.url {
                Some(url) => vec![Inline::Link {
                    url: url.text.clone(),
                    text: vec![Inline::Text(organisation.name.text.clone())],
                    place: url.place.clone(),
                }],
                None => vec![Inline::Text(organisation.name.text.clone())],
            };
            self.markdown.push_str("- ");
            self.markdown.push_str(&prose(&inlines.into()));
            self.markdown.push('\n');
        }
    }

    fn section(&mut self, section: Section, key: &Key) {
        self.markdown.push('\n');
        self.heading("##", &section.name(self.language).into(), key);
    }

    fn heading(&mut self, level: &str, text: &Text, key: &Key) {
        self.markdown.push_str(level);
        self.markdown.push(' ');
        self.markdown.push_str(&inline_text(&text.text));
        self.key(key);
        self.markdown.push('\n');
    }

    fn key(&mut self, key: &Key) {
        if let Some(key) = key.as_deref().filter(|_| self.has_references) {
            self.markdown.push_str(" {#");
            self.markdown.push_str(key);
            self.markdown.push('}');
        }
    }

    /// The facts that most pieces can have.
    fn piece(
        &mut self,
        short: Option<&Text>,
        themes: &[Text],
        keywords: &[Text],
        foreign: &[Foreign],
        indent: &str,
    ) {
        if let Some(short) = short {
            self.line(Fact::Short, &inline_text(&short.text), indent);
        }
        self.themes(themes, indent);
        self.list(Fact::Keywords, keywords, indent);
        self.foreign(foreign, indent);
    }

    fn page(&mut self, page: Option<u16>, indent: &str) {
        if let Some(page) = page {
            self.line(Fact::Page, &page.to_string(), indent);
        }
    }

    fn fact(&mut self, fact: Fact, text: Option<&Text>) {
        if let Some(text) = text {
            self.line(fact, &inline_text(&text.text), "");
        }
    }

    fn themes(&mut self, themes: &[Text], indent: &str) {
        if self.has_references {
            self.list(Fact::Theme, themes, indent);
        }
    }

    fn list(&mut self, fact: Fact, texts: &[Text], indent: &str) {
        if !texts.is_empty() {
            let list = comma_list(texts.iter().map(Text::as_str));
            self.line(fact, &list, indent);
        }
    }

    fn foreign(&mut self, foreign: &[Foreign], indent: &str) {
        for Foreign { lang, words } in foreign {
            let value = format!("{lang} {}", inline_text(words));
            self.line(Fact::Language, &value, indent);
        }
    }

    fn line(&mut self, fact: Fact, value: &str, indent: &str) {
        let name = fact.name(self.language);
        self.markdown.push_str(indent);
        self.markdown.push_str(name);
        self.markdown.push_str(": ");
        self.markdown.push_str(value);
        self.markdown.push('\n');
    }

    /// Blocks below an empty line.
    fn apart(&mut self, content: &[Block]) {
        if !content.is_empty() {
            self.markdown.push('\n');
            self.markdown.push_str(&blocks(content, self.language));
        }
    }
}
