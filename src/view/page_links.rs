//! Links of pages that are not views. No loader follows them: they lead to other pages.

use yew::prelude::*;

/// The addresses that a page that is not a view leads to, besides those of views.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageLinks {
    /// The checklist, if the publication has one.
    pub checklist: Option<String>,
    /// The page in the other languages: the language tag, the name of the language and the address.
    pub languages: Vec<(String, String, String)>,
}

impl PageLinks {
    /// A link to the page in each other language.
    pub fn languages(&self) -> Html {
        if self.languages.is_empty() {
            return html! {};
        }
        let link = |(lang, name, href): &(String, String, String)| {
            html! { <a href={href.clone()} hreflang={lang.clone()} lang={lang.clone()}>{name}</a> }
        };
        html! { <p class="kl-languages">{for self.languages.iter().map(link)}</p> }
    }
}
