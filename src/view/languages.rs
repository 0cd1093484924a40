//! Links to the view in the other languages of the publication.

use yew::prelude::*;

use super::RenderContext;
use crate::content::OtherLanguage;
use crate::route::Route;

/// A link for each other language. The loader knows such a link by its `hreflang`.
pub(super) fn languages(context: &RenderContext, route: Route) -> Html {
    let languages = &context.content().languages;
    if languages.is_empty() {
        return html! {};
    }
    let link = |language: &OtherLanguage| {
        let OtherLanguage { lang, name, views } = language;
        let view = views.get(route.index()).cloned().unwrap_or_default();
        let href = context.href_in(lang, &view);
        html! { <a {href} hreflang={lang.clone()} lang={lang.clone()} data-view={view}>{name}</a> }
    };
    html! { <p class="kl-languages">{for languages.iter().map(link)}</p> }
}
