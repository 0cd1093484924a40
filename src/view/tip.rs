//! One tip.

use yew::prelude::*;

use super::RenderContext;
use super::heading::title_with_kicker;
use super::link::link;
use crate::content::interpolate;
use crate::route::Route;

/// A tip in large type, with a link to the experiences behind it.
pub(super) fn tip_view(context: &RenderContext, phase: usize, tip: usize) -> Html {
    let content = context.content();
    let number = interpolate(content.labels.tip(), &[("number", &(tip + 1).to_string())]);
    let text = &content.phases[phase].tips[tip].text;
    html! {
        <>
            {title_with_kicker(context, "kl-statement", &number, text)}
            <p>{to_experiences(context, phase)}</p>
        </>
    }
}

/// The link from tips to the experiences behind them.
pub(super) fn to_experiences(context: &RenderContext, phase: usize) -> Html {
    let label = html! {context.labels().to_experiences()};
    link(context, Route::Experiences { phase }, "kl-button", label)
}
