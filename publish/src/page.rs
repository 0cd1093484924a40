//! A finished page: everything a view shows, without any script.

use anyhow::{Context, Result};
use kennislemniscaat::publication::Publication;
use kennislemniscaat::route::Route;
use kennislemniscaat::view::{Shown, Site, Widget};
use std::rc::Rc;
use yew::prelude::*;

use crate::address::Address;
use crate::card;

/// What our own pages are made with.
pub struct Pages {
    /// The page around everything, as Trunk left it.
    template: String,
    /// The stylesheet, below the site's root.
    style: String,
    /// The icon, below the site's root.
    icon: String,
}

/// One page.
pub struct Page {
    /// The publication.
    pub publication: Rc<Publication>,
    /// The view.
    pub route: Route,
    /// Where the site's root is, seen from the page.
    pub base: Rc<str>,
    /// Whether this stands in for a page that doesn't exist.
    pub stands_in: bool,
    /// Where the site will be, if that is known.
    pub address: Option<Address>,
}

const HEAD: &str = "<!--publish:head-->";
const BODY: &str = "<!--publish:body-->";

impl Pages {
    /// Pages in a template that has a place for head and body.
    ///
    /// # Errors
    /// When the template lacks one.
    pub fn new(template: &str, style: String, icon: String) -> Result<Self> {
        for place in [HEAD, BODY, "<html>"] {
            template
                .find(place)
                .with_context(|| format!("index.html lacks {place}"))?;
        }
        // What only Trunk needs.
        let lines = template.lines().filter(|line| !line.contains("data-trunk"));
        Ok(Self {
            template: lines.map(|line| format!("{line}\n")).collect(),
            style,
            icon,
        })
    }

    /// The HTML of a page.
    pub async fn html(&self, page: &Page) -> String {
        let content = &page.publication.content;
        let body = BodyProps {
            shown: Shown {
                site: Site {
                    publication: Rc::clone(&page.publication),
                    base: page.base.clone(),
                    heading_level: 1,
                },
                route: page.route,
                missing: page.stands_in.then(|| "".into()),
                instance: 0,
                on_shown: Callback::noop(),
            },
        };
        let head = HeadProps {
            title: page.route.title(content),
            description: page.route.description(content),
            style: format!("{}{}", page.base, self.style),
            icon: format!("{}{}", page.base, self.icon),
            script: format!("{}embed.js", page.base),
            lang: content.lang.clone(),
            site: content.title.clone(),
            stands_in: page.stands_in,
            places: page.address.as_ref().map(|address| Places {
                own: address.of(content, page.route),
                canonical: address.of(content, canonical(page.route)),
                card: address.of(content, page.route) + card::FILE,
            }),
        };
        let head = yew::LocalServerRenderer::<Head>::with_props(head);
        let body = yew::LocalServerRenderer::<Body>::with_props(body);
        self.template
            .replacen("<html>", &format!("<html lang=\"{}\">", content.lang), 1)
            .replacen(HEAD, &head.hydratable(false).render().await, 1)
            .replacen(BODY, &body.hydratable(false).render().await, 1)
    }
}

#[derive(PartialEq, Properties)]
struct HeadProps {
    title: String,
    description: String,
    style: String,
    icon: String,
    script: String,
    lang: String,
    site: String,
    stands_in: bool,
    places: Option<Places>,
}

/// Absolute addresses: crawlers take no others.
#[derive(Clone, PartialEq)]
struct Places {
    own: String,
    canonical: String,
    card: String,
}

/// The page that search engines keep for a view: tips, questions and quotes stand on another.
pub fn canonical(route: Route) -> Route {
    match route {
        Route::Tip { phase, .. } => Route::Phase { phase },
        Route::Question { phase, .. } | Route::Quote { phase, .. } => Route::Experiences { phase },
        other => other,
    }
}

#[component]
fn Head(head: &HeadProps) -> Html {
    html! {
        <>
            <title>{&head.title}</title>
            <meta name="description" content={head.description.clone()} />
            if !head.stands_in {
                {social(head)}
            } else {
                <meta name="robots" content="noindex" />
            }
            <link rel="stylesheet" href={head.style.clone()} />
            <link rel="icon" type="image/svg+xml" href={head.icon.clone()} />
            <script async=true src={head.script.clone()}></script>
        </>
    }
}

/// What search engines and social media ask for.
fn social(head: &HeadProps) -> Html {
    let open_graph = |property: &'static str, content: &str| {
        html! { <meta {property} content={content.to_owned()} /> }
    };
    html! {
        <>
            {open_graph("og:title", &head.title)}
            {open_graph("og:description", &head.description)}
            {open_graph("og:type", "article")}
            {open_graph("og:site_name", &head.site)}
            {open_graph("og:locale", &head.lang)}
            if let Some(places) = &head.places {
                {open_graph("og:url", &places.own)}
                {open_graph("og:image", &places.card)}
                {open_graph("og:image:type", "image/png")}
                {open_graph("og:image:width", &card::SIZE.0.to_string())}
                {open_graph("og:image:height", &card::SIZE.1.to_string())}
                {open_graph("og:image:alt", &head.title)}
                <link rel="canonical" href={places.canonical.clone()} />
            }
            <meta name="twitter:card" content="summary_large_image" />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct BodyProps {
    shown: Shown,
}

#[component]
fn Body(body: &BodyProps) -> Html {
    let Shown { site, .. } = &body.shown;
    let labels = &site.publication.content.labels;
    html! {
        <>
            <a class="page-skip" href="#inhoud">{&labels.skip}</a>
            // The loader replaces what is in here by the live widget.
            <main class="page-main" id="inhoud" tabindex="-1" data-kennislemniscaat="">
                <div><Widget ..body.shown.clone() /></div>
            </main>
            <footer class="page-footer">
                <a href={format!("{}voorbeeld/", site.base)}>{&labels.example}</a>
            </footer>
        </>
    }
}
