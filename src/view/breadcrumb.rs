//! The breadcrumb: links from the overview to the parent of the current view.

use yew::prelude::*;

use super::RenderContext;
use super::link::link;
use crate::content::without_soft_hyphens;
use crate::route::Route;

/// Links to the ancestors of the view; empty on the overview.
pub(super) fn breadcrumb(context: &RenderContext, route: Route) -> Html {
    let ancestors = context.views().ancestors(route);
    if ancestors.is_empty() {
        return html! {};
    }
    let item = |ancestor: &Route| {
        let text = html! {context.view(*ancestor).short_title()};
        html! { <li>{link(context, *ancestor, "kl-crumb", text)}</li> }
    };
    html! {
        <div class="kl-breadcrumb" role="group" aria-label={without_soft_hyphens(context.labels().breadcrumb())}>
            <ol>{for ancestors.iter().map(item)}</ol>
        </div>
    }
}
