//! Quotes.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::link;
use super::prose::prose;
use super::unseen::unseen;
use crate::content::interpolate;
use crate::route::{Kind, Route};

/// One quote as a view of its own, with a link to the question that it answers.
pub(super) fn quote_view(context: &RenderContext, route: Route) -> Html {
    let quote = context.view(route);
    let question = context.view(quote.parent).short_title();
    html! {
        <>
            {title(context, route, "kl-kicker")}
            <figure class="kl-quote kl-quote-alone">
                <blockquote>{prose(context, &quote.body)}</blockquote>
                if !quote.speaker.is_empty() {
                    <figcaption>{&quote.speaker}</figcaption>
                }
            </figure>
            <p>{link(context, quote.parent, "kl-more", html! {question})}</p>
        </>
    }
}

/// The quotes of a question; each links to its own view.
pub(super) fn quotes(context: &RenderContext, question: Route, below: u8) -> Html {
    let views = context.views();
    let mut quotes = views.children_of(question, Kind::Quote).peekable();
    if quotes.peek().is_none() {
        return html! {};
    }
    html! {
        <>
            {heading(context, below, "kl-small-heading", html! {context.labels().quotes()})}
            {for quotes.map(|quote| quote_with_link(context, quote))}
        </>
    }
}

pub(super) fn quote_with_link(context: &RenderContext, route: Route) -> Html {
    let quote = context.view(route);
    // A quote without a speaker is linked by its number.
    let speaker = match &*quote.speaker {
        "" => quote.short_title(),
        speaker => speaker.into(),
    };
    let hidden_text = interpolate(context.labels().to_quote(), &[("speaker", &speaker)]);
    let inside = html! {
        <>
            <span aria-hidden="true">{speaker}</span>
            {unseen(&hidden_text)}
        </>
    };
    html! {
        <figure class="kl-quote">
            <blockquote>{prose(context, &quote.body)}</blockquote>
            <figcaption>{link(context, route, "kl-speaker", inside)}</figcaption>
        </figure>
    }
}
