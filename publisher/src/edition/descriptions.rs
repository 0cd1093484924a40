//! The description of a view, for search engines and social media.

use kennislemniscaat::content::{
    Block, Content, List, interpolate, plain_text, without_soft_hyphens,
};
use kennislemniscaat::route::{Kind, Route, View};

/// One or two sentences on the content of a view, from its own text; without soft hyphens.
pub(super) fn description(content: &Content, route: Route) -> String {
    let views = &content.views;
    let view = views.get(route);
    let headings = |kind: Kind| {
        let children = views.children_of(route, kind);
        let headings = children.map(|child| plain_text(&views.get(child).heading));
        headings.collect::<Vec<_>>()
    };
    let text = match view.kind {
        Kind::Overview => first_text(&content.model.body).or(first_text(&view.body)),
        Kind::Phase => {
            let tips = headings(Kind::Tip);
            let count = interpolate(
                content.labels.tip_count(),
                &[("count", &tips.len().to_string())],
            );
            let first = tips.into_iter().take(2).collect::<Vec<_>>().join(" ");
            match &*first {
                "" => first_text(&view.body),
                first => Some(format!("{count}: {first}")),
            }
        }
        Kind::Experiences => Some(headings(Kind::Question).join(" ")),
        Kind::Tip => None,
        Kind::Question | Kind::Background => first_text(&view.body),
        Kind::Search => Some(content.labels.search_introduction().to_owned()),
        Kind::Quote => {
            let text = body_text(view);
            Some(match &*view.speaker {
                "" => text,
                speaker => format!("{text} – {speaker}"),
            })
        }
    };
    // A view without a text of its own is described by its heading, and the overview by its subtitle.
    let text = text.unwrap_or_else(|| match view.kind {
        Kind::Overview if !content.subtitle.is_empty() => content.subtitle.clone(),
        _ => plain_text(&view.heading),
    });
    without_soft_hyphens(&text)
}

/// The text below the heading of a view, in one line.
#[must_use]
pub fn body_text(view: &View) -> String {
    let texts: Vec<_> = view.body.iter().filter_map(text_of).collect();
    texts.join(" ")
}

/// The text of the first paragraph or list.
fn first_text(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(text_of)
}

/// The text of a block; list items are joined with semicolons.
fn text_of(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(text) => Some(plain_text(text)),
        Block::List(List { items, .. }) => {
            let items = items.iter().map(|item| plain_text(&item.text));
            Some(items.collect::<Vec<_>>().join("; "))
        }
        Block::Heading(_) | Block::Chart(_) => None,
    }
}
