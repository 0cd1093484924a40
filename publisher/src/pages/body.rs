//! The body of a page: the view, and a way past and out of it.

use kennislemniscaat::view::{Shown, Site, Widget, whole};
use yew::prelude::*;

/// Names the footer: once a browser reads of it, all that comes before is there.
pub const FOOTER_ID: &str = "footer";

/// What a body holds.
#[derive(PartialEq, Properties)]
pub struct BodyProps {
    /// The publication and where it stands.
    pub site: Site,
    /// The view that stands there; without one, everything does.
    #[prop_or_default]
    pub shown: Option<Shown>,
}

/// The body.
#[component]
pub fn Body(BodyProps { site, shown }: &BodyProps) -> Html {
    let content = &site.publication.content;
    let labels = &content.labels;
    html! {
        <>
            <a class="page-skip" href="#inhoud">{labels.skip()}</a>
            if let Some(shown) = shown {
                // The loader replaces what is in here by the live widget.
                <main class="page-main" id="inhoud" tabindex="-1" data-kennislemniscaat="">
                    <div><Widget ..shown.clone() /></div>
                </main>
            } else {
                <main class="page-main" id="inhoud" tabindex="-1">{whole(site)}</main>
            }
            <footer class="page-footer" id={FOOTER_ID}>
                <a href={site.href_of(&content.paths.print)}>{labels.print()}</a>
                <a href={format!("{}voorbeeld/", site.base)}>{labels.example()}</a>
            </footer>
        </>
    }
}
