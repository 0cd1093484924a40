//! Where the reader is, and the way up.

use yew::prelude::*;

use super::RenderContext;
use super::link::link;
use crate::route::Route;

/// Links to the views above this one; nothing on the overview.
pub(super) fn breadcrumb(context: &RenderContext, route: Route) -> Html {
    let above = route.ancestors();
    if above.is_empty() {
        return html! {};
    }
    let step = |each: &Route| {
        let text = html! {each.short_title(context.content())};
        html! { <li>{link(context, *each, "kl-crumb", text)}</li> }
    };
    html! {
        <div class="kl-breadcrumb" role="group" aria-label={context.labels().breadcrumb().to_owned()}>
            <ol>{for above.iter().map(step)}</ol>
        </div>
    }
}
