//! The contents: all parts of the publication, each of which opens in its place. It is only ever prerendered.

use yew::prelude::*;

use super::RenderContext;
use super::heading::heading;
use super::link::link;
use super::page_links::PageLinks;
use super::phase::phase_class;
use super::prose::{inlines, prose};
use super::quote::quotes;
use super::trace::trace;
use super::unseen::unseen;
use crate::content::interpolate;
use crate::route::{Kind, Route};

/// Renders the contents.
pub fn contents(context: &RenderContext, links: &PageLinks) -> Html {
    let content = context.content();
    let labels = &content.labels;
    let phase = |phase: &Route| phase_part(context, *phase);
    let background = |route| part(context, route, 1, background(context, route));
    let backgrounds = context
        .views()
        .children_of(Route::OVERVIEW, Kind::Background);
    html! {
        <div class="kl kl-overview kl-whole" lang={content.lang.clone()}>
            <div class="kl-head">
                <p>{link(context, Route::OVERVIEW, "kl-crumb", html! {&content.title})}</p>
                {heading(context, 0, "kl-title", html! {labels.contents()})}
                <p class="kl-subtitle">{labels.contents_introduction()}</p>
            </div>
            <div class="kl-body">
                <div class="kl-main">
                    {links.languages()}
                    <div class="kl-parts">
                        {for content.phases.iter().map(phase)}
                        {for backgrounds.map(background)}
                    </div>
                </div>
            </div>
        </div>
    }
}

/// A part that opens in its place, with a link to its own view at the end.
fn part(context: &RenderContext, route: Route, below: u8, inside: Html) -> Html {
    let view = context.view(route);
    // A question is a sentence, and stands below the words of its kicker.
    let is_question = view.kind == Kind::Question;
    let kicker = if is_question { "" } else { &*view.kicker };
    let name = html! {
        <>
            if !kicker.is_empty() {
                <span class="kl-kicker">{kicker}{unseen(": ")}</span>
            }
            {inlines(&view.heading)}
        </>
    };
    let mut more = view.short_title();
    if !is_question {
        more = interpolate(context.labels().more_about(), &[("phase", &more)]);
    }
    html! {
        <details class={classes!("kl-opens", view.phase.map(phase_class))}>
            <summary>{heading(context, below, "kl-heading", name)}</summary>
            <div class="kl-opened">
                {inside}
                <p>{link(context, route, "kl-more", html! {more})}</p>
            </div>
        </details>
    }
}

/// A phase: its introduction, its tips, and the questions behind them, each of which opens as well.
fn phase_part(context: &RenderContext, phase: Route) -> Html {
    let views = context.views();
    let view = context.view(phase);
    let tip = |tip: Route| {
        let view = context.view(tip);
        html! {
            <li>
                {link(context, tip, "kl-tip", inlines(&view.heading))}
                {prose(context, &view.body)}
            </li>
        }
    };
    let question = |question: Route| {
        let answer = html! {
            <>
                {prose(context, &context.view(question).body)}
                {quotes(context, question, 3)}
                {trace(context, question)}
            </>
        };
        part(context, question, 2, answer)
    };
    let experiences = |experiences: Route| {
        html! {
            <>
                {heading(context, 2, "kl-small-heading", html! {context.view(experiences).short_title()})}
                <div class="kl-parts">{for views.children_of(experiences, Kind::Question).map(question)}</div>
            </>
        }
    };
    let mut tips = views.children_of(phase, Kind::Tip).peekable();
    let inside = html! {
        <>
            {prose(context, &view.body)}
            if tips.peek().is_some() {
                {heading(context, 2, "kl-small-heading", html! {context.labels().tips()})}
                <ol class="kl-tips">{for tips.map(tip)}</ol>
                {trace(context, phase)}
            }
            {for views.children_of(phase, Kind::Experiences).map(experiences)}
        </>
    };
    part(context, phase, 1, inside)
}

/// The first paragraph of the background.
fn background(context: &RenderContext, route: Route) -> Html {
    let body = &context.view(route).body;
    prose(context, &body[..body.len().min(1)])
}
