//! Arbitrary manuscripts, with texts that mean something in Markdown or in the format.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::manuscript::{
    Background, Block, Chart, Foreign, Inline, Key, List, ListItem, Manuscript, Model, Named,
    Organisation, Phase, Place, Prose, Question, Quote, Source, Text, Tip,
};

/// Parts of texts that mean something in Markdown or in the format.
const PARTS: [&str; 104] = [
    "\u{FEFF}",
    "\u{200B}",
    "\u{AD}",
    "\u{202E}",
    "*",
    "**",
    "_",
    "__",
    "[",
    "]",
    "](",
    "(",
    ")",
    "<",
    ">",
    "<b>",
    "<!--",
    "-->",
    "<!-- -->",
    "&",
    "&amp;",
    "&#39;",
    "\\",
    "\\\\",
    "`",
    "``` ",
    "~~~",
    "~",
    "#",
    "# ",
    "## ",
    "#kop",
    "{",
    "}",
    "{#",
    "{#x}",
    "{#tip-1}",
    "{.x}",
    "{-}",
    "{.underline}",
    "]{.mark}",
    "[]{#a}",
    "-",
    "- ",
    "+ ",
    "* ",
    "–",
    "– ",
    "—",
    "— ",
    "--",
    "---",
    "===",
    "•",
    "• ",
    "·",
    "1. ",
    "1) ",
    "2016.",
    "12",
    "1\\. ",
    "\\- ",
    ":",
    ": ",
    "kort: ",
    "Thema: ",
    "lus:",
    "grafiek: a",
    "taal: en x",
    "domein: y",
    "woord: rest",
    ",",
    ", ",
    ".",
    "!",
    "?",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "„",
    "«",
    "»",
    "\u{A0}",
    "\u{2009}",
    " ",
    " ",
    " ",
    "  ",
    "é",
    "woord",
    "a",
    "e\u{301}",
    "\u{301}",
    "ﬁ",
    "漢字",
    "😀",
    "|",
    "| a |",
    "https://a.nl",
    "[^1]",
    "\u{FFFD}",
];

fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => proptest::sample::select(&PARTS[..]).prop_map(str::to_owned),
        2 => "[a-zé ]{1,6}",
        1 => "[ -~]{1,3}",
        1 => "\\PC",
    ];
    vec(part, 1..6).prop_map(|parts| parts.concat())
}

fn text() -> impl Strategy<Value = Text> {
    words()
        .prop_map(|words| Text::from(words.as_str()))
        .prop_filter("empty", |text| !text.text.trim().is_empty())
}

fn url() -> impl Strategy<Value = String> {
    "(https://[a-z(]{1,4}/[a-z)_*&#?=;.\\[\\]-]{0,6}|mailto:a@b\\.nl|[a-z/?#_][a-z/?#)(_&-]{0,4})"
        .prop_filter("starts like a host", |url| !url.starts_with("//"))
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let text = words().prop_map(Inline::Text);
    let inline = text.prop_recursive(3, 8, 3, |inner| {
        let inside = vec(inner, 1..4).boxed();
        prop_oneof![
            inside.clone().prop_map(Inline::Emphasis),
            inside.clone().prop_map(Inline::Strong),
            (url(), inside).prop_map(|(url, text)| Inline::Link {
                url,
                text,
                place: Place::default(),
            }),
        ]
    });
    vec(inline, 1..5)
}

pub(super) fn prose() -> impl Strategy<Value = Prose> {
    inlines()
        .prop_map(Prose::from)
        .prop_filter("empty", |prose| !prose.plain().trim().is_empty())
}

fn list() -> impl Strategy<Value = List> {
    let inner = (any::<bool>(), vec(prose(), 1..3)).prop_map(|(ordered, texts)| {
        let items = texts.into_iter().map(|text| ListItem { text, list: None });
        let items = items.collect();
        List { ordered, items }
    });
    let item = (prose(), option::of(inner)).prop_map(|(text, list)| ListItem { text, list });
    (any::<bool>(), vec(item, 1..4)).prop_map(|(ordered, items)| List { ordered, items })
}

fn chart() -> impl Strategy<Value = Chart> {
    let columns = vec(text().prop_map(|text| text.text.trim().to_owned()), 1..3);
    columns.prop_map(|columns| Chart {
        columns,
        ..Chart::default()
    })
}

fn blocks(headings: bool) -> impl Strategy<Value = Vec<Block>> {
    let block = prop_oneof![
        3 => prose().prop_map(Block::Paragraph),
        2 => list().prop_map(Block::List),
        1 => chart().prop_map(Block::Chart),
        1 => text().prop_map(move |text| match headings {
            true => Block::Heading(text),
            false => Block::Paragraph(text.text.as_str().into()),
        }),
    ];
    vec(block, 0..4)
}

fn foreign() -> impl Strategy<Value = Vec<Foreign>> {
    let words = text().prop_map(|text| text.text.trim().to_owned());
    let foreign = ("[a-z]{2,3}(-[A-Z]{2})?", words);
    vec(
        foreign.prop_map(|(lang, words)| Foreign { lang, words }),
        0..2,
    )
}

fn key() -> impl Strategy<Value = Option<String>> {
    option::of("[a-z0-9][a-z0-9-]{0,8}")
}

fn named() -> impl Strategy<Value = Named> {
    (key(), text(), option::of(text()), foreign()).prop_map(|(key, name, short, foreign)| Named {
        key: key.into(),
        name,
        short,
        foreign,
    })
}

fn tip() -> impl Strategy<Value = Tip> {
    let facts = (option::of(text()), vec(text(), 0..3), foreign(), page());
    (key(), text(), facts, blocks(false)).prop_map(|(key, text, facts, explanation)| Tip {
        key: key.into(),
        text,
        short: facts.0,
        keywords: facts.1,
        foreign: facts.2,
        page: facts.3,
        explanation,
        themes: vec!["thema".into()],
    })
}

fn quote() -> impl Strategy<Value = Quote> {
    let facts = (any::<bool>(), any::<bool>(), vec(text(), 0..3), foreign());
    (key(), vec(prose(), 1..3), option::of(text()), facts).prop_map(
        |(key, paragraphs, speaker, facts)| Quote {
            key: key.into(),
            paragraphs,
            speaker,
            domain: facts.0.then(|| "domein".into()),
            themes: if facts.1 {
                vec!["thema".into()]
            } else {
                vec![]
            },
            keywords: facts.2,
            foreign: facts.3,
        },
    )
}

/// The number of a page, or none.
fn page() -> impl Strategy<Value = Option<u16>> {
    option::of(any::<u16>())
}

fn question() -> impl Strategy<Value = Question> {
    let facts = (option::of(text()), vec(text(), 0..2), foreign(), page());
    (key(), text(), facts, blocks(false), vec(quote(), 0..3)).prop_map(
        |(key, text, facts, answer, quotes)| Question {
            key: key.into(),
            text,
            short: facts.0,
            keywords: facts.1,
            foreign: facts.2,
            page: facts.3,
            themes: vec![],
            answer,
            quotes,
        },
    )
}

fn phase() -> impl Strategy<Value = Phase> {
    let heads = (
        key(),
        text(),
        option::of(text()),
        foreign(),
        vec(text(), 0..2),
    );
    let titles = (option::of(text()), option::of(text()), page(), page());
    let bodies = (blocks(false), vec(tip(), 1..4), vec(question(), 0..3));
    (heads, titles, bodies).prop_map(|(head, titles, bodies)| Phase {
        key: head.0.into(),
        name: head.1,
        short: head.2,
        foreign: head.3,
        keywords: head.4,
        in_loop: "een".into(),
        themes: vec!["thema".into()],
        tips_title: titles.0,
        experiences_title: titles.1,
        tips_page: titles.2,
        experiences_page: titles.3,
        introduction: bodies.0,
        tips: bodies.1,
        questions: bodies.2,
    })
}

fn organisation() -> impl Strategy<Value = Organisation> {
    let url = option::of("https://[a-z]{1,4}\\.nl/[a-z_()&]{0,4}");
    (text(), url).prop_map(|(name, url)| Organisation {
        name,
        url: url.map(|url| url.as_str().into()),
    })
}

/// A named thing that facts can refer to.
pub(super) fn known(key: &str) -> Named {
    Named {
        key: key.into(),
        name: key.into(),
        ..Named::default()
    }
}

pub(super) fn manuscript() -> impl Strategy<Value = Manuscript> {
    let keywords = || vec(text(), 0..3);
    let heads = (text(), option::of(text()), keywords(), blocks(false));
    let model = (option::of(text()), option::of(text()), blocks(false));
    let model = model.prop_map(|(title, invitation, body)| Model {
        title,
        invitation,
        body,
    });
    let facts = (option::of(text()), keywords(), foreign());
    let background = (key(), facts, blocks(true)).prop_map(|(key, facts, body)| Background {
        key: key.into(),
        title: facts.0,
        keywords: facts.1,
        foreign: facts.2,
        body,
    });
    let source = (option::of(text()), option::of(any::<u16>()), blocks(false));
    let source = source.prop_map(|(title, year, text)| Source { title, year, text });
    let organisations = (option::of(text()), vec(organisation(), 0..3));
    let parts = (
        option::of(model),
        option::of(background),
        option::of(source),
    );
    let names = (vec(named(), 0..3), vec(named(), 0..3));
    (heads, parts, organisations, names, phase(), phase()).prop_map(
        |(head, parts, organisations, names, mut first, second)| {
            first.in_loop = "twee".into();
            let mut manuscript = Manuscript {
                title: head.0,
                subtitle: head.1,
                keywords: head.2,
                introduction: head.3,
                model: parts.0,
                background: parts.1,
                source: parts.2,
                organisations_title: organisations.0,
                organisations: organisations.1,
                loops: vec![known("een"), known("twee")],
                domains: [vec![known("domein")], names.0].concat(),
                themes: [vec![known("thema")], names.1].concat(),
                phases: vec![first, second],
            };
            without_bad_keys(&mut manuscript);
            manuscript
        },
    )
}

/// Removes keys that are not unique below their parent.
fn without_bad_keys(manuscript: &mut Manuscript) {
    fn unique<'k>(keys: impl Iterator<Item = &'k mut Key>) {
        let mut seen = std::collections::HashSet::new();
        for key in keys {
            if key
                .value
                .as_ref()
                .is_some_and(|value| !seen.insert(value.clone()))
            {
                key.value = None;
            }
        }
    }
    let background = manuscript.background.iter_mut();
    let background = background.map(|background| &mut background.key);
    unique(background.chain(manuscript.phases.iter_mut().map(|phase| &mut phase.key)));
    unique(manuscript.domains.iter_mut().map(|named| &mut named.key));
    unique(manuscript.themes.iter_mut().map(|named| &mut named.key));
    for phase in &mut manuscript.phases {
        let tips = phase.tips.iter_mut().map(|tip| &mut tip.key);
        let questions = phase.questions.iter_mut().map(|question| &mut question.key);
        unique(tips.chain(questions));
        for question in &mut phase.questions {
            unique(question.quotes.iter_mut().map(|quote| &mut quote.key));
        }
    }
}
