//! The head of a page: metadata for browsers, search engines and social media.

use yew::prelude::*;

use crate::citation::Citation;
use crate::images::icon::Icons;
use crate::images::share_card;
use crate::pages::body::FOOTER_ID;

#[derive(PartialEq, Properties)]
pub struct HeadProps {
    pub title: String,
    /// The description. The page for missing addresses has none, nor anything else for search engines and social
    /// media.
    pub description: Option<String>,
    /// Paths of the stylesheets.
    pub styles: Vec<String>,
    pub icons: Icons,
    /// The scripts of the page.
    pub scripts: Vec<Script>,
    /// The language of the text with a territory, as in `nl_NL`.
    pub locale: String,
    /// The name of the site.
    pub site: String,
    /// The page as a source; the page for missing addresses is none.
    pub citation: Option<Citation>,
    /// The address of the licence of the text.
    pub licence: Option<String>,
    /// Absolute URLs, if the base URL is known.
    pub absolute_urls: Option<AbsoluteUrls>,
}

/// A script by its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Script {
    /// The loader, which runs once it has arrived.
    Loader(String),
    /// The loader of host pages, which runs after the other script of the page.
    HostLoader(String),
    /// A script that changes the content of the page: browsers that know the attribute render nothing before it ran.
    Page(String),
}

/// Absolute URLs of a page and its files; crawlers accept no relative ones.
#[derive(Clone, PartialEq)]
pub struct AbsoluteUrls {
    /// The page. It is its own canonical page, because browsers share the canonical URL.
    pub page: String,
    /// The share card.
    pub card: String,
    /// The oEmbed response, which views have.
    pub oembed: Option<String>,
    /// Language and URL of the same view in each language, if there are several.
    pub languages: Vec<(String, String)>,
}

/// The elements that differ from view to view follow the reader: `embed/head.js` lists them.
#[component]
pub fn Head(head: &HeadProps) -> Html {
    let absolute_urls = head.absolute_urls.as_ref();
    let oembed = absolute_urls.and_then(|urls| urls.oembed.clone());
    html! {
        <>
            <title>{&head.title}</title>
            // Early, because some consumers read only the first part of a page.
            if let Some(oembed) = oembed {
                <link rel="alternate" type="application/json+oembed" href={oembed} title={head.title.clone()} />
            }
            if let Some(description) = &head.description {
                {metadata(head, description)}
            }
            {for head.citation.iter().map(citation)}
            {for head.styles.iter().map(|style| html! { <link rel="stylesheet" href={style.clone()} /> })}
            // Browsers that know this link type render nothing before the footer has arrived: no layout shift.
            <link rel="expect" href={format!("#{FOOTER_ID}")} blocking="render" />
            <link rel="icon" type="image/svg+xml" href={head.icons.svg.clone()} />
            <link rel="apple-touch-icon" href={head.icons.touch.clone()} />
            <link rel="manifest" href={head.icons.manifest.clone()} />
            if let Some(licence) = &head.licence {
                <link rel="license" href={licence.clone()} />
            }
            {for head.scripts.iter().cloned().map(|script| match script {
                Script::Loader(src) => html! { <script async=true {src}></script> },
                Script::HostLoader(src) => html! { <script defer=true {src}></script> },
                Script::Page(src) => html! { <script defer=true blocking="render" {src}></script> },
            })}
        </>
    }
}

/// Metadata for search engines and social media.
fn metadata(head: &HeadProps, description: &str) -> Html {
    let open_graph = |property: &'static str, content: &str| {
        html! { <meta {property} content={content.to_owned()} /> }
    };
    html! {
        <>
            <meta name="description" content={description.to_owned()} />
            {open_graph("og:title", &head.title)}
            {open_graph("og:description", description)}
            {open_graph("og:type", "article")}
            {open_graph("og:site_name", &head.site)}
            {open_graph("og:locale", &head.locale)}
            if let Some(absolute_urls) = &head.absolute_urls {
                {open_graph("og:url", &absolute_urls.page)}
                {open_graph("og:image", &absolute_urls.card)}
                {open_graph("og:image:type", "image/png")}
                {open_graph("og:image:width", &share_card::SIZE.0.to_string())}
                {open_graph("og:image:height", &share_card::SIZE.1.to_string())}
                {open_graph("og:image:alt", &head.title)}
                <link rel="canonical" href={absolute_urls.page.clone()} />
                {for absolute_urls.languages.iter().map(|(lang, url)| html! {
                    <link rel="alternate" hreflang={lang.clone()} href={url.clone()} />
                })}
                // The first language is the default for readers of other languages.
                {for absolute_urls.languages.first().map(|(_, url)| html! {
                    <link rel="alternate" hreflang="x-default" href={url.clone()} />
                })}
            }
            <meta name="twitter:card" content="summary_large_image" />
        </>
    }
}

/// Metadata for reference managers, under the names that HighWire Press gave them:
/// <https://scholar.google.com/intl/en/scholar/inclusion.html#indexing>.
fn citation(citation: &Citation) -> Html {
    let mut facts = vec![("title", citation.title.clone())];
    facts.extend(citation.undivided_names().map(|name| ("author", name)));
    facts.extend(
        citation
            .year
            .map(|year| ("publication_date", year.to_string())),
    );
    match &citation.part_of {
        // Zotero takes the type from one of these, Google Scholar from the other.
        Some(title) => {
            facts.extend(["inbook_title", "book_title"].map(|name| (name, title.clone())))
        }
        // By this fact Zotero knows a report.
        None if !citation.organisations.is_empty() => {
            let organisations = citation.organisations.join("; ");
            facts.push(("technical_report_institution", organisations));
        }
        None => {}
    }
    facts.push(("language", citation.lang.clone()));
    facts.extend(citation.url.iter().map(|url| ("public_url", url.clone())));
    let tag = |(name, content): (&str, String)| {
        html! { <meta name={format!("citation_{name}")} {content} /> }
    };
    facts.into_iter().map(tag).collect()
}
