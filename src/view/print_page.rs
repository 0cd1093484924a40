//! The print page: the whole publication on one page, in order. It is only ever prerendered.

use yew::prelude::*;

use super::RenderContext;
use super::background::background_view;
use super::experiences::experiences_view;
use super::figure::figure;
use super::overview::{overview_head, overview_view};
use super::phase::{phase_class, phase_view};
use super::trace::trace;
use crate::route::{Kind, Route};

/// Renders the whole publication as one page.
pub fn print_page(context: &RenderContext) -> Html {
    let content = context.content();
    let views = context.views();
    let below = |levels: u8| RenderContext {
        heading_level: context.heading_level + levels,
        ..context.clone()
    };
    let (part, inner) = (below(1), below(2));
    let experiences = |experiences| {
        html! {
            <>
                {experiences_view(&inner, experiences)}
                {trace(context, experiences)}
            </>
        }
    };
    let phase = |route: &Route| {
        let class = context.view(*route).phase.map(phase_class);
        html! {
            <section class={classes!("kl-part", class)}>
                {phase_view(&part, *route, true)}
                {trace(context, *route)}
                {for views.children_of(*route, Kind::Experiences).map(experiences)}
            </section>
        }
    };
    let background = |route: Route| {
        html! { <section class="kl-part">{background_view(&part, route)}</section> }
    };
    html! {
        <div class="kl kl-overview kl-whole" lang={content.lang.clone()}>
            <div class="kl-head">{overview_head(context)}</div>
            <div class="kl-body">
                {figure(context, Route::OVERVIEW)}
                <div class="kl-main">
                    {overview_view(context)}
                    {for content.phases.iter().map(phase)}
                    {for views.children_of(Route::OVERVIEW, Kind::Background).map(background)}
                </div>
            </div>
        </div>
    }
}
