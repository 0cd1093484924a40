//! A prerendered page: everything that a view shows, without any script.

use anyhow::{Context, Result};
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::{Labels, without_soft_hyphens};
use kennislemniscaat::route::Route;
use kennislemniscaat::view::{
    PageLinks, RenderContext, Section, Widget, WidgetProps, checklist, contents, print_page,
    step_by_step,
};
use std::rc::Rc;
use yew::prelude::*;

use crate::citation::Citation;
use crate::edition::{Edition, ExtraPage};
use crate::images::icon::Icons;
use crate::images::share_card;
use crate::pages::base_url::BaseUrl;
use crate::pages::body::{Body, BodyProps};
use crate::pages::cite_page::{CitePage, cite_page};
use crate::pages::configurator;
use crate::pages::head::{AbsoluteUrls, Head, HeadProps, Script};
use crate::pages::json_ld;
use crate::pages::oembed;

/// Renders standalone pages and fragments.
pub struct Pages {
    /// `index.html` as Trunk left it.
    template: String,
    pub(super) assets: PageAssets,
}

/// Paths of the files of standalone pages, below the site's root.
#[derive(Default)]
pub struct PageAssets {
    pub style: String,
    /// Stylesheets that fragments hold.
    pub fragment_styles: FragmentStyles,
    /// The script that makes pages interactive.
    pub script: String,
    /// The script of the checklist.
    pub checklist: String,
    /// The script and the stylesheet of the configurator.
    pub configurator: [String; 2],
    /// The name of the element.
    pub element: String,
    pub icons: Icons,
    /// Whether the site has sample host pages.
    pub has_examples: bool,
    /// Whether the site has share cards and figures as PNG.
    pub has_png: bool,
}

/// The texts of stylesheets that prerendered fragments of some views bring along.
#[derive(Default)]
pub struct FragmentStyles {
    /// That of the overview.
    pub overview: String,
    /// That of charts and tables.
    pub charts: String,
}

/// The content of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    View(Route),
    /// The overview, in place of a page that doesn't exist.
    Missing,
    /// The nearest view, in place of a view that was published once.
    Gone(Route),
    /// A page that is not a view.
    Extra(ExtraPage),
}

pub struct Page<'a> {
    /// The bundle of the edition, shared by the pages of a thread.
    pub bundle: Rc<Bundle>,
    pub edition: &'a Edition,
    pub kind: PageKind,
    /// The path from the page to the site's root.
    pub base: Rc<str>,
    pub base_url: Option<BaseUrl>,
    /// Language and URL of the same page in each language, if there are several.
    pub languages: Vec<(String, String)>,
    /// The path that was requested, if the kind is another view in place of it; empty if any may have been.
    pub requested_path: Option<Rc<str>>,
}

impl Page<'_> {
    /// The view that the page shows; pages that are not views and the page for missing addresses stand for the overview.
    pub(super) fn route(&self) -> Route {
        match self.kind {
            PageKind::View(route) | PageKind::Gone(route) => route,
            PageKind::Missing | PageKind::Extra(_) => Route::OVERVIEW,
        }
    }

    /// The context in which the page renders its view.
    pub(super) fn context(&self) -> RenderContext {
        let content = &self.bundle.content;
        let kind = content.views.get(self.route()).kind;
        RenderContext {
            bundle: Rc::clone(&self.bundle),
            base: self.base.clone(),
            public_url: public_url(self.base_url.as_ref(), &content.lang),
            heading_level: 1,
            sections: self.edition.search.sections(kind, true),
        }
    }
}

/// The loader of host pages, below the site's root.
const EMBED: &str = "embed.js";

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
        let route = page.route();
        let context = page.context();
        let props = || WidgetProps {
            context: context.clone(),
            route,
            requested_path: page.requested_path.clone(),
            mount_id: 0,
            on_rendered: Callback::noop(),
        };
        let extra = match page.kind {
            PageKind::View(_) | PageKind::Missing | PageKind::Gone(_) => None,
            PageKind::Extra(extra) => Some(extra),
        };
        let is_view = matches!(page.kind, PageKind::View(_));
        // A page that doesn't exist has no address and no metadata.
        let exists = !matches!(page.kind, PageKind::Missing | PageKind::Gone(_));
        let base_url = page.base_url.as_ref().filter(|_| exists);
        let citation = exists.then(|| Citation::new(page.edition, route, base_url));
        let title = match extra {
            Some(extra) => without_soft_hyphens(&format!(
                "{} – {}",
                extra.title(&content.labels),
                content.title
            )),
            None => content.page_title(route),
        };
        let body = BodyProps {
            props: extra.is_none().then(props),
            extra: extra
                .map(|extra| self.extra_page(page.edition, extra, &context, base_url))
                .unwrap_or_default(),
            links: extra_links(page.edition, &context),
            cite_line: citation
                .as_ref()
                .filter(|_| is_view)
                .map(|citation| cite_line(&content.labels, &title, citation)),
            contact: (page.kind == PageKind::Missing)
                .then(|| page.edition.facts.contact_line(&content.labels))
                .flatten(),
            context: context.clone(),
        };
        let below = |file: &str| format!("{}{file}", page.base);
        let head = HeadProps {
            title,
            description: exists.then(|| {
                let own = extra.and_then(|extra| extra.description(&content.labels));
                let publication = || page.edition.details(route).description.clone();
                own.map_or_else(publication, without_soft_hyphens)
            }),
            styles: match extra {
                Some(ExtraPage::Embedding) => vec![
                    below(&self.assets.style),
                    below(&self.assets.configurator[1]),
                ],
                _ => vec![below(&self.assets.style)],
            },
            icons: Icons {
                svg: below(&self.assets.icons.svg),
                touch: below(&self.assets.icons.touch),
                manifest: below(&self.assets.icons.manifest),
            },
            scripts: match extra {
                None => vec![Script::Loader(below(&self.assets.script))],
                Some(ExtraPage::Checklist) => vec![Script::Page(below(&self.assets.checklist))],
                // With a preview, as on a host page. Its events reach the other script.
                Some(ExtraPage::Embedding) => vec![
                    Script::Page(below(&self.assets.configurator[0])),
                    Script::HostLoader(below(EMBED)),
                ],
                Some(_) => vec![],
            },
            locale: locale(&content.lang),
            site: without_soft_hyphens(&content.title),
            citation,
            licence: page.edition.facts.licence.clone(),
            absolute_urls: base_url.map(|base_url| AbsoluteUrls {
                page: match extra.and_then(|extra| page.edition.extra_path(extra)) {
                    Some(path) => base_url.page_url(&content.lang, path),
                    None => base_url.view_url(content, route),
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
        self.fill(
            &format!("<html lang=\"{}\">", content.lang),
            &(head.hydratable(false).render().await + &json_ld),
            &body.hydratable(false).render().await,
        )
    }

    /// The template with its start tag, head and body.
    pub(super) fn fill(&self, start: &str, head: &str, body: &str) -> String {
        self.template
            .replacen("<html>", start, 1)
            .replacen(HEAD, head, 1)
            .replacen(BODY, body, 1)
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
        let render = |style: Option<AttrValue>| {
            let props = props.clone();
            yew::LocalServerRenderer::<Fragment>::with_props(FragmentProps { props, style })
                .hydratable(false)
                .render()
        };
        let mut fragment = render(None).await;
        let FragmentStyles { overview, charts } = &self.assets.fragment_styles;
        let styles = [
            (route == Route::OVERVIEW).then_some(&**overview),
            // Every chart has a table beside it.
            fragment.contains("class=\"kl-table\"").then_some(&**charts),
        ];
        let style: String = styles.into_iter().flatten().collect();
        if !style.is_empty() {
            fragment = render(Some(style.into())).await;
        }
        format!(
            "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\">{fragment}</html>\n",
            content.lang,
        )
    }

    /// The content of a page that is not a view. The base URL is that of citations and codes.
    fn extra_page(
        &self,
        edition: &Edition,
        page: ExtraPage,
        context: &RenderContext,
        base_url: Option<&BaseUrl>,
    ) -> Html {
        let languages = edition.content().languages.iter();
        let languages = languages.filter_map(|language| {
            let (_, path) = edition
                .extra_paths(page)
                .find(|(lang, _)| *lang == language.lang)?;
            let href = format!("{}{}/{path}/", context.base, language.lang);
            Some((language.lang.clone(), language.name.clone(), href))
        });
        let path = edition.extra_path(ExtraPage::Checklist);
        let links = PageLinks {
            checklist: path.map(|path| context.href_of(path)),
            languages: languages.collect(),
        };
        match page {
            ExtraPage::Contents => contents(context, &links),
            ExtraPage::StepByStep => step_by_step(context, &links),
            ExtraPage::Checklist => checklist(context, &links, edition.tip_numbers()),
            ExtraPage::Print => print_page(context),
            ExtraPage::Cite => {
                let page = CitePage::new(edition, base_url, self.assets.has_png);
                cite_page(context, &links, &page)
            }
            ExtraPage::Embedding => {
                let site = configurator::Site {
                    base_url,
                    element: &self.assets.element,
                    has_examples: self.assets.has_examples,
                };
                configurator::configurator(context, &links, edition, &site)
            }
        }
    }
}

/// Address and text of the links to the pages that are not views.
fn extra_links(edition: &Edition, context: &RenderContext) -> Vec<(String, String)> {
    let labels = &edition.content().labels;
    let link = |page: ExtraPage| {
        let href = context.href_of(edition.extra_path(page)?);
        Some((href, page.title(labels).to_owned()))
    };
    ExtraPage::ALL.into_iter().filter_map(link).collect()
}

/// The line that tells how to cite a view: its title, and the year and the address if they are known.
fn cite_line(labels: &Labels, title: &str, citation: &Citation) -> String {
    let mut line = format!("{} {title}", labels.cite_page());
    if let Some(year) = citation.year {
        line += &format!(" ({year})");
    }
    if let Some(url) = &citation.url {
        line += &format!(". {url}");
    }
    line
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
    /// A stylesheet that this view needs beside that of every first view.
    style: Option<AttrValue>,
}

/// A view with its title. The overview also holds the message for a view that is shown in place of one that
/// doesn't exist.
#[component]
fn Fragment(FragmentProps { props, style }: &FragmentProps) -> Html {
    let content = &props.context.bundle.content;
    let nearest = (props.route == Route::OVERVIEW).then(|| content.labels.nearest().to_owned());
    html! {
        <>
            <title>{content.page_title(props.route)}</title>
            <div data-nearest={nearest} data-style={style}><Widget ..props.clone() /></div>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::pages::downloads::Download;

    const TEMPLATE: &str = include_str!("../../../index.html");

    fn pages() -> Pages {
        let icons = Icons {
            svg: "icon.svg".into(),
            touch: "icon.png".into(),
            manifest: "site.webmanifest".into(),
        };
        let assets = PageAssets {
            style: "page.css".into(),
            fragment_styles: FragmentStyles {
                overview: ".kl-overview{}".into(),
                charts: ".kl-table{}".into(),
            },
            script: "page.js".into(),
            checklist: "checklist.js".into(),
            configurator: ["configurator.js".into(), "configurator.css".into()],
            element: "kennis-lemniscaat".into(),
            icons,
            has_examples: true,
            has_png: true,
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
                Shown::Extra(page) => PageKind::Extra(page),
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
        Extra(ExtraPage),
    }

    const PHASE: Shown = Shown::View("vertaling");
    const TIP: Shown = Shown::View("vertaling/tip-5");
    const PRINT: Shown = Shown::Extra(ExtraPage::Print);
    const CITE: Shown = Shown::Extra(ExtraPage::Cite);

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
        let html = html(PRINT, Some("https://a.example/map"), &[]).await;
        let url = "https://a.example/map/nl/print/";
        assert!(html.contains(&format!("rel=\"canonical\" href=\"{url}\"")));
        assert!(html.contains(&format!("property=\"og:url\" content=\"{url}\"")));
        // An oEmbed response and linked data describe a view.
        assert!(!html.contains("oembed") && !html.contains("ld+json"));
    }

    #[tokio::test]
    async fn the_configurator_has_a_control_for_each_attribute() {
        let html = html(Shown::Extra(ExtraPage::Embedding), None, &[]).await;
        let manifest: serde_json::Value =
            serde_json::from_str(include_str!("../../../embed/custom-elements.json")).unwrap();
        let attributes = &manifest["modules"][0]["declarations"][0]["attributes"];
        for attribute in attributes.as_array().unwrap() {
            let name = attribute["name"].as_str().unwrap();
            // The language is that of the page, which is there in each.
            let is_there = name == "lang" || html.contains(&format!(" name=\"{name}\""));
            assert!(is_there, "{name}");
        }
    }

    #[tokio::test]
    async fn a_view_has_metadata_for_reference_managers() {
        let html = html(PHASE, Some("https://a.example"), &[]).await;
        for part in [
            "name=\"citation_title\" content=\"Vertaling",
            "name=\"citation_inbook_title\" content=\"De kennislemniscaat: Hoe",
            "name=\"citation_author\" content=\"Movisie\"",
            "name=\"citation_author\" content=\"Nederlands Jeugdinstituut,\"",
            "name=\"citation_publication_date\" content=\"2016\"",
            "name=\"citation_language\" content=\"nl\"",
            "name=\"citation_public_url\" content=\"https://a.example/nl/vertaling/\"",
        ] {
            assert!(html.contains(part), "{part}");
        }
        assert!(!html.contains("citation_technical"));
    }

    #[tokio::test]
    async fn pages_of_the_whole_publication_are_cited_as_the_publication() {
        let extra = ExtraPage::ALL.map(Shown::Extra);
        for kind in [Shown::View("")].into_iter().chain(extra) {
            let html = html(kind, Some("https://a.example"), &[]).await;
            for part in [
                "name=\"citation_title\" content=\"De kennislemniscaat: Hoe",
                "name=\"citation_technical_report_institution\" content=\"Movisie; ",
                "name=\"citation_public_url\" content=\"https://a.example/nl/\"",
            ] {
                assert!(html.contains(part), "{kind:?}: {part}");
            }
            assert!(!html.contains("citation_inbook_title"), "{kind:?}");
        }
    }

    /// The line that tells how to cite a page.
    fn line(html: &str) -> Option<&str> {
        let (_, line) = html.split_once("<span class=\"page-cite\">")?;
        Some(line.split_once("</span>")?.0)
    }

    #[tokio::test]
    async fn the_last_line_of_a_view_tells_how_to_cite_it() {
        let html_of_tip = html(TIP, Some("https://a.example"), &[]).await;
        let tip = line(&html_of_tip).unwrap();
        assert!(tip.starts_with("Citeren: Tip 5 – Vertaling"), "{tip}");
        let end = " – De kennislemniscaat (2016). https://a.example/nl/vertaling/tip-5/";
        assert!(tip.ends_with(end), "{tip}");
        let without = html(TIP, None, &[]).await;
        assert!(line(&without).unwrap().ends_with("(2016)"), "{without}");
        // The line waits for a view.
        let missing = html(Shown::Missing, Some("https://a.example"), &[]).await;
        assert_eq!(line(&missing), Some(""));
        let cite = html(CITE, Some("https://a.example"), &[]).await;
        assert_eq!(line(&cite), None);
        assert!(html_of_tip.contains("href=\"../../nl/citeren/\""));
    }

    #[tokio::test]
    async fn the_page_with_citations_has_files_and_a_code_for_each_part() {
        let html = html(CITE, Some("https://a.example"), &[]).await;
        let parts = 1 + fixture::edition().content().phases.len();
        for download in Download::ALL {
            let file = format!(
                "/{}\" download=\"de-kennislemniscaat-2016-",
                download.file()
            );
            assert_eq!(html.matches(&file).count(), parts, "{file}");
        }
        assert_eq!(html.matches("class=\"page-qr\"").count(), parts);
        assert!(html.contains("href=\"../../nl/vertaling/citaat.ris\""));
        assert!(html.contains("<cite>De kennislemniscaat: Hoe"));
        assert!(html.contains("<a href=\"https://a.example/nl/vertaling/\">https://"));
        assert!(html.contains("rel=\"canonical\" href=\"https://a.example/nl/citeren/\""));
        let inline = [" style=", "<style", " onclick="];
        assert!(!inline.iter().any(|part| html.contains(part)));
        // Links of different files have different names.
        let parsed = scraper::Html::parse_document(&html);
        let selector = scraper::Selector::parse("main a").unwrap();
        let mut names = std::collections::HashMap::new();
        for link in parsed.select(&selector) {
            let name: String = link.text().collect();
            let other = names.insert(name.clone(), link.attr("href"));
            assert_eq!(other, None, "{name}");
        }
    }

    #[tokio::test]
    async fn pages_that_are_not_views_have_their_own_metadata() {
        let labels = fixture::edition().bundle.content.labels;
        for (page, path, description) in [
            (
                ExtraPage::Checklist,
                "checklist",
                labels.checklist_introduction(),
            ),
            (
                ExtraPage::StepByStep,
                "stappenplan",
                labels.step_by_step_introduction(),
            ),
            (
                ExtraPage::Contents,
                "inhoud",
                labels.contents_introduction(),
            ),
        ] {
            let languages = [
                ("nl", "https://a.example/x/"),
                ("en", "https://a.example/y/"),
            ];
            let html = html(
                Shown::Extra(page),
                Some("https://a.example/map"),
                &languages,
            )
            .await;
            let url = format!("https://a.example/map/nl/{path}/");
            for part in [
                format!(
                    "<title>{} – De kennislemniscaat</title>",
                    page.title(&labels)
                ),
                format!("name=\"description\" content=\"{description}\""),
                format!("rel=\"canonical\" href=\"{url}\""),
                "content=\"https://a.example/map/nl/kaart.png\"".into(),
                "hreflang=\"en\" href=\"https://a.example/y/\"".into(),
            ] {
                assert!(html.contains(&part), "{page:?}: {part}");
            }
        }
    }

    #[tokio::test]
    async fn without_a_base_url_the_page_with_citations_says_so() {
        let html = html(CITE, None, &[]).await;
        assert!(html.contains(fixture::edition().content().labels.no_address()));
        assert!(!html.contains("page-qr") && !html.contains("qr.svg"));
        assert!(html.contains("citaat.ris"));
    }

    #[tokio::test]
    async fn the_page_with_citations_leads_to_itself_in_the_other_language() {
        let [edition, _] = fixture::editions();
        let page = Page {
            bundle: Rc::new(edition.bundle.clone()),
            edition: &edition,
            kind: PageKind::Extra(ExtraPage::Cite),
            base: "../../".into(),
            base_url: None,
            languages: vec![],
            requested_path: None,
        };
        let html = pages().html(&page).await;
        assert!(
            html.contains("<a href=\"../../en/cite/\" hreflang=\"en\""),
            "{html}"
        );
    }

    #[tokio::test]
    async fn fragments_have_nothing_of_citations() {
        let edition = fixture::edition();
        let bundle = Rc::new(edition.bundle.clone());
        let html = pages()
            .fragment(&bundle, Route::OVERVIEW, Rc::default())
            .await;
        for part in ["citeren", "Citeren", "citation", "page-"] {
            assert!(!html.contains(part), "{part}");
        }
    }

    #[tokio::test]
    async fn fragments_hold_the_rules_that_no_other_view_needs() {
        let edition = fixture::edition();
        let bundle = Rc::new(edition.bundle.clone());
        for (path, style) in [
            ("", Some(".kl-overview{}")),
            ("achtergrond", Some(".kl-table{}")),
            ("vertaling", None),
        ] {
            let route = edition.content().views.resolve(path).route;
            let html = pages().fragment(&bundle, route, Rc::default()).await;
            let held = html
                .split_once("data-style=\"")
                .and_then(|(_, rest)| rest.split_once('"'));
            assert_eq!(held.map(|(style, _)| style), style, "{path}");
        }
    }

    #[tokio::test]
    async fn each_page_loads_its_own_script_alone() {
        for (kind, attributes) in [
            (PHASE, &["src=\"../../page.js\"", "async"][..]),
            (
                Shown::Extra(ExtraPage::Checklist),
                &["src=\"../../checklist.js\"", "defer", "blocking=\"render\""],
            ),
            (Shown::Extra(ExtraPage::StepByStep), &[]),
            (PRINT, &[]),
            (CITE, &[]),
        ] {
            let html = html(kind, None, &[]).await;
            let scripts: Vec<_> = html.split("<script").skip(1).collect();
            assert_eq!(scripts.is_empty(), attributes.is_empty(), "{kind:?}");
            for script in scripts {
                let (tag, _) = script.split_once('>').expect("a tag that ends");
                for attribute in attributes {
                    assert!(tag.contains(attribute), "{kind:?}: {tag}");
                }
            }
        }
    }

    #[tokio::test]
    async fn the_footer_leads_to_every_page_that_is_not_a_view() {
        let html = html(PHASE, None, &[]).await;
        let (_, footer) = html.split_once("<footer").expect("a footer");
        for path in [
            "inhoud",
            "print",
            "checklist",
            "stappenplan",
            "citeren",
            "insluiten",
        ] {
            let link = format!("href=\"../../nl/{path}/\"");
            assert!(footer.contains(&link), "{link}");
        }
    }

    #[tokio::test]
    async fn the_page_for_missing_addresses_has_no_metadata() {
        let html = html(Shown::Missing, Some("https://a.example"), &[]).await;
        for part in [
            "name=\"description\"",
            "\"og:",
            "\"citation_",
            "canonical",
            "ld+json",
        ] {
            assert!(!html.contains(part), "{part}");
        }
    }

    #[tokio::test]
    async fn no_page_forbids_search_engines_to_index_it() {
        let extra = ExtraPage::ALL.map(Shown::Extra);
        for kind in [PHASE, Shown::Missing].into_iter().chain(extra) {
            let html = html(kind, Some("https://a.example"), &[]).await;
            assert!(!html.contains("robots"), "{kind:?}");
        }
    }
}
