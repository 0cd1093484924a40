//! The texts of each view.

use kennislemniscaat::content::{Block, Content, List, plain_text};
use kennislemniscaat::route::{Kind, Route};

/// The texts that a view must show, in order.
pub fn texts(content: &Content, route: Route) -> Vec<String> {
    let views = &content.views;
    let view = views.get(route);
    let headings = |kind| {
        let children = views.children_of(route, kind);
        children.map(|child| plain_text(&views.get(child).heading))
    };
    let mut texts = match view.kind {
        // It lists the texts of other views.
        Kind::Search => return vec![],
        Kind::Overview => of_blocks(&content.model.body),
        _ => vec![plain_text(&view.heading)],
    };
    texts.extend(of_blocks(&view.body));
    texts.extend(headings(Kind::Tip));
    texts.push(view.speaker.clone());
    for child in views.children(route) {
        if matches!(views.get(child).kind, Kind::Question | Kind::Quote) {
            texts.extend(self::texts(content, child));
        }
    }
    // The title of a quote is on its own page alone.
    if view.kind == Kind::Quote {
        texts.remove(0);
    }
    texts.retain(|text| !text.is_empty());
    texts
}

fn of_blocks(blocks: &[Block]) -> Vec<String> {
    let of_block = |block: &Block| match block {
        Block::Paragraph(text) => vec![plain_text(text)],
        Block::List(list) => of_list(list),
        Block::Heading(text) => vec![text.clone()],
        Block::Chart(_) => vec![],
    };
    blocks.iter().flat_map(of_block).collect()
}

fn of_list(list: &List) -> Vec<String> {
    let items = list.items.iter().flat_map(|item| {
        let inner = item.list.as_ref().map(of_list).unwrap_or_default();
        [vec![plain_text(&item.text)], inner].concat()
    });
    items.collect()
}
