//! The pager: links to the previous and the next view of the same kind.

use yew::prelude::*;

use super::RenderContext;
use super::link::link;
use crate::content::without_soft_hyphens;
use crate::route::{Kind, Route};

/// Links to the siblings of a view.
pub(super) fn pager(context: &RenderContext, route: Route) -> Html {
    let view = context.view(route);
    if view.previous.is_none() && view.next.is_none() {
        return html! {};
    }
    let labels = context.labels();
    let (previous_label, next_label) = match view.kind {
        Kind::Phase | Kind::Experiences => (labels.previous_phase(), labels.next_phase()),
        _ => (labels.previous(), labels.next()),
    };
    let sibling =
        |sibling: Option<Route>, label: &str, class: &'static str| {
            sibling.map(|sibling| {
            // Views of different parents differ in their parents' titles.
            let parent = context.view(sibling).parent;
            let named = if parent == view.parent { sibling } else { parent };
            let title = context.view(named).short_title();
            let inside = html! {
                <><span class="kl-direction">{format!("{label}: ")}</span><span>{title}</span></>
            };
            link(context, sibling, class, inside)
        })
        };
    html! {
        <div class="kl-neighbours" role="group" aria-label={without_soft_hyphens(labels.neighbours())}>
            {for sibling(view.previous, previous_label, "kl-previous")}
            {for sibling(view.next, next_label, "kl-next")}
        </div>
    }
}
