//! Prose: paragraphs and lists.

use yew::prelude::*;

use crate::content::Block;

pub(super) fn prose(blocks: &[Block]) -> Html {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{text}</p> },
        Block::List(items) => {
            let item = |text| html! { <li>{text}</li> };
            html! { <ul>{for items.iter().map(item)}</ul> }
        }
    }
}
