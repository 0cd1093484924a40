//! The body of a page: skip link, view and footer.

use kennislemniscaat::view::{RenderContext, Widget, WidgetProps, print_page};
use yew::prelude::*;

use crate::pages::cite_page::{CitePage, cite_page};

/// The id of the footer. Once a browser has parsed the footer, everything before it is there as well.
pub const FOOTER_ID: &str = "footer";

/// The main part of a page.
#[derive(Clone, PartialEq)]
pub enum Main {
    View(WidgetProps),
    /// The whole publication, for print.
    Everything,
    Cite(CitePage),
}

#[derive(PartialEq, Properties)]
pub struct BodyProps {
    pub context: RenderContext,
    pub main: Main,
    /// The path segment of the page with citations.
    pub cite: String,
    /// The title, the year and the address of a view, if the page is its own.
    pub cite_line: Option<String>,
    /// Whether the site has sample host pages.
    pub has_examples: bool,
}

#[component]
pub fn Body(body: &BodyProps) -> Html {
    let BodyProps {
        context,
        main,
        cite,
        cite_line,
        has_examples,
    } = body;
    let content = &context.bundle.content;
    let labels = &content.labels;
    html! {
        <>
            <a class="page-skip" href="#inhoud">{labels.skip()}</a>
            {main_part(context, main)}
            <footer class="page-footer" id={FOOTER_ID}>
                <a href={context.href_of(&content.print)}>{labels.print()}</a>
                <a href={context.href_of(cite)}>{labels.cite()}</a>
                if *has_examples {
                    <a href={format!("{}voorbeeld/", context.base)}>{labels.example()}</a>
                }
                // The line follows the reader from view to view: see `embed/head.js`.
                if matches!(main, Main::View(_)) {
                    <p class="page-cite">{cite_line.clone().unwrap_or_default()}</p>
                }
            </footer>
        </>
    }
}

fn main_part(context: &RenderContext, main: &Main) -> Html {
    let content = &context.bundle.content;
    let inside = match main {
        Main::View(props) => {
            return html! {
                // The loader replaces the content of this element with the interactive widget. It takes the view from
                // here, except on the page for unknown addresses: a mirror may have another address.
                <main class="page-main" id="inhoud" tabindex="-1" data-kennislemniscaat=""
                    data-rendered={props.requested_path.is_none().then(|| content.views.name(props.route))}>
                    <div><Widget ..props.clone() /></div>
                </main>
            };
        }
        Main::Everything => print_page(context),
        Main::Cite(page) => cite_page(context, page),
    };
    html! { <main class="page-main" id="inhoud" tabindex="-1">{inside}</main> }
}
