//! The head of a page: what browsers, search engines and social media are told of it.

use yew::prelude::*;

use crate::images::icon::Icons;
use crate::images::share_card;
use crate::pages::body::FOOTER_ID;

/// What a head says.
#[derive(PartialEq, Properties)]
pub struct HeadProps {
    /// The page's title.
    pub title: String,
    /// A sentence or two on what it holds.
    pub description: String,
    /// Where the stylesheet is.
    pub style: String,
    /// Where the icons are.
    pub icons: Icons,
    /// Where the loader is.
    pub script: String,
    /// The language of the text, with a territory.
    pub locale: String,
    /// The name of the site.
    pub site: String,
    /// Whether search engines and social media may show the page.
    pub indexable: bool,
    /// Absolute addresses, where they are known.
    pub absolute_urls: Option<AbsoluteUrls>,
}

/// Absolute addresses: crawlers take no others.
#[derive(Clone, PartialEq)]
pub struct AbsoluteUrls {
    /// The page itself.
    pub own: String,
    /// The page that search engines keep.
    pub canonical: String,
    /// The picture.
    pub card: String,
    /// What oEmbed answers.
    pub oembed: String,
    /// The same in every language, if there are several.
    pub languages: Vec<(String, String)>,
}

/// The head.
#[component]
pub fn Head(head: &HeadProps) -> Html {
    html! {
        <>
            <title>{&head.title}</title>
            // Early: some read no further than the first part of a page.
            if let Some(absolute_urls) = &head.absolute_urls {
                <link rel="alternate" type="application/json+oembed" href={absolute_urls.oembed.clone()} title={head.title.clone()} />
            }
            <meta name="description" content={head.description.clone()} />
            if head.indexable {
                {social(head)}
            } else {
                <meta name="robots" content="noindex" />
            }
            <link rel="stylesheet" href={head.style.clone()} />
            // What comes in parts is drawn as a whole, where a browser knows of this: nothing moves.
            <link rel="expect" href={format!("#{FOOTER_ID}")} blocking="render" />
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
            {open_graph("og:locale", &head.locale)}
            if let Some(absolute_urls) = &head.absolute_urls {
                {open_graph("og:url", &absolute_urls.own)}
                {open_graph("og:image", &absolute_urls.card)}
                {open_graph("og:image:type", "image/png")}
                {open_graph("og:image:width", &share_card::SIZE.0.to_string())}
                {open_graph("og:image:height", &share_card::SIZE.1.to_string())}
                {open_graph("og:image:alt", &head.title)}
                <link rel="canonical" href={absolute_urls.canonical.clone()} />
                {for absolute_urls.languages.iter().map(|(lang, url)| html! {
                    <link rel="alternate" hreflang={lang.clone()} href={url.clone()} />
                })}
                // The first language is for readers of any other.
                {for absolute_urls.languages.first().map(|(_, url)| html! {
                    <link rel="alternate" hreflang="x-default" href={url.clone()} />
                })}
            }
            <meta name="twitter:card" content="summary_large_image" />
        </>
    }
}
