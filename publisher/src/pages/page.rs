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
mod tests;
