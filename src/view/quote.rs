//! Quotes from respondents.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::link;
use super::unseen::unseen;
use crate::content::{Quote, interpolate};
use crate::route::Route;

/// One quote as a view of its own, with a link to the question that it answers.
pub(super) fn quote_view(
    context: &RenderContext,
    phase: usize,
    question: usize,
    quote: usize,
) -> Html {
    let question_route = Route::Question { phase, question };
    let route = Route::Quote {
        phase,
        question,
        quote,
    };
    let content = context.content();
    let quote = &content.phases[phase].questions[question].quotes[quote];
    html! {
        <>
            {title(context, "kl-kicker", html! {route.short_title(content)})}
            <figure class="kl-quote kl-quote-alone">
                <blockquote><p>{quote.in_quotation_marks()}</p></blockquote>
                <figcaption>{content.speaker(quote)}</figcaption>
            </figure>
            <p>{link(context, question_route, "kl-more", html! {question_route.short_title(content)})}</p>
        </>
    }
}

/// The quotes of a question; each links to its own view.
pub(super) fn quotes(context: &RenderContext, phase: usize, question: usize, below: u8) -> Html {
    let quotes = &context.content().phases[phase].questions[question].quotes;
    if quotes.is_empty() {
        return html! {};
    }
    let item = |(index, quote): (usize, &Quote)| {
        let route = Route::Quote {
            phase,
            question,
            quote: index,
        };
        quote_with_link(context, quote, route)
    };
    html! {
        <>
            {heading(context, below, "kl-small-heading", html! {context.labels().quotes()})}
            {for quotes.iter().enumerate().map(item)}
        </>
    }
}

fn quote_with_link(context: &RenderContext, quote: &Quote, route: Route) -> Html {
    let speaker = context.content().speaker(quote);
    let hidden_text = interpolate(context.labels().to_quote(), &[("speaker", &speaker)]);
    let inside = html! {
        <>
            <span aria-hidden="true">{speaker}</span>
            {unseen(&hidden_text)}
        </>
    };
    html! {
        <figure class="kl-quote">
            <blockquote><p>{quote.in_quotation_marks()}</p></blockquote>
            <figcaption>{link(context, route, "kl-speaker", inside)}</figcaption>
        </figure>
    }
}
