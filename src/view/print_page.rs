//! The print page: the whole publication on one page, in order. It is only ever prerendered.

use yew::prelude::*;

use super::RenderContext;
use super::background::background_view;
use super::experiences::experiences_view;
use super::figure::figure;
use super::overview::{overview_head, overview_view};
use super::phase::{phase_class, phase_view};
use crate::route::Route;

/// Renders the whole publication as one page.
pub fn print_page(context: &RenderContext) -> Html {
    let content = context.content();
    let below = |levels: u8| RenderContext {
        heading_level: context.heading_level + levels,
        ..context.clone()
    };
    let (part, inner) = (below(1), below(2));
    let phase = |phase: usize| {
        html! {
            <section class={format!("kl-part {}", phase_class(phase))}>
                {phase_view(&part, phase)}
                {experiences_view(&inner, phase)}
            </section>
        }
    };
    html! {
        <div class="kl kl-overview kl-whole" lang={content.lang.clone()}>
            <div class="kl-head">{overview_head(context)}</div>
            <div class="kl-body">
                {figure(context, Route::Overview)}
                <div class="kl-main">
                    {overview_view(context)}
                    {for (0..content.phases.len()).map(phase)}
                    <section class="kl-part">{background_view(&part)}</section>
                </div>
            </div>
        </div>
    }
}
