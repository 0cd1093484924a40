//! The search: a form with facets, and the results; or, where nothing is looked for, all pieces by kind and theme.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title};
use super::link::link;
use super::phase::phase_class;
use super::search_form::{chosen, form};
use super::search_state::{Change, Search};
use crate::content::interpolate;
use crate::route::{Kind, Route};
use crate::search::{Found, Part, found, has, nearest};

/// The search view.
pub(super) fn search_view(
    context: &RenderContext,
    route: Route,
    search: &Search,
    on_change: &Callback<Change>,
) -> Html {
    html! {
        <>
            {title(context, route, "")}
            {form(context, route, search, on_change)}
            {unseen_status(search)}
            if search.is_active() {
                {chosen(context, search, on_change)}
                {results(context, search, on_change)}
            } else {
                {everything(context, search)}
            }
        </>
    }
}

/// The message for screen readers. The element is always present, so that they announce its changes.
fn unseen_status(search: &Search) -> Html {
    html! { <p class="kl-unseen" role="status">{&search.announced}</p> }
}

fn results(context: &RenderContext, search: &Search, on_change: &Callback<Change>) -> Html {
    let labels = context.labels();
    let hits = &search.results.hits;
    let corrected = search.results.corrected();
    html! {
        <>
            {heading(context, 1, "kl-heading kl-count", html! {search.count(context)})}
            if !corrected.is_empty() && !hits.is_empty() {
                <p>{interpolate(labels.searched_for(), &[("words", &corrected)])}</p>
            }
            if hits.is_empty() {
                {ways_on(context, search, on_change)}
            }
            <ul class="kl-hit-phases">{for context.content().phases.iter().zip(&search.results.phases).filter(|(_, count)| **count > 0).map(|(phase, count)| html! {
                <li>{format!("{} {count}", context.view(*phase).short_title())}</li>
            })}</ul>
            <ol class="kl-hits" id="kl-hits" tabindex="-1">{for hits.iter().take(search.limit).map(|hit| result(context, search, *hit))}</ol>
            if hits.len() > search.limit {
                <p><button type="button" class="kl-button" onclick={on_change.reform(|_| Change::More)}>{labels.more()}</button></p>
            }
        </>
    }
}

/// Where nothing is found: the nearest word, and the phases.
fn ways_on(context: &RenderContext, search: &Search, on_change: &Callback<Change>) -> Html {
    let phases = context.content().phases.iter();
    let nearest = nearest(&search.index, &search.query.text).map(|word| {
        let label = interpolate(context.labels().did_you_mean(), &[("word", &word)]);
        let onclick = on_change.reform(move |_| Change::Typed(word.clone()));
        html! { <p><button type="button" class="kl-button" {onclick}>{label}</button></p> }
    });
    html! {
        <>
            {for nearest}
            <ul class="kl-all">{for phases.map(|phase| html! {
                <li>{link(context, *phase, "kl-more", html! {context.view(*phase).short_title()})}</li>
            })}</ul>
        </>
    }
}

fn result(context: &RenderContext, search: &Search, route: Route) -> Html {
    let Found {
        title,
        excerpt,
        speaker,
        reasons,
    } = found(&context.bundle, &search.results, route);
    let view = context.view(route);
    let name = match view.kind {
        Kind::Overview | Kind::Background => context.labels().background().to_owned(),
        Kind::Tip | Kind::Quote => view.short_title(),
        _ => view.kicker.clone(),
    };
    let phase = view.phase.filter(|_| view.kind != Kind::Phase);
    let phase = phase.map(|phase| {
        context
            .view(context.content().phases[usize::from(phase)])
            .short_title()
    });
    let place = match phase {
        Some(phase) => format!("{name}, {phase}"),
        None => name,
    };
    let class = view.phase.map(phase_class);
    html! {
        <li class={classes!("kl-hit", class)}>
            {link(context, route, "kl-hit-link", marked(&title))}
            if !excerpt.is_empty() {
                <p>{marked(&excerpt)}</p>
            }
            <p class="kl-hit-place">
                {place}
                if !speaker.is_empty() {
                    {": "}{marked(&speaker)}
                }
            </p>
            if !reasons.is_empty() {
                <p class="kl-hit-place">{reason(context, &reasons)}</p>
            }
        </li>
    }
}

/// The keywords or themes by which a piece was found.
fn reason(context: &RenderContext, reasons: &[Vec<Part>]) -> Html {
    let (before, after) = context
        .labels()
        .found_by()
        .split_once("{words}")
        .unwrap_or_default();
    let reasons = reasons.iter().enumerate().map(|(index, reason)| {
        html! {
            <>
                if index > 0 {
                    {", "}
                }
                {marked(reason)}
            </>
        }
    });
    html! { <>{before}{for reasons}{after}</> }
}

/// A text with its matches marked.
fn marked(parts: &[Part]) -> Html {
    let part = |part: &Part| match part.is_match {
        true => html! { <mark>{&part.text}</mark> },
        false => html! {&part.text},
    };
    parts.iter().map(part).collect()
}

/// All pieces by kind, and again by theme.
fn everything(context: &RenderContext, search: &Search) -> Html {
    let section = |facet: usize, option: usize, name: &str| {
        let hits = search
            .results
            .hits
            .iter()
            .filter(|hit| has(context.view(**hit), facet, option));
        let item = |hit: &Route| {
            let text = marked(&found(&context.bundle, &search.results, *hit).title);
            html! { <li>{link(context, *hit, "kl-more", text)}</li> }
        };
        html! {
            <section>
                {heading(context, 1, "kl-heading", html! {name})}
                <ul class="kl-all">{for hits.take(search.limit).map(item)}</ul>
            </section>
        }
    };
    let sections = [0, 2].into_iter().flat_map(|facet| {
        let options = search.facets[facet].options.iter().enumerate();
        let counts = &search.results.counts[facet];
        options
            .filter(move |(option, _)| counts[*option] > 0)
            .map(move |(option, value)| (facet, option, &*value.name))
    });
    sections
        .map(|(facet, option, name)| section(facet, option, name))
        .collect()
}

/// The number of the hits in each phase, if anything is looked for.
pub(super) fn lit_phases(search: Option<&Search>) -> Option<&[usize]> {
    search
        .filter(|search| search.is_active())
        .map(|search| &*search.results.phases)
}
