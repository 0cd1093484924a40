//! A phase with its tips.

use yew::prelude::*;

use super::RenderContext;
use super::heading::title;
use super::prose::prose;
use super::tip::{tips, to_experiences};
use crate::route::{Kind, Route};

/// The tips of a phase: each links to its own view, which has its explanation; one link leads to
/// the experiences. The print page has explanations as well.
pub(super) fn phase_view(context: &RenderContext, route: Route, with_explanations: bool) -> Html {
    let content = context.content();
    let has_tips = context
        .views()
        .children_of(route, Kind::Tip)
        .next()
        .is_some();
    let has_checklist = has_tips && !content.checklist.is_empty() && !with_explanations;
    html! {
        <>
            {title(context, route, "")}
            {prose(context, &context.view(route).body)}
            {tips(context, route, route, with_explanations)}
            {to_experiences(context, route)}
            if has_checklist {
                <p><a class="kl-more" href={context.href_of(&content.checklist)}>{content.labels.checklist()}</a></p>
            }
        </>
    }
}

/// The class of elements in the color of a phase.
pub(super) fn phase_class(phase: u8) -> String {
    format!("kl-phase-{}", u16::from(phase) + 1)
}
