//! The form of the search: the field, the facets and the values that are chosen.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::RenderContext;
use super::search_state::{Change, Search};
use super::unseen::unseen;
use crate::content::interpolate;
use crate::route::Route;

/// The form. It leads to the search page of the site where no widget handles it.
pub(super) fn form(
    context: &RenderContext,
    route: Route,
    search: &Search,
    on_change: &Callback<Change>,
) -> Html {
    let labels = context.labels();
    if context.is_fragment {
        // The loader can't search: the link leads out of the widget, to our page.
        return html! { <p class="kl-find"><a class="kl-button" href={context.href(route)}>{labels.search_field()}</a></p> };
    }
    let oninput = on_change.reform(|event: InputEvent| {
        let field: Option<HtmlInputElement> = event.target_dyn_into();
        Change::Typed(field.map(|field| field.value()).unwrap_or_default())
    });
    let onsubmit = on_change.reform(|event: SubmitEvent| {
        event.prevent_default();
        Change::Submitted
    });
    let count = search.results.hits.len().to_string();
    html! {
        <form class="kl-find" action={context.href(route)} {onsubmit}>
            <label>
                <span>{labels.search_field()}</span>
                <input type="search" name="q" value={search.query.text.clone()} maxlength="200" autocomplete="off" {oninput} />
            </label>
            <button class="kl-button">{labels.search()}</button>
            <div class="kl-facets">
                {for (0..search.facets.len()).map(|facet| fieldset(search, facet, on_change))}
                if search.is_active() && count != "0" {
                    <p class="kl-to-hits"><a href="#kl-hits">{interpolate(labels.show_results(), &[("count", &count)])}</a></p>
                }
            </div>
        </form>
    }
}

/// A facet with the values that lead to results; nothing if no value is left to choose.
fn fieldset(search: &Search, facet: usize, on_change: &Callback<Change>) -> Html {
    let counts = &search.results.counts[facet];
    let values = &search.facets[facet];
    let option = |(option, count): (usize, &usize)| {
        let checked = search.query.is_chosen(facet, option);
        if *count == 0 && !checked {
            return None;
        }
        let value = &values.options[option];
        let onchange = on_change.reform(move |_| Change::Chosen(facet, option, !checked));
        Some(html! {
            <li key={option}><label>
                <input type="checkbox" name={values.name} value={value.key.clone()} {checked} {onchange} />
                <span>{format!("{} ({count})", value.name)}</span>
            </label></li>
        })
    };
    let options: Vec<_> = counts.iter().enumerate().filter_map(option).collect();
    if options.is_empty() {
        return html! {};
    }
    html! {
        <details class="kl-facet" key={values.name}>
            <summary class="kl-button" tabindex="0">{&values.label}</summary>
            <fieldset>
                <legend>{unseen(&values.label)}</legend>
                <ul>{for options}</ul>
            </fieldset>
        </details>
    }
}

/// The values that are chosen; a button takes each away.
pub(super) fn chosen(
    context: &RenderContext,
    search: &Search,
    on_change: &Callback<Change>,
) -> Html {
    let button = |(facet, option): &(usize, usize)| {
        let (facet, option) = (*facet, *option);
        let name = &search.facets[facet].options[option].name;
        let label = interpolate(context.labels().take_away(), &[("name", name)]);
        let onclick = on_change.reform(move |_| Change::Chosen(facet, option, false));
        html! {
            <li><button type="button" class="kl-button" aria-label={label} {onclick}>{format!("{name} ×")}</button></li>
        }
    };
    html! { <ul class="kl-chosen">{for search.query.chosen().iter().map(button)}</ul> }
}
