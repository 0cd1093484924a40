//! Headings that continue the heading levels of the host page.

use yew::prelude::*;

use super::RenderContext;
use super::prose::inlines;
use super::unseen::unseen;
use crate::route::Route;

/// The heading of a view, which receives the focus when the view changes.
pub(super) fn title(context: &RenderContext, route: Route, class: &'static str) -> Html {
    let view = context.view(route);
    // The kicker and the heading are on separate lines; a colon separates them for screen reader
    // users.
    let inside = html! {
        <>
            if !view.kicker.is_empty() {
                <span class="kl-kicker">{&view.kicker}{unseen(": ")}</span>
            }
            {inlines(&view.heading)}
        </>
    };
    let tag = tag(context, 0);
    html! { <@{tag} class={format!("kl-title {class}")} part="title" tabindex="-1" data-title="">{inside}</@> }
}

/// A heading, `below` levels below the heading of the view.
pub(super) fn heading(
    context: &RenderContext,
    below: u8,
    class: &'static str,
    inside: Html,
) -> Html {
    let tag = tag(context, below);
    html! { <@{tag} {class}>{inside}</@> }
}

/// The heading of a phase on a page with all phases, with its position in the cycle.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn phase_heading(context: &RenderContext, phase: Route) -> Html {
    let view = context.view(phase);
    let inside = html! {
        <>
            <span class="kl-kicker">{&view.kicker}{unseen(": ")}</span>
            {inlines(&view.heading)}
        </>
    };
    heading(context, 1, "kl-heading", inside)
}

fn tag(context: &RenderContext, below: u8) -> &'static str {
    match context.heading_level + below {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
