//! A prerendered page: everything that a view shows, without any script.

use anyhow::{Context, Result};
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::without_soft_hyphens;
use kennislemniscaat::route::Route;
use kennislemniscaat::view::{RenderContext, Section, Widget, WidgetProps};
use std::rc::Rc;
use yew::prelude::*;

use crate::edition::Edition;
use crate::images::icon::Icons;
use crate::images::share_card;
use crate::pages::base_url::BaseUrl;
use crate::pages::body::{Body, BodyProps};
use crate::pages::head::{AbsoluteUrls, Head, HeadProps};
use crate::pages::json_ld;
use crate::pages::oembed;

/// Renders standalone pages and fragments.
pub struct Pages {
    /// `index.html` as Trunk left it.
    template: String,
    assets: PageAssets,
}

/// Paths of the files of standalone pages, below the site's root.
#[derive(Default)]
pub struct PageAssets {
    pub style: String,
    /// The script that makes pages interactive.
    pub script: String,
    pub icons: Icons,
    /// Whether the site has sample host pages.
    pub has_examples: bool,
}

/// The content of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    View(Route),
    /// The overview, in place of a page that doesn't exist.
    Missing,
    /// The nearest view, in place of a view that was published once.
    Gone(Route),
    /// The whole publication in reading order, for print.
    Everything,
}

pub struct Page<'a> {
    /// The bundle of the edition, shared by the pages of a thread.
    pub bundle: Rc<Bundle>,
    pub edition: &'a Edition,
    pub kind: PageKind,
    /// The path from the page to the site's root.
    pub base: Rc<str>,
    pub base_url: Option<BaseUrl>,
    /// Language and URL of the same view in each language, if there are several.
    pub languages: Vec<(String, String)>,
    /// The path that was requested, if the kind is another view in place of it; empty if any may have been.
    pub requested_path: Option<Rc<str>>,
}

const HEAD: &str = "<!--publish:head-->";
const BODY: &str = "<!--publish:body-->";

impl Pages {
    /// Renders pages into a template.
    ///
    /// # Errors
    /// If the template lacks the place for the head, the body or the language.
    pub fn new(template: &str, assets: PageAssets) -> Result<Self> {
        for place in [HEAD, BODY, "<html>"] {
            template.find(place).with_context(|| {
                format!(
                    "missing {place} in index.html; expected a place for head, body and language"
                )
            })?;
        }
        // Only Trunk needs these lines.
        let lines = template.lines().filter(|line| !line.contains("data-trunk"));
        Ok(Self {
            template: lines.map(|line| format!("{line}\n")).collect(),
            assets,
        })
    }

    /// Renders a page as HTML.
    pub async fn html(&self, page: &Page<'_>) -> String {
        let content = &page.bundle.content;
        let route = match page.kind {
            PageKind::View(route) | PageKind::Gone(route) => route,
            PageKind::Missing | PageKind::Everything => Route::OVERVIEW,
        };
        let context = RenderContext {
            bundle: Rc::clone(&page.bundle),
            base: page.base.clone(),
            public_url: public_url(page.base_url.as_ref(), &content.lang),
            heading_level: 1,
            sections: page
                .edition
                .search
                .sections(content.views.get(route).kind, true),
        };
        let props = || WidgetProps {
            context: context.clone(),
            route,
            requested_path: page.requested_path.clone(),
            mount_id: 0,
            on_rendered: Callback::noop(),
        };
        let body = BodyProps {
            props: match page.kind {
                PageKind::View(_) | PageKind::Missing | PageKind::Gone(_) => Some(props()),
                PageKind::Everything => None,
            },
            context: context.clone(),
            has_examples: self.assets.has_examples,
        };
        let is_view = matches!(page.kind, PageKind::View(_));
        // A page that doesn't exist has no address and no metadata.
        let exists = !matches!(page.kind, PageKind::Missing | PageKind::Gone(_));
        let base_url = page.base_url.as_ref().filter(|_| exists);
        let below = |file: &str| format!("{}{file}", page.base);
        let head = HeadProps {
            title: match page.kind {
                PageKind::Everything => {
                    without_soft_hyphens(&format!("{} – {}", content.labels.print(), content.title))
                }
                _ => content.page_title(route),
            },
            description: exists.then(|| page.edition.details(route).description.clone()),
            style: below(&self.assets.style),
            icons: Icons {
                svg: below(&self.assets.icons.svg),
                touch: below(&self.assets.icons.touch),
                manifest: below(&self.assets.icons.manifest),
            },
            script: below(&self.assets.script),
            locale: locale(&content.lang),
            site: without_soft_hyphens(&content.title),
            licence: page.edition.licence.clone(),
            absolute_urls: base_url.map(|base_url| AbsoluteUrls {
                page: match page.kind {
                    PageKind::Everything => base_url.print_url(content),
                    _ => base_url.view_url(content, route),
                },
                card: base_url.view_url(content, route) + share_card::FILE,
                oembed: is_view
                    .then(|| format!("{}{}", base_url.root(), oembed::path(content, route))),
                languages: page.languages.clone(),
            }),
        };
        let json_ld = base_url
            .filter(|_| is_view)
            .map(|base_url| json_ld::element(page.edition, route, base_url))
            .unwrap_or_default();
        let head = yew::LocalServerRenderer::<Head>::with_props(head);
        let body = yew::LocalServerRenderer::<Body>::with_props(body);
        self.template
            .replacen("<html>", &format!("<html lang=\"{}\">", content.lang), 1)
            .replacen(HEAD, &(head.hydratable(false).render().await + &json_ld), 1)
            .replacen(BODY, &body.hydratable(false).render().await, 1)
    }

    /// Renders a view alone, which the loader puts into a host page. Its links are relative to the fragment's file,
    /// which lies in a folder for the publication in the site's folder of files. Links to share the view hold
    /// `{url}`, encoded, which the loader fills in. `sections` are the pieces that the search lists.
    pub async fn fragment(
        &self,
        bundle: &Rc<Bundle>,
        route: Route,
        sections: Rc<[Section]>,
    ) -> String {
        let content = &bundle.content;
        let depth = content.views.path(route).matches('/').count();
        let props = WidgetProps {
            context: RenderContext {
                bundle: Rc::clone(bundle),
                base: "../".repeat(depth + 2).into(),
                public_url: Some("{url}".into()),
                heading_level: 2,
                sections,
            },
            route,
            requested_path: None,
            mount_id: 0,
            on_rendered: Callback::noop(),
        };
        let fragment = yew::LocalServerRenderer::<Fragment>::with_props(FragmentProps { props });
        format!(
            "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\">{}</html>\n",
            content.lang,
            fragment.hydratable(false).render().await,
        )
    }
}

/// A language as Open Graph names it, with a territory: <https://ogp.me/#optional>.
fn locale(lang: &str) -> String {
    match lang.split_once('-') {
        Some((language, territory)) => format!("{language}_{}", territory.to_uppercase()),
        None if lang == "en" => "en_GB".into(),
        None => format!("{lang}_{}", lang.to_uppercase()),
    }
}

/// The pattern of the addresses that readers share.
fn public_url(base_url: Option<&BaseUrl>, lang: &str) -> Option<Rc<str>> {
    base_url.map(|base_url| format!("{}{lang}/{{path}}", base_url.root()).into())
}

#[derive(PartialEq, Properties)]
struct FragmentProps {
    props: WidgetProps,
}

/// A view with its title. The overview also holds the message for a view that is shown in place of one that
/// doesn't exist.
#[component]
fn Fragment(FragmentProps { props }: &FragmentProps) -> Html {
    let content = &props.context.bundle.content;
    let nearest = (props.route == Route::OVERVIEW).then(|| content.labels.nearest().to_owned());
    html! {
        <>
            <title>{content.page_title(props.route)}</title>
            <div data-nearest={nearest}><Widget ..props.clone() /></div>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    const TEMPLATE: &str = include_str!("../../../index.html");

    fn pages() -> Pages {
        let icons = Icons {
            svg: "icon.svg".into(),
            touch: "icon.png".into(),
            manifest: "site.webmanifest".into(),
        };
        let assets = PageAssets {
            style: "page.css".into(),
            script: "page.js".into(),
            icons,
            has_examples: true,
        };
        Pages::new(TEMPLATE, assets).unwrap()
    }

    async fn html(kind: Shown, base_url: Option<&str>, languages: &[(&str, &str)]) -> String {
        let languages = languages.iter();
        let edition = fixture::edition();
        let page = Page {
            bundle: Rc::new(edition.bundle.clone()),
            edition: &edition,
            kind: match kind {
                Shown::View(path) => PageKind::View(edition.content().views.resolve(path).route),
                Shown::Missing => PageKind::Missing,
                Shown::Everything => PageKind::Everything,
            },
            base: "../../".into(),
            base_url: base_url.map(|url| BaseUrl::new(url).unwrap()),
            languages: languages
                .map(|(lang, url)| ((*lang).into(), (*url).into()))
                .collect(),
            requested_path: matches!(kind, Shown::Missing).then(|| "".into()),
        };
        pages().html(&page).await
    }

    /// A page by the path of its view.
    #[derive(Debug, Clone, Copy)]
    enum Shown {
        View(&'static str),
        Missing,
        Everything,
    }

    const PHASE: Shown = Shown::View("vertaling");
    const TIP: Shown = Shown::View("vertaling/tip-5");

    #[tokio::test]
    async fn a_page_without_a_base_url_has_no_absolute_urls_of_the_site() {
        let html = html(PHASE, None, &[]).await;
        let organisations = fixture::edition().organisations;
        for part in html.split("https://").skip(1) {
            let is_start = |url: &str| part.starts_with(url.trim_start_matches("https://"));
            let known = organisations
                .iter()
                .any(|(_, url)| url.as_deref().is_some_and(is_start));
            assert!(known, "{part}");
        }
        assert!(html.contains("og:title"), "it can still be shared");
    }

    #[tokio::test]
    async fn a_tip_has_its_own_card_and_is_its_own_canonical_page() {
        let html = html(TIP, Some("https://example.org/map"), &[]).await;
        let url = "https://example.org/map/nl/vertaling/tip-5/";
        for part in [
            format!("property=\"og:url\" content=\"{url}\""),
            format!("property=\"og:image\" content=\"{url}kaart.png\""),
            format!("rel=\"canonical\" href=\"{url}\""),
            "href=\"https://example.org/map/oembed/nl/vertaling/tip-5.json\"".to_owned(),
        ] {
            assert!(html.contains(&part), "{part}");
        }
    }

    #[tokio::test]
    async fn a_page_links_to_itself_in_every_language() {
        let languages = [
            ("nl", "https://a.example/nl/"),
            ("en", "https://a.example/en/"),
        ];
        let html = html(PHASE, Some("https://a.example"), &languages).await;
        for part in [
            "hreflang=\"nl\" href=\"https://a.example/nl/\"",
            "hreflang=\"en\" href=\"https://a.example/en/\"",
            "hreflang=\"x-default\" href=\"https://a.example/nl/\"",
        ] {
            assert!(html.contains(part), "{part}");
        }
    }

    #[test]
    fn a_locale_has_a_territory() {
        let locales = ["nl", "nl-be", "en", "fr"].map(locale);
        assert_eq!(locales, ["nl_NL", "nl_BE", "en_GB", "fr_FR"]);
    }

    #[tokio::test]
    async fn the_print_page_is_its_own_canonical_page() {
        let html = html(Shown::Everything, Some("https://a.example/map"), &[]).await;
        let url = "https://a.example/map/nl/print/";
        assert!(html.contains(&format!("rel=\"canonical\" href=\"{url}\"")));
        assert!(html.contains(&format!("property=\"og:url\" content=\"{url}\"")));
        // An oEmbed response and linked data describe a view.
        assert!(!html.contains("oembed") && !html.contains("ld+json"));
    }

    #[tokio::test]
    async fn the_page_for_missing_addresses_has_no_metadata() {
        let html = html(Shown::Missing, Some("https://a.example"), &[]).await;
        for part in ["name=\"description\"", "\"og:", "canonical", "ld+json"] {
            assert!(!html.contains(part), "{part}");
        }
    }

    #[tokio::test]
    async fn no_page_forbids_search_engines_to_index_it() {
        for kind in [PHASE, Shown::Missing, Shown::Everything] {
            let html = html(kind, Some("https://a.example"), &[]).await;
            assert!(!html.contains("robots"), "{kind:?}");
        }
    }
}
