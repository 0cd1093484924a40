//! The overview: the publication's title above the figure, the explanation of the model below it.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::{button, link};
use super::phase::phase_class;
use super::prose::{inlines, prose};
use crate::route::{Kind, Route};

/// The part above the figure.
pub(super) fn overview_head(context: &RenderContext) -> Html {
    let subtitle = &context.content().subtitle;
    html! {
        <>
            {title(context, Route::OVERVIEW, "")}
            if !subtitle.is_empty() {
                <p class="kl-subtitle">{subtitle}</p>
            }
        </>
    }
}

/// The part below the figure.
pub(super) fn overview_view(context: &RenderContext) -> Html {
    let model = &context.content().model;
    let views = context.views();
    let background = views.children_of(Route::OVERVIEW, Kind::Background).next();
    html! {
        <>
            if !model.invitation.is_empty() {
                <p class="kl-invitation">{&model.invitation}</p>
            }
            {starts(context)}
            <div class="kl-columns">
                <div>
                    if !model.title.is_empty() {
                        {heading(context, 1, "kl-heading", html! {&model.title})}
                    }
                    {prose(context, &model.body)}
                </div>
                <div>
                    {prose(context, &context.view(Route::OVERVIEW).body)}
                    {button(context, background, context.labels().to_background())}
                </div>
            </div>
        </>
    }
}

/// Each phase with its first tip, in the order of the cycle.
fn starts(context: &RenderContext) -> Html {
    let start = |phase: &Route| {
        let tip = context.views().children_of(*phase, Kind::Tip).next()?;
        let view = context.view(*phase);
        let text = inlines(&context.view(tip).heading);
        Some(html! {
            <li class={view.phase.map(phase_class)}>
                <p class="kl-small-heading">{view.short_title()}</p>
                {link(context, tip, "kl-more", text)}
            </li>
        })
    };
    let starts: Vec<_> = context.content().phases.iter().filter_map(start).collect();
    match starts.is_empty() {
        true => html! {},
        false => html! { <ol class="kl-starts">{starts}</ol> },
    }
}
