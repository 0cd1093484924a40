//! Everything on one page, in order, to be printed: only ever a finished page.

use yew::prelude::*;

use super::Site;
use super::background::background_view;
use super::experiences::experiences_view;
use super::figure::figure;
use super::overview::{overview_head, overview_view};
use super::phase::{phase_class, phase_view};
use crate::route::Route;

/// The whole publication.
pub fn whole(site: &Site) -> Html {
    let content = site.content();
    let below = |levels: u8| Site {
        heading_level: site.heading_level + levels,
        ..site.clone()
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
            <div class="kl-head">{overview_head(site)}</div>
            <div class="kl-body">
                {figure(site, Route::Overview)}
                <div class="kl-main">
                    {overview_view(site)}
                    {for (0..content.phases.len()).map(phase)}
                    <section class="kl-part">{background_view(&part)}</section>
                </div>
            </div>
        </div>
    }
}
