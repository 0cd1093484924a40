//! The figure eight: each phase is a link, drawn as an arc with its number and name.

use yew::prelude::*;

use super::RenderContext;
use super::phase::phase_class;
use super::prose::inlines;
use super::unseen::unseen;
use crate::content::without_soft_hyphens;
use crate::figure::{HIT_WIDTH, HIT_WIDTH_COMPACT, PhaseArc, VIEW_BOX};
use crate::route::{Kind, Route};

/// The figure, with the phase of the current view highlighted.
pub(super) fn figure(context: &RenderContext, route: Route) -> Html {
    let content = context.content();
    let labels = &content.labels;
    let shapes = &context.bundle.shapes;
    let class = match context.view(route).phase {
        Some(_) => "kl-figure kl-figure-lit",
        None => "kl-figure",
    };
    let phases = content.phases.iter().zip(&shapes.arcs);
    let phase = |(phase, arc): (&Route, _)| item(context, route, *phase, arc);
    html! {
        <div {class} part="figure" role="group" aria-label={without_soft_hyphens(labels.figure())}>
            if route == Route::OVERVIEW {
                <p class="kl-unseen">{without_soft_hyphens(labels.figure_description())}</p>
                <p class="kl-loop kl-loop-0" aria-hidden="true">{&content.loops[0]}</p>
                <p class="kl-loop kl-loop-1" aria-hidden="true">{&content.loops[1]}</p>
            }
            <ol class="kl-phases">{for phases.map(phase)}</ol>
            {flow()}
        </div>
    }
}

fn item(context: &RenderContext, route: Route, target: Route, arc: &PhaseArc) -> Html {
    let phase = context.view(target).phase.unwrap_or_default();
    let current = context.view(route).phase;
    let slot = arc.slot;
    let mut class = format!("kl-phase {} kl-in-{}", phase_class(phase), slot.in_loop);
    if slot.below {
        class.push_str(" kl-below");
    }
    if slot.count > 1 {
        class.push_str(&format!(" kl-nth-{} kl-of-{}", slot.index, slot.count));
    }
    let aria_current = match current {
        _ if route == target => Some("page"),
        Some(current) if current == phase => Some("true"),
        _ => None,
    };
    let count = context.content().phases.len();
    let follows_current =
        current.is_some_and(|current| (usize::from(current) + 1) % count == usize::from(phase));
    let place = match current == Some(phase) {
        true => position(context, route),
        false => None,
    };
    let link_class = match follows_current {
        true => "kl-phase-link kl-leads-here",
        false if place.is_some() => "kl-phase-link kl-in-part",
        false => "kl-phase-link",
    };
    html! {
        <li {class}>
            <a href={context.href(target)} data-view={context.views().name(target)} class={link_class} aria-current={aria_current}>
                {drawing(context, route, phase, place, arc)}
                {label(context, route, target, phase)}
            </a>
        </li>
    }
}

/// The label of a phase; only the overview includes the full name. The number is in the label only
/// where the names are a list, apart from the arcs with their numbers.
fn label(context: &RenderContext, route: Route, target: Route, phase: u8) -> Html {
    let view = context.view(target);
    let name = match route {
        Route::OVERVIEW if !view.short_title.is_empty() => html! {
            <>
                <span class="kl-name-full">{inlines(&view.heading)}</span>
                <span class="kl-name-short">{&view.short_title}</span>
            </>
        },
        _ => html! { <span>{view.short_title()}</span> },
    };
    html! {
        <span class="kl-label">
            <span class="kl-number" aria-hidden="true">{number(phase)}</span>
            <span class="kl-label-text">{unseen(&format!("{}: ", view.kicker))}{name}</span>
        </span>
    }
}

/// The number of a phase, from 1.
fn number(phase: u8) -> String {
    (u16::from(phase) + 1).to_string()
}

/// The place of a view among those of its kind below the same view, and how many there are, if there are several.
fn position(context: &RenderContext, route: Route) -> Option<(usize, usize)> {
    let view = context.view(route);
    let siblings = || context.views().children_of(view.parent, view.kind);
    let index = siblings().position(|sibling| sibling == route)?;
    let count = siblings().count();
    (view.kind != Kind::Phase && count > 1).then_some((index, count))
}

/// The arc of a phase, in layers over the whole figure; only its center line reacts to the
/// pointer. The number is drawn in a separate layer, so that the flow runs between the two.
///
/// `place` is that of the current view, if it is a part of this phase.
fn drawing(
    context: &RenderContext,
    route: Route,
    phase: u8,
    place: Option<(usize, usize)>,
    arc: &PhaseArc,
) -> Html {
    let shapes = &context.bundle.shapes;
    let is_overview = route == Route::OVERVIEW;
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
            if let Some((index, count)) = place {
                <path class="kl-here" d={arc.centre_line.clone()} pathLength={count.to_string()}
                    stroke-dasharray={format!("1 {count}")} stroke-dashoffset={format!("-{index}")} />
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
                <text y="10.5">{number(phase)}</text>
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
