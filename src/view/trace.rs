//! The line that tells where a piece comes from.

use yew::prelude::*;

use super::RenderContext;
use super::link::link;
use crate::route::{Kind, Route};

/// The origin of a view, if it is known: a link to the background, if the publication has one.
pub(super) fn trace(context: &RenderContext, route: Route) -> Html {
    let trace = &*context.view(route).trace;
    if trace.is_empty() {
        return html! {};
    }
    let mut backgrounds = context
        .views()
        .children_of(Route::OVERVIEW, Kind::Background);
    let text = match backgrounds.next() {
        Some(background) => link(context, background, "kl-trace", html! {trace}),
        None => html! { <span class="kl-trace">{trace}</span> },
    };
    html! { <p>{text}</p> }
}
