//! One tip.

use yew::prelude::*;

use super::RenderContext;
use super::heading::title;
use super::link::button;
use super::prose::prose;
use crate::route::{Kind, Route};

/// A tip in large type, with a link to the experiences behind it.
pub(super) fn tip_view(context: &RenderContext, route: Route) -> Html {
    let tip = context.view(route);
    html! {
        <>
            {title(context, route, "kl-statement")}
            {prose(context, &tip.body)}
            {to_experiences(context, tip.parent)}
        </>
    }
}

/// The link from the tips of a phase to the experiences behind them, if there are any.
pub(super) fn to_experiences(context: &RenderContext, phase: Route) -> Html {
    let mut experiences = context.views().children_of(phase, Kind::Experiences);
    button(
        context,
        experiences.next(),
        context.labels().to_experiences(),
    )
}
