//! A phase with its tips.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title_with_kicker};
use super::link::link;
use super::tip::to_experiences;
use crate::content::{Content, Tip, interpolate};
use crate::route::Route;

/// The tips of a phase: each links to its own view; one link leads to the experiences.
pub(super) fn phase_view(context: &RenderContext, phase: usize) -> Html {
    let content = context.content();
    let tips = &content.phases[phase].tips;
    let item = |(index, tip): (usize, &Tip)| {
        let route = Route::Tip { phase, tip: index };
        html! { <li>{link(context, route, "kl-tip", html! {&tip.text})}</li> }
    };
    html! {
        <>
            {phase_title(context, phase)}
            {heading(context, 1, "kl-heading", html! {content.labels.tips()})}
            <ol class="kl-tips">{for tips.iter().enumerate().map(item)}</ol>
            <p>{to_experiences(context, phase)}</p>
        </>
    }
}

/// The heading of a phase: its position in the cycle and its name.
fn phase_title(context: &RenderContext, phase: usize) -> Html {
    let content = context.content();
    let position = position(content, phase);
    title_with_kicker(context, "", &position, &content.phases[phase].name)
}

/// The class of elements in the color of a phase.
pub(super) fn phase_class(phase: usize) -> String {
    format!("kl-phase-{}", phase + 1)
}

/// The position of a phase in the cycle, as in "Fase 2 van 4".
#[must_use]
pub fn position(content: &Content, phase: usize) -> String {
    let number = (phase + 1).to_string();
    let count = content.phases.len().to_string();
    let values = [("number", number.as_str()), ("count", count.as_str())];
    interpolate(content.labels.phase_position(), &values)
}
