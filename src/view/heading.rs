//! Headings that continue the levels of the page around the widget.

use yew::prelude::*;

use super::RenderContext;

/// The heading of the whole view, which takes the focus when the view changes.
pub(super) fn title(context: &RenderContext, class: &'static str, inside: Html) -> Html {
    let tag = tag(context, 0);
    html! { <@{tag} class={format!("kl-title {class}")} part="title" tabindex="-1" data-title="">{inside}</@> }
}

/// The heading of the whole view, under a few small words that say what kind of view it is.
pub(super) fn title_with_kicker(
    context: &RenderContext,
    class: &'static str,
    kicker: &str,
    text: &str,
) -> Html {
    // Seen, the two stand on lines of their own; heard, a colon parts them.
    let inside = html! {
        <><span class="kl-kicker">{kicker}<span class="kl-unseen">{": "}</span></span>{text}</>
    };
    title(context, class, inside)
}

/// A heading one or more levels below that of the view.
pub(super) fn heading(
    context: &RenderContext,
    below: u8,
    class: &'static str,
    inside: Html,
) -> Html {
    let tag = tag(context, below);
    html! { <@{tag} {class}>{inside}</@> }
}

fn tag(context: &RenderContext, below: u8) -> &'static str {
    match context.heading_level + below {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
