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
    let name = route.name(context.content());
    let part = (class == "kl-button").then_some("button");
    html! { <a href={context.href(route)} data-view={name} {class} {part}>{inside}</a> }
}
