//! The pieces of a text that are translated one by one.

use crate::manuscript::export::words;
use crate::manuscript::names::{Fact, Section, name_before_colon};
use crate::manuscript::{
    Background, Block, EXPERIENCES, Key, Language, Manuscript, Model, Named, Phase, Place, Prose,
    Question, Quote, Source, Text, Tip,
};

/// A piece of a text: its translation is made, and grows old, as a whole.
#[derive(Debug, Clone)]
pub struct Piece<'m> {
    /// The keys of the piece and of the pieces above it, as in `vertaling/tip-5`. The pieces without a key of their own
    /// have the English name of their section, as in `Model` and `Loops/lokaal`: no key has a capital.
    pub path: String,
    /// The path of the piece that this one is part of; none for those of the publication's file, and for phases.
    pub parent: Option<String>,
    /// The start of the piece in its file.
    pub place: &'m Place,
    /// The text.
    pub text: PieceText<'m>,
}

/// The text of a piece.
#[derive(Debug, Clone, Copy)]
pub enum PieceText<'m> {
    /// The title, the subtitle, the keywords and the introduction of the publication.
    Overview(&'m Manuscript),
    /// The explanation of the figure.
    Model(&'m Model),
    /// A loop, a domain or a theme.
    Named(&'m Named),
    /// The study behind the publication.
    Background(&'m Background),
    /// The title above the organizations.
    Title(&'m Text),
    /// The original publication.
    Source(&'m Source),
    /// A phase without its tips and questions.
    Phase(&'m Phase),
    /// A tip.
    Tip(&'m Tip),
    /// A question without its quotes.
    Question(&'m Question),
    /// A quote.
    Quote(&'m Quote),
}

impl Piece<'_> {
    /// The words of the piece as Markdown, without what is equal in all languages: its key, and references to the keys
    /// of other pieces. Facts have their names in a language.
    #[must_use]
    pub fn markdown(&self, language: Language) -> String {
        words(&self.text, language)
    }

    /// The number of words that are translated: names of facts, charts and marks of foreign words are not.
    #[must_use]
    pub fn word_count(&self) -> usize {
        let markdown = self.markdown(Language::English);
        let counts = markdown.lines().map(|line| {
            let line = line.strip_prefix("> ").unwrap_or(line);
            let (fact, text) = match name_before_colon(line) {
                Some((name, length)) => (Fact::of(name), line.get(length..).unwrap_or_default()),
                None => (None, line),
            };
            let text = match fact {
                Some(Fact::Chart | Fact::Language) => "",
                Some(_) => text,
                None if line.starts_with("## ") => "",
                None => line,
            };
            let words = text.split_whitespace();
            words
                .filter(|word| word.contains(char::is_alphabetic))
                .count()
        });
        counts.sum()
    }
}

/// The pieces of a manuscript with complete keys, in the order of the files. A section without words has no piece.
#[must_use]
pub fn pieces(manuscript: &Manuscript) -> Vec<Piece<'_>> {
    let mut pieces = Pieces::default();
    pieces.publication(manuscript);
    for phase in &manuscript.phases {
        pieces.phase(phase);
    }
    pieces.pieces
}

#[derive(Default)]
struct Pieces<'m> {
    pieces: Vec<Piece<'m>>,
}

impl<'m> Pieces<'m> {
    fn add(&mut self, parent: Option<&str>, path: String, place: &'m Place, text: PieceText<'m>) {
        self.pieces.push(Piece {
            path,
            parent: parent.map(ToOwned::to_owned),
            place,
            text,
        });
    }

    fn publication(&mut self, manuscript: &'m Manuscript) {
        let overview = PieceText::Overview(manuscript);
        self.add(None, "Overview".into(), &manuscript.title.place, overview);
        if let Some(model) = &manuscript.model {
            let title = model.title.as_ref().or(model.invitation.as_ref());
            self.section(title, &model.body, Section::Model, PieceText::Model(model));
        }
        for (section, names) in [
            (Section::Loops, &manuscript.loops),
            (Section::Domains, &manuscript.domains),
            (Section::Themes, &manuscript.themes),
        ] {
            for named in names {
                let path = format!("{}/{}", name(section), key(&named.key));
                self.add(None, path, &named.name.place, PieceText::Named(named));
            }
        }
        if let Some(background) = &manuscript.background {
            let text = PieceText::Background(background);
            let first = background.title.as_ref().or(background.keywords.first());
            if let Some(place) = first_place(first, &background.body) {
                self.add(None, key(&background.key).to_owned(), place, text);
            }
        }
        if let Some(title) = &manuscript.organisations_title {
            let text = PieceText::Title(title);
            self.section(Some(title), &[], Section::Organisations, text);
        }
        if let Some(source) = &manuscript.source {
            let text = PieceText::Source(source);
            self.section(source.title.as_ref(), &source.text, Section::Source, text);
        }
    }

    /// Adds the piece of a section, if it has words.
    fn section(
        &mut self,
        title: Option<&'m Text>,
        body: &'m [Block],
        section: Section,
        text: PieceText<'m>,
    ) {
        if let Some(place) = first_place(title, body) {
            self.add(None, name(section).to_owned(), place, text);
        }
    }

    fn phase(&mut self, phase: &'m Phase) {
        let root = key(&phase.key);
        let text = PieceText::Phase(phase);
        self.add(None, root.to_owned(), &phase.name.place, text);
        for tip in &phase.tips {
            let path = format!("{root}/{}", key(&tip.key));
            self.add(Some(root), path, &tip.text.place, PieceText::Tip(tip));
        }
        for question in &phase.questions {
            let path = format!("{root}/{EXPERIENCES}/{}", key(&question.key));
            let place = &question.text.place;
            let text = PieceText::Question(question);
            self.add(Some(root), path.clone(), place, text);
            for quote in &question.quotes {
                let place = quote.paragraphs.first().map(|paragraph| &paragraph.place);
                let below = format!("{path}/{}", key(&quote.key));
                let place = place.unwrap_or(&quote.key.place);
                self.add(Some(&path), below, place, PieceText::Quote(quote));
            }
        }
    }
}

/// The name of a section in paths of pieces.
fn name(section: Section) -> &'static str {
    section.name(Language::English)
}

/// The place of the first words below the heading of a section: its first fact with words, or else its text.
fn first_place<'m>(fact: Option<&'m Text>, body: &'m [Block]) -> Option<&'m Place> {
    let prose = |prose: &'m Prose| &prose.place;
    let block = body.first().and_then(|block| match block {
        Block::Paragraph(paragraph) => Some(prose(paragraph)),
        Block::List(list) => list.items.first().map(|item| prose(&item.text)),
        Block::Heading(text) => Some(&text.place),
        Block::Chart(chart) => Some(&chart.place),
    });
    fact.map(|fact| &fact.place).or(block)
}

/// The key of a piece. A complete manuscript has one for each.
fn key(key: &Key) -> &str {
    key.as_deref().unwrap_or_default()
}
