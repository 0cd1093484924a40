//! What respondents said.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::link;
use crate::content::{Quote, interpolate};
use crate::route::Route;

/// One quote as a view of its own, with the question that it answers.
pub(super) fn quote_view(
    context: &RenderContext,
    phase: usize,
    question: usize,
    quote: usize,
) -> Html {
    let asked = Route::Question { phase, question };
    let route = Route::Quote {
        phase,
        question,
        quote,
    };
    let content = context.content();
    let said = &content.phases[phase].questions[question].quotes[quote];
    html! {
        <>
            {title(context, "kl-kicker", html! {route.short_title(content)})}
            <figure class="kl-quote kl-quote-alone">
                <blockquote><p>{&said.text}</p></blockquote>
                <figcaption>{content.speaker(said)}</figcaption>
            </figure>
            <p>{link(context, asked, "kl-more", html! {asked.short_title(content)})}</p>
        </>
    }
}

/// The quotes under a question; each leads to its own view.
pub(super) fn quotes(context: &RenderContext, phase: usize, question: usize, below: u8) -> Html {
    let quotes = &context.content().phases[phase].questions[question].quotes;
    if quotes.is_empty() {
        return html! {};
    }
    let each = |(quote, said): (usize, &Quote)| {
        quoted(
            context,
            said,
            Route::Quote {
                phase,
                question,
                quote,
            },
        )
    };
    html! {
        <>
            {heading(context, below, "kl-small-heading", html! {context.labels().quotes()})}
            <div class="kl-quotes">{for quotes.iter().enumerate().map(each)}</div>
        </>
    }
}

fn quoted(context: &RenderContext, said: &Quote, route: Route) -> Html {
    let speaker = context.content().speaker(said);
    let hidden = interpolate(context.labels().to_quote(), &[("speaker", &speaker)]);
    let inside = html! {
        <>
            <span aria-hidden="true">{speaker}</span>
            <span class="kl-unseen">{hidden}</span>
        </>
    };
    html! {
        <figure class="kl-quote">
            <blockquote><p>{&said.text}</p></blockquote>
            <figcaption>{link(context, route, "kl-speaker", inside)}</figcaption>
        </figure>
    }
}
