//! One tip.

use yew::prelude::*;

use super::Site;
use super::heading::kicked_title;
use super::link::link;
use crate::content::fill;
use crate::route::Route;

/// A tip in large type, with the way to the experiences behind it.
pub(super) fn tip_view(site: &Site, phase: usize, tip: usize) -> Html {
    let content = site.content();
    let number = fill(content.labels.tip(), &[("number", &(tip + 1).to_string())]);
    let text = &content.phases[phase].tips[tip].text;
    html! {
        <>
            {kicked_title(site, "kl-statement", &number, text)}
            <p>{to_experiences(site, phase)}</p>
        </>
    }
}

/// The link from tips to the experiences behind them.
pub(super) fn to_experiences(site: &Site, phase: usize) -> Html {
    let label = html! {site.labels().to_experiences()};
    link(site, Route::Experiences { phase }, "kl-button", label)
}
