//! The experiences behind the tips: questions with answers and quotes.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::{button, link};
use super::prose::{inlines, prose};
use super::quote::quotes;
use crate::route::{Kind, Route};

/// All questions of a phase.
pub(super) fn experiences_view(context: &RenderContext, route: Route) -> Html {
    let views = context.views();
    let section = |route: Route| {
        let view = context.view(route);
        let text = link(context, route, "kl-quiet", inlines(&view.heading));
        html! {
            <section class="kl-question">
                {heading(context, 1, "kl-heading", text)}
                {prose(context, &view.body)}
                {quotes(context, route, 2)}
            </section>
        }
    };
    html! {
        <>
            {title(context, route, "")}
            {for views.children_of(route, Kind::Question).map(section)}
            {to_tips(context, route)}
        </>
    }
}

/// One question with its answer and quotes.
pub(super) fn question_view(context: &RenderContext, route: Route) -> Html {
    html! {
        <>
            {title(context, route, "")}
            {prose(context, &context.view(route).body)}
            {quotes(context, route, 1)}
            {to_tips(context, context.view(route).parent)}
        </>
    }
}

/// The link from the experiences of a phase to its tips, if it has any.
fn to_tips(context: &RenderContext, experiences: Route) -> Html {
    let phase = context.view(experiences).parent;
    let tip = context.views().children_of(phase, Kind::Tip).next();
    button(context, tip.map(|_| phase), context.labels().to_tips())
}
