//! A finished page: everything a view shows, without any script.

use anyhow::{Context, Result};
use kennislemniscaat::publication::Publication;
use kennislemniscaat::route::Route;
use kennislemniscaat::view::{Shown, Site, Widget};
use std::rc::Rc;
use yew::prelude::*;

use crate::address::Address;
use crate::card;
use crate::icon::Icons;
use crate::{linked_data, oembed};

/// What our own pages are made with.
pub struct Pages {
    /// The page around everything, as Trunk left it.
    template: String,
    /// The stylesheet, below the site's root.
    style: String,
    icons: Icons,
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
    /// The same view in every language, with its address, if there are several.
    pub languages: Vec<(String, String)>,
}

const HEAD: &str = "<!--publish:head-->";
const BODY: &str = "<!--publish:body-->";

impl Pages {
    /// Pages in a template that has a place for head and body.
    ///
    /// # Errors
    /// When the template lacks one.
    pub fn new(template: &str, style: String, icons: Icons) -> Result<Self> {
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
            icons,
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
                    public: public(page.address.as_ref()),
                    heading_level: 1,
                },
                route: page.route,
                missing: page.stands_in.then(|| "".into()),
                instance: 0,
                on_shown: Callback::noop(),
            },
        };
        let below = |file: &str| format!("{}{file}", page.base);
        let head = HeadProps {
            title: page.route.title(content),
            description: page.route.description(content),
            style: below(&self.style),
            icons: Icons {
                svg: below(&self.icons.svg),
                touch: below(&self.icons.touch),
                manifest: below(&self.icons.manifest),
            },
            script: below("embed.js"),
            lang: content.lang.clone(),
            site: content.title.clone(),
            stands_in: page.stands_in,
            places: page.address.as_ref().map(|address| Places {
                own: address.of(content, page.route),
                canonical: address.of(content, canonical(page.route)),
                card: address.of(content, page.route) + card::FILE,
                oembed: format!("{}{}", address.root(), oembed::path(content, page.route)),
                languages: page.languages.clone(),
            }),
        };
        let linked_data = match &page.address {
            Some(address) if !page.stands_in => linked_data::element(content, page.route, address),
            _ => String::new(),
        };
        let head = yew::LocalServerRenderer::<Head>::with_props(head);
        let body = yew::LocalServerRenderer::<Body>::with_props(body);
        self.template
            .replacen("<html>", &format!("<html lang=\"{}\">", content.lang), 1)
            .replacen(
                HEAD,
                &(head.hydratable(false).render().await + &linked_data),
                1,
            )
            .replacen(BODY, &body.hydratable(false).render().await, 1)
    }

    /// The view alone, for the loader to put into a page of others. Its links are relative
    /// to where it lies: a folder for the publication in the site's folder of files.
    pub async fn fragment(
        &self,
        publication: &Rc<Publication>,
        route: Route,
        address: Option<&Address>,
    ) -> String {
        let content = &publication.content;
        let depth = route.path(content).matches('/').count();
        let shown = Shown {
            site: Site {
                publication: Rc::clone(publication),
                base: "../".repeat(depth + 2).into(),
                public: public(address),
                heading_level: 2,
            },
            route,
            missing: None,
            instance: 0,
            on_shown: Callback::noop(),
        };
        let title = yew::LocalServerRenderer::<Title>::with_props(TitleProps {
            title: route.title(content),
        });
        let widget = yew::LocalServerRenderer::<Widget>::with_props(shown);
        format!(
            "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\">{}<div>{}</div></html>\n",
            content.lang,
            title.hydratable(false).render().await,
            widget.hydratable(false).render().await,
        )
    }
}

/// What the links that readers share begin with.
fn public(address: Option<&Address>) -> Option<Rc<str>> {
    address.map(|address| address.root().into())
}

#[derive(PartialEq, Properties)]
struct HeadProps {
    title: String,
    description: String,
    style: String,
    icons: Icons,
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
    oembed: String,
    languages: Vec<(String, String)>,
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
            // Early: some read no further than the first part of a page.
            if let Some(places) = head.places.as_ref().filter(|_| !head.stands_in) {
                <link rel="alternate" type="application/json+oembed" href={places.oembed.clone()} title={head.title.clone()} />
            }
            <meta name="description" content={head.description.clone()} />
            if !head.stands_in {
                {social(head)}
            } else {
                <meta name="robots" content="noindex" />
            }
            <link rel="stylesheet" href={head.style.clone()} />
            <link rel="icon" type="image/svg+xml" href={head.icons.svg.clone()} />
            <link rel="apple-touch-icon" href={head.icons.touch.clone()} />
            <link rel="manifest" href={head.icons.manifest.clone()} />
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
                {for places.languages.iter().map(|(lang, url)| html! {
                    <link rel="alternate" hreflang={lang.clone()} href={url.clone()} />
                })}
                // The first language is for readers of any other.
                {for places.languages.first().map(|(_, url)| html! {
                    <link rel="alternate" hreflang="x-default" href={url.clone()} />
                })}
            }
            <meta name="twitter:card" content="summary_large_image" />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct TitleProps {
    title: String,
}

#[component]
fn Title(TitleProps { title }: &TitleProps) -> Html {
    html! { <title>{title}</title> }
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
            <a class="page-skip" href="#inhoud">{labels.skip()}</a>
            // The loader replaces what is in here by the live widget.
            <main class="page-main" id="inhoud" tabindex="-1" data-kennislemniscaat="">
                <div><Widget ..body.shown.clone() /></div>
            </main>
            <footer class="page-footer">
                <a href={format!("{}voorbeeld/", site.base)}>{labels.example()}</a>
            </footer>
        </>
    }
}
