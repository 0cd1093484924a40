//! Where the reader is, and the way up.

use yew::prelude::*;

use super::Site;
use super::link::link;
use crate::route::Route;

/// Links to the views above this one; nothing on the overview.
pub(super) fn breadcrumb(site: &Site, route: Route) -> Html {
    let above = route.ancestors();
    if above.is_empty() {
        return html! {};
    }
    let step = |each: &Route| {
        let text = html! {each.short_title(site.content())};
        html! { <li>{link(site, *each, "kl-crumb", text)}</li> }
    };
    html! {
        <div class="kl-breadcrumb" role="group" aria-label={site.labels().breadcrumb().to_owned()}>
            <ol>{for above.iter().map(step)}</ol>
        </div>
    }
}
