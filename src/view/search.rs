//! The search, with links to the pages that are not views.
//!
//! `embed/search.js` makes its form and its results, because a search in the WebAssembly weighs four times as much.
//! Prerendered views have all pieces in its place, by kind and again by theme.

use yew::prelude::*;

use super::RenderContext;
use super::heading::title;
use super::link::link;
use crate::content::OtherPage;
use crate::route::{Kind, Route};

/// The search view. The loader knows the place of the search by its class.
pub(super) fn search_view(context: &RenderContext, route: Route) -> Html {
    let name = context.views().name(route);
    let page = |page: &OtherPage| {
        html! { <li><a href={context.href_of(&page.path)}>{&page.title}</a></li> }
    };
    html! {
        <>
            {title(context, route, "")}
            <div class="kl-find" data-search={name}>{pieces(context)}</div>
            <ul>{for context.content().pages.iter().map(page)}</ul>
        </>
    }
}

/// In the browser the search makes the list.
#[cfg(target_arch = "wasm32")]
fn pieces(_: &RenderContext) -> Html {
    html! {}
}

/// All pieces in sections.
#[cfg(not(target_arch = "wasm32"))]
fn pieces(context: &RenderContext) -> Html {
    use super::heading::heading;

    let piece = |(route, title): &(Route, String)| {
        html! { <li>{link(context, *route, "kl-more", html! {title})}</li> }
    };
    let section = |section: &super::Section| {
        html! {
            <section>
                {heading(context, 1, "kl-heading", html! {&section.title})}
                <ol class="kl-all">{for section.pieces.iter().map(piece)}</ol>
            </section>
        }
    };
    html! { <>{for context.sections.iter().map(section)}</> }
}

/// The link to the search, on every other view.
pub(super) fn search_link(context: &RenderContext, route: Route) -> Html {
    let mut searches = context.views().children_of(Route::OVERVIEW, Kind::Search);
    let Some(search) = searches.next().filter(|search| *search != route) else {
        return html! {};
    };
    let text = html! {context.view(search).short_title()};
    html! { <p class="kl-search">{link(context, search, "kl-crumb", text)}</p> }
}
