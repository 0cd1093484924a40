//! The checklist: all tips by phase, to tick off. It is only ever prerendered.
//!
//! `embed/checklist.js` keeps the ticks in the address and fills in what depends on them. Without it the boxes can be
//! ticked and the list can be printed, and a notice says that ticks are not kept.

use std::collections::HashMap;

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, phase_heading};
use super::link::link;
use super::page_links::PageLinks;
use super::phase::phase_class;
use super::prose::inlines;
use super::unseen::unseen;
use crate::content::without_soft_hyphens;
use crate::route::{Kind, Route};

/// Renders the checklist. The numbers of tips are their places in the state that the address holds.
pub fn checklist(
    context: &RenderContext,
    links: &PageLinks,
    numbers: &HashMap<Route, usize>,
) -> Html {
    let content = context.content();
    let labels = &content.labels;
    let views = context.views();
    let phase = |phase: &Route| {
        let mut tips = views.children_of(*phase, Kind::Tip).peekable();
        tips.peek()?;
        let class = context.view(*phase).phase.map(phase_class);
        let tip = |tip| item(context, tip, *phase, numbers.get(&tip).copied());
        Some(html! {
            <section class={classes!("kl-tick-part", class)}>
                {phase_heading(context, *phase)}
                <p class="kl-done" data-done=""></p>
                <ul class="kl-ticks">{for tips.map(tip)}</ul>
            </section>
        })
    };
    // A form of this kind is never sent, and browsers don't fill it in after a reload.
    html! {
        <div class="kl kl-overview kl-whole kl-checklist" lang={content.lang.clone()}>
            <div class="kl-head">
                {heading(context, 0, "kl-title", html! {labels.checklist()})}
                <p class="kl-subtitle">{labels.checklist_introduction()}</p>
            </div>
            <div class="kl-body">
                <form class="kl-main" method="dialog" autocomplete="off"
                    data-checklist={without_soft_hyphens(labels.checklist_done())}>
                    {links.languages()}
                    <div class="kl-state" role="status">
                        <p hidden=true data-damaged="">{labels.checklist_damaged()}</p>
                        <p class="kl-done" data-done=""></p>
                    </div>
                    <p class="kl-kept" data-not-kept="">{labels.checklist_not_kept()}</p>
                    <p class="kl-kept" hidden=true data-kept="">
                        {labels.checklist_address()}{" "}<a data-address=""></a>
                    </p>
                    {for content.phases.iter().filter_map(phase)}
                    <p><button type="reset" class="kl-button">{labels.checklist_clear()}</button></p>
                </form>
            </div>
        </div>
    }
}

/// A tip with its box, and a link to its view.
fn item(context: &RenderContext, tip: Route, phase: Route, number: Option<usize>) -> Html {
    let view = context.view(tip);
    let phase_name = context.view(phase).short_title();
    let name = html! {
        <>
            {view.short_title()}
            {unseen(&format!(" – {phase_name}"))}
        </>
    };
    let number = number.map(|number| number.to_string());
    html! {
        <li>
            <label><input type="checkbox" data-bit={number} /><span>{inlines(&view.heading)}</span></label>
            {link(context, tip, "kl-more", name)}
        </li>
    }
}
