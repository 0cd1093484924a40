//! The figure eight: each phase is a link, drawn as an arc with its number and name.

use yew::prelude::*;

use super::RenderContext;
use super::phase::{phase_class, position};
use super::unseen::unseen;
use crate::content::{Phase, interpolate, without_soft_hyphens};
use crate::figure::{HIT_WIDTH, HIT_WIDTH_COMPACT, PhaseArc, VIEW_BOX};
use crate::route::Route;

/// The figure, with the phase of the current view highlighted.
pub(super) fn figure(context: &RenderContext, route: Route) -> Html {
    let content = context.content();
    let labels = &content.labels;
    let shapes = &context.bundle.shapes;
    let current = route.phase();
    let class = match current {
        Some(_) => "kl-figure kl-figure-lit",
        None => "kl-figure",
    };
    let phase = |(phase, arc)| item(context, route, phase, arc);
    html! {
        <div {class} part="figure" role="group" aria-label={without_soft_hyphens(labels.figure())}>
            if route == Route::Overview {
                <p class="kl-unseen">{without_soft_hyphens(&description(context))}</p>
                <p class="kl-loop kl-loop-0" aria-hidden="true">{&content.loops[0].name}</p>
                <p class="kl-loop kl-loop-1" aria-hidden="true">{&content.loops[1].name}</p>
            }
            <ol class="kl-phases">{for shapes.arcs.iter().enumerate().map(phase)}</ol>
            {flow()}
        </div>
    }
}

/// The cycle as text, with the loop of each phase, which is otherwise only visible.
fn description(context: &RenderContext) -> String {
    let content = context.content();
    let loops = &content.loops;
    let name_with_loop = |phase: &Phase| {
        let phase_loop = loops.iter().find(|candidate| candidate.id == phase.loop_id);
        match phase_loop {
            Some(phase_loop) => format!("{} ({})", phase.name, phase_loop.name),
            None => phase.name.clone(),
        }
    };
    let phases: Vec<_> = content.phases.iter().map(name_with_loop).collect();
    let phases = phases.join("; ");
    interpolate(content.labels.figure_description(), &[("phases", &phases)])
}

fn item(context: &RenderContext, route: Route, phase: usize, arc: &PhaseArc) -> Html {
    let content = context.content();
    let slot = arc.slot;
    let mut class = format!("kl-phase {} kl-in-{}", phase_class(phase), slot.in_loop);
    if slot.below {
        class.push_str(" kl-below");
    }
    if slot.count > 1 {
        class.push_str(&format!(" kl-nth-{} kl-of-{}", slot.index, slot.count));
    }
    let target = Route::Phase { phase };
    let current = match route {
        _ if route == target => Some("page"),
        _ if route.phase() == Some(phase) => Some("true"),
        _ => None,
    };
    let follows_current = route
        .phase()
        .is_some_and(|current| (current + 1) % content.phases.len() == phase);
    let link_class = match follows_current {
        true => "kl-phase-link kl-leads-here",
        false => "kl-phase-link",
    };
    html! {
        <li {class}>
            <a href={context.href(target)} data-view={target.name(content)} class={link_class} aria-current={current}>
                {drawing(context, route, phase, arc)}
                {label(context, route, phase)}
            </a>
        </li>
    }
}

/// The label of a phase; only the overview includes the full name. The number is in the label only
/// where the names are a list, apart from the arcs with their numbers.
fn label(context: &RenderContext, route: Route, index: usize) -> Html {
    let content = context.content();
    let phase = &content.phases[index];
    let name = match route {
        Route::Overview if phase.name != phase.short_name => html! {
            <>
                <span class="kl-name-full">{&phase.name}</span>
                <span class="kl-name-short">{&phase.short_name}</span>
            </>
        },
        _ => html! { <span>{&phase.short_name}</span> },
    };
    html! {
        <span class="kl-label">
            <span class="kl-number" aria-hidden="true">{(index + 1).to_string()}</span>
            <span class="kl-label-text">{unseen(&format!("{}: ", position(content, index)))}{name}</span>
        </span>
    }
}

/// The arc of a phase, in layers over the whole figure; only its center line reacts to the
/// pointer. The number is drawn in a separate layer, so that the flow runs between the two.
fn drawing(context: &RenderContext, route: Route, phase: usize, arc: &PhaseArc) -> Html {
    let shapes = &context.bundle.shapes;
    let is_overview = route == Route::Overview;
    let hit_width = if is_overview {
        HIT_WIDTH
    } else {
        HIT_WIDTH_COMPACT
    };
    let ribbon = html! {
        <>
            if arc.upper {
                <path class="kl-clearing" d={shapes.crossing_mask.clone()} stroke-width={shapes.crossing_mask_width.to_string()} />
            }
            <path class="kl-ribbon" d={arc.outline.clone()} />
            if !arc.arrows.is_empty() {
                <path class="kl-arrows" d={arc.arrows.clone()} />
            }
            if is_overview && !arc.leader.is_empty() {
                <path class="kl-leader" d={arc.leader.clone()} />
            }
            <path class="kl-hit" d={arc.centre_line.clone()} stroke-width={hit_width.to_string()} />
        </>
    };
    let (x, y) = arc.number_position;
    let number_position = html! {
        <g transform={format!("translate({x} {y})")}>
            <g class="kl-station">
                <circle r="23" />
                <circle r="20.5" />
                <text y="10.5">{(phase + 1).to_string()}</text>
            </g>
        </g>
    };
    let class = if arc.upper { "kl-upper" } else { "kl-lower" };
    html! { <>{layer(class, ribbon)}{layer("kl-marks", number_position)}</> }
}

/// A layer over the whole figure.
fn layer(class: &'static str, inside: Html) -> Html {
    html! {
        <svg class={format!("kl-layer {class}")} viewBox={VIEW_BOX} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            <g class="kl-lie">{inside}</g>
        </svg>
    }
}

/// Drops that follow the curve, unless the reader prefers reduced motion.
fn flow() -> Html {
    html! {
        <div class="kl-stream" aria-hidden="true">{for (0..6).map(|_| html! { <span></span> })}</div>
    }
}
