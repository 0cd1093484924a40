//! The body of a page: skip link, view and footer.

use kennislemniscaat::view::{RenderContext, Widget, WidgetProps, print_page};
use yew::prelude::*;

/// The id of the footer. Once a browser has parsed the footer, everything before it is there as well.
pub const FOOTER_ID: &str = "footer";

#[derive(PartialEq, Properties)]
pub struct BodyProps {
    pub context: RenderContext,
    /// The view; if there is none, the body holds the whole publication for print.
    #[prop_or_default]
    pub props: Option<WidgetProps>,
    /// Whether the site has sample host pages.
    pub has_examples: bool,
}

#[component]
pub fn Body(body: &BodyProps) -> Html {
    let BodyProps {
        context,
        props,
        has_examples,
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
                <main class="page-main" id="inhoud" tabindex="-1">{print_page(context)}</main>
            }
            <footer class="page-footer" id={FOOTER_ID}>
                <a href={context.href_of(&content.print)}>{labels.print()}</a>
                if *has_examples {
                    <a href={format!("{}voorbeeld/", context.base)}>{labels.example()}</a>
                }
            </footer>
        </>
    }
}
