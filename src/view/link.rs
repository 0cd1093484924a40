//! A link to a view.

use yew::prelude::*;

use super::Site;
use crate::route::Route;

/// A link to a view: an ordinary link, with the view's name for the loader.
pub(super) fn link(site: &Site, route: Route, class: &'static str, inside: Html) -> Html {
    let name = route.name(site.content());
    let part = (class == "kl-button").then_some("button");
    html! { <a href={site.href(route)} data-view={name} {class} {part}>{inside}</a> }
}
