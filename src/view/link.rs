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
    link_in_list(context, route, None, class, inside)
}

/// A link to a view in a list that may have the current view, which is marked.
pub(super) fn link_in_list(
    context: &RenderContext,
    route: Route,
    current: Option<Route>,
    class: &'static str,
    inside: Html,
) -> Html {
    let name = context.views().name(route);
    let part = (class == "kl-button").then_some("button");
    let aria_current = (current == Some(route)).then_some("page");
    html! { <a href={context.href(route)} data-view={name} {class} {part} aria-current={aria_current}>{inside}</a> }
}

/// A paragraph with a link that looks like a button, if the view exists.
pub(super) fn button(context: &RenderContext, route: Option<Route>, label: &str) -> Html {
    match route {
        Some(route) => html! { <p>{link(context, route, "kl-button", html! {label})}</p> },
        None => html! {},
    }
}
