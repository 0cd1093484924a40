//! Tips: one in large type, and those of a phase as a list.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::{button, link_in_list};
use super::prose::{inlines, prose};
use crate::route::{Kind, Route};

/// A tip in large type, with a link to the experiences behind it, and the tips around it.
pub(super) fn tip_view(context: &RenderContext, route: Route) -> Html {
    let tip = context.view(route);
    html! {
        <>
            {title(context, route, "kl-statement")}
            {prose(context, &tip.body)}
            {to_experiences(context, tip.parent)}
            {tips(context, tip.parent, route, false)}
        </>
    }
}

/// The tips of a phase, if it has any: each links to its own view, which has its explanation. The one that is the
/// current view is marked. The print page has explanations as well.
pub(super) fn tips(
    context: &RenderContext,
    phase: Route,
    current: Route,
    with_explanations: bool,
) -> Html {
    let item = |tip: Route| {
        let view = context.view(tip);
        let text = inlines(&view.heading);
        html! {
            <li>
                {link_in_list(context, tip, Some(current), "kl-tip", text)}
                if with_explanations {
                    {prose(context, &view.body)}
                }
            </li>
        }
    };
    let label = match &*context.view(phase).list_title {
        "" => context.labels().tips(),
        title => title,
    };
    let mut tips = context.views().children_of(phase, Kind::Tip).peekable();
    if tips.peek().is_none() {
        return html! {};
    }
    // Only the list of the phase itself is printed.
    let (heading_class, list_class) = match phase == current {
        true => ("kl-heading", "kl-tips"),
        false => ("kl-heading kl-around", "kl-tips kl-around"),
    };
    html! {
        <>
            {heading(context, 1, heading_class, html! {label})}
            <ol class={list_class}>{for tips.map(item)}</ol>
        </>
    }
}

/// The link from the tips of a phase to the experiences behind them, if there are any.
pub(super) fn to_experiences(context: &RenderContext, phase: Route) -> Html {
    let mut experiences = context.views().children_of(phase, Kind::Experiences);
    button(
        context,
        experiences.next(),
        context.labels().to_experiences(),
    )
}
