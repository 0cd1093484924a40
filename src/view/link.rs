//! A link to a view.

use yew::prelude::*;

use super::RenderContext;
use crate::route::Route;

/// An ordinary link to a view, with the view's name for the loader.
pub(super) fn link(
    context: &RenderContext,
    route: Route,
    class: &'static str,
    inside: Html,
) -> Html {
    let name = context.views().name(route);
    let part = (class == "kl-button").then_some("button");
    html! { <a href={context.href(route)} data-view={name} {class} {part}>{inside}</a> }
}

/// A paragraph with a link that looks like a button, if the view exists.
pub(super) fn button(context: &RenderContext, route: Option<Route>, label: &str) -> Html {
    match route {
        Some(route) => html! { <p>{link(context, route, "kl-button", html! {label})}</p> },
        None => html! {},
    }
}
