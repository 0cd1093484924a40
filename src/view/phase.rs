//! A phase with its tips.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::link;
use super::prose::{inlines, prose};
use super::tip::to_experiences;
use crate::route::{Kind, Route};

/// The tips of a phase: each links to its own view, which has its explanation; one link leads to
/// the experiences. The print page has explanations as well.
pub(super) fn phase_view(context: &RenderContext, route: Route, with_explanations: bool) -> Html {
    let content = context.content();
    let item = |tip: Route| {
        let view = context.view(tip);
        let text = inlines(&view.heading);
        html! {
            <li>
                {link(context, tip, "kl-tip", text)}
                if with_explanations {
                    {prose(context, &view.body)}
                }
            </li>
        }
    };
    let label = match &*context.view(route).list_title {
        "" => content.labels.tips(),
        title => title,
    };
    let mut tips = context.views().children_of(route, Kind::Tip).peekable();
    let has_tips = tips.peek().is_some();
    let has_checklist = has_tips && !content.checklist.is_empty() && !with_explanations;
    html! {
        <>
            {title(context, route, "")}
            {prose(context, &context.view(route).body)}
            if has_tips {
                {heading(context, 1, "kl-heading", html! {label})}
                <ol class="kl-tips">{for tips.map(item)}</ol>
            }
            {to_experiences(context, route)}
            if has_checklist {
                <p><a class="kl-more" href={context.href_of(&content.checklist)}>{content.labels.checklist()}</a></p>
            }
        </>
    }
}

/// The class of elements in the color of a phase.
pub(super) fn phase_class(phase: u8) -> String {
    format!("kl-phase-{}", u16::from(phase) + 1)
}
