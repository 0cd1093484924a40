//! Headings that continue the levels of the page around the widget.

use yew::prelude::*;

use super::Site;

/// The heading of the whole view, which takes the focus when the view changes.
pub(super) fn title(site: &Site, class: &'static str, inside: Html) -> Html {
    let tag = tag(site, 0);
    html! { <@{tag} class={format!("kl-title {class}")} part="title" tabindex="-1" data-title="">{inside}</@> }
}

/// The heading of the whole view, under a few small words that say what kind of view it is.
pub(super) fn kicked_title(site: &Site, class: &'static str, kicker: &str, text: &str) -> Html {
    // Seen, the two stand on lines of their own; heard, a colon parts them.
    let inside = html! {
        <><span class="kl-kicker">{kicker}<span class="kl-unseen">{": "}</span></span>{text}</>
    };
    title(site, class, inside)
}

/// A heading one or more levels below that of the view.
pub(super) fn heading(site: &Site, below: u8, class: &'static str, inside: Html) -> Html {
    let tag = tag(site, below);
    html! { <@{tag} {class}>{inside}</@> }
}

fn tag(site: &Site, below: u8) -> &'static str {
    match site.heading_level + below {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
