//! The overview: the publication's name above the figure, what the model is below it.

use yew::prelude::*;

use super::Site;
use super::blocks::blocks;
use super::heading::{heading, title};
use super::link::link;
use crate::route::Route;

/// What stands above the figure.
pub(super) fn overview_head(site: &Site) -> Html {
    let content = site.content();
    html! {
        <>
            {title(site, "", html! {&content.title})}
            <p class="kl-subtitle">{&content.subtitle}</p>
        </>
    }
}

/// What stands below the figure.
pub(super) fn overview_view(site: &Site) -> Html {
    let content = site.content();
    let about = &content.about;
    html! {
        <>
            <p class="kl-invitation">{&about.invitation}</p>
            <div class="kl-columns">
                <section>
                    {heading(site, 1, "kl-heading", html! {&about.title})}
                    {blocks(&about.body)}
                </section>
                <div>
                    {blocks(&content.introduction)}
                    <p>{link(site, Route::Background, "kl-button", html! {content.labels.to_background()})}</p>
                </div>
            </div>
        </>
    }
}
