//! The phases as steps: what each is, where to begin, what others said, and what comes next. It is only ever
//! prerendered.

use yew::prelude::*;

use super::RenderContext;
use super::figure::figure;
use super::heading::{heading, phase_heading};
use super::link::link;
use super::page_links::PageLinks;
use super::phase::phase_class;
use super::prose::inlines;
use super::quote::quote_with_link;
use crate::content::{Block, interpolate};
use crate::route::{Kind, Route};

/// Renders the phases as steps.
pub fn step_by_step(context: &RenderContext, links: &PageLinks) -> Html {
    let content = context.content();
    let labels = &content.labels;
    let step = |(index, phase): (usize, &Route)| step(context, index, *phase);
    html! {
        <div class="kl kl-overview kl-whole" lang={content.lang.clone()}>
            <div class="kl-head">
                {heading(context, 0, "kl-title", html! {labels.step_by_step()})}
                <p class="kl-subtitle">{labels.step_by_step_introduction()}</p>
            </div>
            <div class="kl-body">
                {figure(context, Route::OVERVIEW)}
                <div class="kl-main">
                    {links.languages()}
                    <ol class="kl-steps">{for content.phases.iter().enumerate().map(step)}</ol>
                    if let Some(checklist) = &links.checklist {
                        <p><a href={checklist.clone()} class="kl-button">{labels.checklist()}</a></p>
                    }
                    <p><a href={context.href_of(&content.print)} class="kl-button">{labels.print()}</a></p>
                </div>
            </div>
        </div>
    }
}

fn step(context: &RenderContext, index: usize, phase: Route) -> Html {
    let views = context.views();
    let labels = context.labels();
    let view = context.view(phase);
    let first_paragraph = view.body.iter().find_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    });
    let tip = views.children_of(phase, Kind::Tip).next();
    let quote = views
        .children_of(phase, Kind::Experiences)
        .flat_map(|experiences| views.children_of(experiences, Kind::Question))
        .find_map(|question| views.children_of(question, Kind::Quote).next());
    let small = |label: &str| heading(context, 2, "kl-small-heading", html! {label});
    let phases = &context.content().phases;
    let next = (index + 1) % phases.len();
    let more = interpolate(labels.more_about(), &[("phase", &view.short_title())]);
    html! {
        <li id={id(index)} class={classes!("kl-step", view.phase.map(phase_class))}>
            {phase_heading(context, phase)}
            if let Some(text) = first_paragraph {
                <p>{inlines(text)}</p>
            }
            if let Some(tip) = tip {
                {small(labels.first_tip())}
                <p class="kl-first">{link(context, tip, "kl-more", inlines(&context.view(tip).heading))}</p>
            }
            if let Some(quote) = quote {
                {small(labels.others_said())}
                {quote_with_link(context, quote)}
            }
            <div class="kl-onward">
                {small(labels.next_step())}
                <ul>
                    if next != index {
                        <li><a href={format!("#{}", id(next))} class="kl-more">{next_step(context, phases[next])}</a></li>
                    }
                    <li>{link(context, phase, "kl-more", html! {more})}</li>
                </ul>
            </div>
        </li>
    }
}

/// The id of the step of a phase.
fn id(index: usize) -> String {
    format!("phase-{}", index + 1)
}

/// The words of the link to the next step.
fn next_step(context: &RenderContext, phase: Route) -> String {
    let name = context.view(phase).short_title();
    format!("{}: {name}", context.labels().next_phase())
}
