//! Pages for frames on other sites: a view alone, in a folder of their own.
//!
//! A page in this folder is the page at the same path outside of it, without all that surrounds the view. Servers
//! allow other sites to show the folder in frames, and nothing else.

use std::rc::Rc;

use kennislemniscaat::view::{WidgetProps, widget};
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use crate::pages::page::{Page, PageKind, Pages};

/// The folder, below the root of the site. `embed/iframe.js`, the settings in `hosting/` and the plugin for
/// WordPress name it too.
pub const FOLDER: &str = "kader";

impl Pages {
    /// Renders a page for a frame as HTML. The path from this page to the folder for frames is the path from the page
    /// outside of it to the root of the site.
    pub async fn frame_html(&self, page: &Page<'_>) -> String {
        let content = &page.bundle.content;
        let route = page.route();
        let below = |file: &str| format!("{}../{file}", page.base);
        let is_view = matches!(page.kind, PageKind::View(_));
        let base_url = page.base_url.as_ref().filter(|_| is_view);
        let head = FrameHeadProps {
            title: content.page_title(route),
            canonical: base_url.map(|base_url| base_url.view_url(content, route)),
            style: below(&self.assets.style),
            script: below(&self.assets.script),
        };
        let props = WidgetProps {
            context: page.context(),
            route,
            requested_path: page.requested_path.clone(),
            mount_id: 0,
            on_rendered: Callback::noop(),
        };
        let body = FrameBodyProps {
            rendered: is_view.then(|| content.views.name(route)),
            view: in_frame(widget(&props), &page.base),
        };
        let head = yew::LocalServerRenderer::<FrameHead>::with_props(head);
        let body = yew::LocalServerRenderer::<FrameBody>::with_props(body);
        self.fill(
            &format!("<html lang=\"{}\" class=\"page-embed\">", content.lang),
            &head.hydratable(false).render().await,
            &body.hydratable(false).render().await,
        )
    }
}

/// A view whose links to views and to its own parts stay in the frame, and whose links to other pages of the site lead out of the
/// folder, to which `base` leads.
fn in_frame(node: VNode, base: &str) -> VNode {
    match node {
        VNode::VTag(mut shared) => {
            let tag = Rc::make_mut(&mut shared);
            if tag.tag() == "a" {
                set_destination(tag, base);
            }
            if let Some(children) = tag.children_mut() {
                *children = in_frame(std::mem::take(children), base);
            }
            VNode::VTag(shared)
        }
        VNode::VList(list) => {
            let nodes = list.iter().cloned();
            nodes.map(|node| in_frame(node, base)).collect()
        }
        other => other,
    }
}

fn set_destination(link: &mut VTag, base: &str) {
    let attribute = |name: &str| {
        let mut attributes = link.attributes.iter();
        let (_, value) = attributes.find(|(other, _)| *other == name)?;
        Some(value.to_owned())
    };
    let href = attribute("href").unwrap_or_default();
    if attribute("data-view").is_some() || href.starts_with('#') {
        link.add_attribute("target", "_self");
    } else if let Some(path) = href.strip_prefix(base) {
        link.add_attribute("href", format!("{base}../{path}"));
    }
}

#[derive(PartialEq, Properties)]
struct FrameHeadProps {
    title: String,
    /// The address of the same page outside the folder, if it has one.
    canonical: Option<String>,
    style: String,
    script: String,
}

/// All links leave the frame, except for those that say otherwise.
#[component]
fn FrameHead(head: &FrameHeadProps) -> Html {
    html! {
        <>
            <base target="_blank" />
            <title>{&head.title}</title>
            <meta name="robots" content="noindex" />
            if let Some(canonical) = &head.canonical {
                <link rel="canonical" href={canonical.clone()} />
            }
            <link rel="stylesheet" href={head.style.clone()} />
            <script async=true src={head.script.clone()}></script>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct FrameBodyProps {
    /// The name of the view that the page shows at its own address.
    rendered: Option<String>,
    view: Html,
}

#[component]
fn FrameBody(FrameBodyProps { rendered, view }: &FrameBodyProps) -> Html {
    html! {
        <main class="page-main" data-kennislemniscaat="" data-rendered={rendered.clone()}>
            <div>{view.clone()}</div>
        </main>
    }
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Selector};
    use url::Url;

    use super::*;
    use crate::fixture;
    use crate::pages::base_url::BaseUrl;
    use crate::pages::page::PageAssets;

    const SITE: &str = "https://a.example/map/";

    /// A page at its place on the site: its address and its parsed HTML.
    struct Placed {
        url: Url,
        html: Html,
    }

    impl Placed {
        fn values(&self, selector: &str, attribute: &str) -> Vec<String> {
            let selector = Selector::parse(selector).expect("a selector");
            let elements = self.html.select(&selector);
            let values = elements.map(|element| element.attr(attribute).unwrap_or_default());
            values.map(str::to_owned).collect()
        }

        /// The destination of each link.
        fn destinations(&self, selector: &str) -> Vec<String> {
            let hrefs = self.values(selector, "href");
            let urls = hrefs.iter().map(|href| self.url.join(href).expect("a URL"));
            urls.map(String::from).collect()
        }
    }

    /// The page of a view for a frame.
    async fn placed(kind: PageKind, requested_path: Option<&str>) -> Placed {
        let [edition, _] = fixture::editions();
        let path = match requested_path {
            Some(path) => format!("nl/{path}/"),
            None => match kind {
                PageKind::View(route) => format!("nl/{}", edition.content().views.path(route)),
                _ => String::new(),
            },
        };
        let is_missing = kind == PageKind::Missing;
        let page = Page {
            bundle: Rc::new(edition.bundle.clone()),
            edition: &edition,
            kind,
            base: match is_missing {
                true => "/map/kader/".into(),
                false => "../".repeat(path.matches('/').count()).into(),
            },
            base_url: Some(BaseUrl::new(SITE).expect("a URL")),
            languages: vec![],
            requested_path: match is_missing {
                true => Some("".into()),
                false => requested_path.map(Into::into),
            },
        };
        let assets = PageAssets {
            style: "files/page.css".into(),
            script: "files/page.js".into(),
            ..PageAssets::default()
        };
        let pages = Pages::new(include_str!("../../../index.html"), assets).expect("a template");
        let html = pages.frame_html(&page).await;
        let url = format!("{SITE}{FOLDER}/{path}");
        Placed {
            url: Url::parse(&url).expect("a URL"),
            html: Html::parse_document(&html),
        }
    }

    async fn every_view() -> Vec<Placed> {
        let mut all = vec![];
        for route in fixture::edition().content().views.routes() {
            all.push(placed(PageKind::View(route), None).await);
        }
        all
    }

    async fn phase() -> Placed {
        let route = fixture::edition()
            .content()
            .views
            .resolve("vertaling")
            .route;
        placed(PageKind::View(route), None).await
    }

    #[test]
    fn the_plugin_for_wordpress_frames_pages_of_the_folder() {
        let plugin = include_str!("../../../packages/wordpress/plugin.php");
        assert!(plugin.contains(&format!("FRAMES = '{FOLDER}/';")));
    }

    #[tokio::test]
    async fn links_to_views_stay_in_the_folder_and_in_the_frame() {
        let published = every_view().await;
        let addresses: Vec<_> = published.iter().map(|page| page.url.to_string()).collect();
        for page in &published {
            let links = page.destinations("a[data-view]:not([hreflang])");
            assert!(!links.is_empty(), "{}", page.url);
            for link in links {
                assert!(addresses.contains(&link), "{} leads to {link}", page.url);
            }
            for link in page.destinations("a[hreflang]") {
                assert!(link.starts_with(&format!("{SITE}kader/en/")), "{link}");
            }
            let targets = page.values("a[data-view], a[href^='#']", "target");
            assert!(
                targets.iter().all(|target| target == "_self"),
                "{}",
                page.url
            );
        }
    }

    #[tokio::test]
    async fn all_other_links_leave_the_frame_and_the_folder() {
        for page in every_view().await {
            assert_eq!(page.values("base", "target"), ["_blank"], "{}", page.url);
            assert!(page.values("base", "href")[0].is_empty(), "{}", page.url);
            let others = "a:not([data-view]):not([href^='#'])";
            let targets = page.values(others, "target");
            let stays = targets
                .iter()
                .find(|target| !matches!(target.as_str(), "" | "_blank"));
            assert_eq!(stays, None, "{}", page.url);
            for link in page.destinations(others) {
                assert!(!link.contains("/kader/"), "{} leads to {link}", page.url);
            }
        }
        let print = phase().await.destinations(".kl-share > p a");
        assert_eq!(print, ["https://a.example/map/nl/print/"]);
    }

    #[tokio::test]
    async fn the_head_leads_to_the_page_outside_the_folder_and_has_no_other_metadata() {
        let page = phase().await;
        assert_eq!(
            page.destinations("link"),
            [
                "https://a.example/map/nl/vertaling/",
                "https://a.example/map/files/page.css"
            ]
        );
        assert_eq!(page.values("[rel=canonical]", "href").len(), 1);
        assert_eq!(page.values("[name=robots]", "content"), ["noindex"]);
        assert_eq!(page.values("script", "src"), ["../../../files/page.js"]);
        assert!(
            page.values("[property], [name^=citation], [name=description]", "name")
                .is_empty()
        );
    }

    #[tokio::test]
    async fn the_page_shows_only_the_view() {
        let page = phase().await;
        assert_eq!(page.values("html", "class"), ["page-embed"]);
        assert_eq!(page.values("main", "data-rendered"), ["vertaling"]);
        assert!(page.values("footer, .page-skip", "class").is_empty());
        assert!(!page.values(".kl-title", "class").is_empty());
    }

    #[tokio::test]
    async fn what_readers_share_is_the_page_outside_the_folder() {
        let shared = phase().await.values("[data-share=LinkedIn]", "href");
        assert!(
            shared[0].ends_with("url=https%3A%2F%2Fa%2Eexample%2Fmap%2Fnl%2Fvertaling%2F"),
            "{shared:?}"
        );
    }

    #[tokio::test]
    async fn missing_and_removed_pages_show_the_nearest_view_in_the_folder() {
        let missing = placed(PageKind::Missing, None).await;
        let route = fixture::edition()
            .content()
            .views
            .resolve("vertaling")
            .route;
        let gone = placed(PageKind::Gone(route), Some("vertaling/oud")).await;
        for page in [missing, gone] {
            let views = page.destinations("a[data-view]");
            assert!(
                views.contains(&format!("{SITE}kader/nl/implementeren/")),
                "{views:?}"
            );
            let print = page.destinations(".kl-share > p a");
            assert_eq!(print, ["https://a.example/map/nl/print/"]);
            assert!(page.values("[rel=canonical]", "href").is_empty());
            assert!(page.html.root_element().attr("class").is_some());
            // The script reads the view from the address.
            assert_eq!(page.values("main[data-rendered]", "class").len(), 0);
        }
    }
}
