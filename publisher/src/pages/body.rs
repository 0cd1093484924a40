//! The body of a page: skip link, view or other content, and footer.

use kennislemniscaat::view::{RenderContext, Widget, WidgetProps};
use yew::prelude::*;

use crate::edition::FactLine;

/// The id of the footer. Once a browser has parsed the footer, everything before it is there as well.
pub const FOOTER_ID: &str = "footer";

#[derive(PartialEq, Properties)]
pub struct BodyProps {
    pub context: RenderContext,
    /// The view, if the page shows one.
    #[prop_or_default]
    pub props: Option<WidgetProps>,
    /// The content of a page that is not a view.
    #[prop_or_default]
    pub extra: Html,
    /// Address and text of the links to the pages that are not views.
    pub links: Vec<(String, String)>,
    /// The title, the year and the address of a view, if the page is its own.
    pub cite_line: Option<String>,
    /// Whom to ask, on the page for missing addresses.
    pub contact: Option<FactLine>,
}

/// A sentence about the publication.
pub fn fact_line(line: &FactLine) -> Html {
    html! {
        <p>
            {&line.before}
            if let Some((href, text)) = &line.link {
                <a href={href.clone()}>{text}</a>
            }
            {&line.after}
        </p>
    }
}

#[component]
pub fn Body(body: &BodyProps) -> Html {
    let BodyProps {
        context,
        props,
        extra,
        links,
        cite_line,
        contact,
    } = body;
    let content = &context.bundle.content;
    let labels = &content.labels;
    html! {
        <>
            <a class="page-skip" href="#inhoud">{labels.skip()}</a>
            if let Some(props) = props {
                // The loader replaces the content of this element with the interactive widget. It takes the view from
                // here, except on the page for unknown addresses: a mirror may have another address.
                <main class="page-main" id="inhoud" tabindex="-1" data-kennislemniscaat=""
                    data-rendered={props.requested_path.is_none().then(|| content.views.name(props.route))}>
                    <div><Widget ..props.clone() /></div>
                </main>
            } else {
                <main class="page-main" id="inhoud" tabindex="-1">{extra.clone()}</main>
            }
            <footer class="page-footer" id={FOOTER_ID}>
                {for links.iter().map(|(href, text)| html! { <a href={href.clone()}>{text}</a> })}
                {for contact.iter().map(fact_line)}
                // The line follows the reader from view to view: see `embed/head.js`.
                if props.is_some() {
                    <span class="page-cite">{cite_line.clone().unwrap_or_default()}</span>
                }
            </footer>
        </>
    }
}
