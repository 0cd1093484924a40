//! The overview: the publication's title above the figure, the explanation of the model below it.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::link;
use super::prose::prose;
use crate::route::Route;

/// The part above the figure.
pub(super) fn overview_head(context: &RenderContext) -> Html {
    let content = context.content();
    html! {
        <>
            {title(context, "", html! {&content.title})}
            <p class="kl-subtitle">{&content.subtitle}</p>
        </>
    }
}

/// The part below the figure.
pub(super) fn overview_view(context: &RenderContext) -> Html {
    let content = context.content();
    let about = &content.about;
    html! {
        <>
            <p class="kl-invitation">{&about.invitation}</p>
            <div class="kl-columns">
                <div>
                    {heading(context, 1, "kl-heading", html! {&about.title})}
                    {prose(&about.body)}
                </div>
                <div>
                    {prose(&content.introduction)}
                    <p>{link(context, Route::Background, "kl-button", html! {content.labels.to_background()})}</p>
                </div>
            </div>
        </>
    }
}
