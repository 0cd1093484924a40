//! The body of a page: the view, and a way past and out of it.

use kennislemniscaat::view::{RenderContext, Widget, WidgetProps, print_page};
use yew::prelude::*;

/// Names the footer: once a browser reads of it, all that comes before is there.
pub const FOOTER_ID: &str = "footer";

/// What a body holds.
#[derive(PartialEq, Properties)]
pub struct BodyProps {
    /// The publication and where it stands.
    pub context: RenderContext,
    /// The view that stands there; without one, everything does.
    #[prop_or_default]
    pub props: Option<WidgetProps>,
}

/// The body.
#[component]
pub fn Body(BodyProps { context, props }: &BodyProps) -> Html {
    let content = &context.bundle.content;
    let labels = &content.labels;
    html! {
        <>
            <a class="page-skip" href="#inhoud">{labels.skip()}</a>
            if let Some(props) = props {
                // The loader replaces what is in here by the live widget.
                <main class="page-main" id="inhoud" tabindex="-1" data-kennislemniscaat="">
                    <div><Widget ..props.clone() /></div>
                </main>
            } else {
                <main class="page-main" id="inhoud" tabindex="-1">{print_page(context)}</main>
            }
            <footer class="page-footer" id={FOOTER_ID}>
                <a href={context.href_of(&content.paths.print)}>{labels.print()}</a>
                <a href={format!("{}voorbeeld/", context.base)}>{labels.example()}</a>
            </footer>
        </>
    }
}
