//! The page with citations and files to keep: for the publication, and for each phase. It is only ever prerendered.

use kennislemniscaat::route::Route;
use kennislemniscaat::view::{PageLinks, RenderContext};
use yew::prelude::*;

use crate::citation::{Apa, Citation, is_cited};
use crate::edition::Edition;
use crate::images::qr_code::QrShape;
use crate::pages::base_url::BaseUrl;
use crate::pages::downloads::{Download, qr_name};

/// The content of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct CitePage {
    parts: Vec<Part>,
    /// Whether the site has pictures as PNG.
    has_png: bool,
}

/// The publication or a phase.
#[derive(Debug, Clone, PartialEq)]
struct Part {
    route: Route,
    citation: Citation,
    qr_code: Option<QrShape>,
}

impl CitePage {
    #[must_use]
    pub fn new(edition: &Edition, base_url: Option<&BaseUrl>, has_png: bool) -> Self {
        let views = &edition.content().views;
        let routes = views.routes();
        let routes = routes.filter(|route| is_cited(views.get(*route).kind));
        let part = |route| {
            let citation = Citation::new(edition, route, base_url);
            Part {
                route,
                qr_code: citation.url.as_deref().and_then(QrShape::new),
                citation,
            }
        };
        Self {
            parts: routes.map(part).collect(),
            has_png,
        }
    }

    fn has(&self, part: &Part, download: Download) -> bool {
        match download {
            Download::QrCode => part.qr_code.is_some(),
            Download::FigurePng | Download::ShareCard => self.has_png,
            _ => true,
        }
    }
}

/// Renders the page.
pub fn cite_page(context: &RenderContext, links: &PageLinks, page: &CitePage) -> Html {
    let content = &context.bundle.content;
    let labels = &content.labels;
    let knows_address = page.parts.iter().all(|part| part.citation.url.is_some());
    html! {
        <div class="kl kl-overview kl-whole" lang={content.lang.clone()}>
            <div class="kl-head">
                <h1 class="kl-title">{labels.cite()}</h1>
                <p class="kl-subtitle"><a href={context.href(Route::OVERVIEW)}>{&content.title}</a></p>
            </div>
            <div class="kl-body">
                <div class="kl-main">
                    {links.languages()}
                    if !knows_address {
                        <p>{labels.no_address()}</p>
                    }
                    {for page.parts.iter().map(|part| section(context, page, part))}
                </div>
            </div>
        </div>
    }
}

fn section(context: &RenderContext, page: &CitePage, part: &Part) -> Html {
    let content = &context.bundle.content;
    let labels = &content.labels;
    let Part {
        route,
        citation,
        qr_code,
    } = part;
    let phase = content.views.get(*route).phase;
    let class = phase.map(|phase| format!("kl-phase-{}", u16::from(phase) + 1));
    let folder = context.href(*route);
    let link = |download: &Download| {
        let file = download.file();
        let name = format!("{}-{file}", citation.id);
        html! {
            <li>
                <a href={format!("{folder}{file}")} download={name}>
                    {download.label(labels)}
                    // The same link of another part has another name.
                    <span class="kl-unseen">{format!(": {}", citation.title)}</span>
                </a>
            </li>
        }
    };
    let downloads = Download::ALL.iter();
    let downloads = downloads.filter(|download| page.has(part, **download));
    html! {
        <section class={classes!("kl-part", "page-part", class)}>
            <h2 class="kl-heading">{&citation.title}</h2>
            {reference(&citation.apa(labels))}
            <div class="page-keep">
                <ul>
                    {for downloads.map(link)}
                    if *route == Route::OVERVIEW {
                        <li><a href={context.href_of(&content.print)}>{labels.print()}</a></li>
                    }
                </ul>
                if let Some(QrShape { side, path }) = qr_code {
                    <svg class="page-qr" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={qr_name(labels, citation)} shape-rendering="crispEdges">
                        <path d={path.clone()} />
                    </svg>
                }
            </div>
        </section>
    }
}

fn reference(apa: &Apa) -> Html {
    let Apa {
        start,
        work,
        end,
        url,
    } = apa;
    html! {
        <p>
            {start}<cite>{work}</cite>{end}
            if let Some(url) = url {
                {" "}<a href={url.clone()}>{url}</a>
            }
        </p>
    }
}
