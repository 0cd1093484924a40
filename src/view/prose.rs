//! Prose: paragraphs, lists, headings and charts.

use yew::prelude::*;

use super::RenderContext;
use super::chart::chart;
use super::heading::heading;
use crate::content::{Block, Inline, List, ListItem};

/// Blocks below the heading of a view.
pub(super) fn prose(context: &RenderContext, blocks: &[Block]) -> Html {
    let block = |block: &Block| match block {
        Block::Paragraph(text) => html! { <p>{inlines(text)}</p> },
        Block::List(list) => html! { {items(list)} },
        Block::Heading(text) => heading(context, 1, "kl-heading", html! {text}),
        Block::Chart(index) => chart(context, usize::from(*index)),
    };
    blocks.iter().map(block).collect()
}

fn items(list: &List) -> Html {
    let tag = if list.ordered { "ol" } else { "ul" };
    let item = |item: &ListItem| {
        html! { <li>{inlines(&item.text)}{for item.list.as_ref().map(items)}</li> }
    };
    html! { <@{tag}>{for list.items.iter().map(item)}</@> }
}

/// A line of text.
pub(super) fn inlines(text: &[Inline]) -> Html {
    let inline = |inline: &Inline| match inline {
        Inline::Text(text) => html! {text},
        Inline::Emphasis(inside) => html! { <em>{inlines(inside)}</em> },
        Inline::Strong(inside) => html! { <strong>{inlines(inside)}</strong> },
        Inline::Link(url, inside) => html! { <a href={url.clone()}>{inlines(inside)}</a> },
        Inline::Foreign(lang, inside) => {
            html! { <span lang={lang.clone()}>{inlines(inside)}</span> }
        }
    };
    text.iter().map(inline).collect()
}
