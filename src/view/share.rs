//! The share panel: ordinary links to services for sharing a view.
//!
//! `embed/runtime/share.js` creates the buttons and their labels, because buttons do nothing without a
//! script.

use yew::prelude::*;

use super::RenderContext;
use crate::content::{interpolate, without_soft_hyphens};
use crate::route::Route;

/// Names and URL templates of the services that a view can be shared on. `{url}` and `{text}` are
/// placeholders. The URLs are those that the services document; none of their scripts are loaded.
const SERVICES: [(&str, &str); 6] = [
    (
        "LinkedIn",
        "https://www.linkedin.com/sharing/share-offsite/?url={url}",
    ),
    (
        "Bluesky",
        "https://bsky.app/intent/compose?text={text}%20{url}",
    ),
    ("X", "https://x.com/intent/post?text={text}&url={url}"),
    (
        "Facebook",
        "https://www.facebook.com/sharer/sharer.php?u={url}",
    ),
    ("WhatsApp", "https://wa.me/?text={text}%20{url}"),
    ("E-mail", "mailto:?subject={text}&body={url}"),
];

/// The share panel, closed. Scripts that keep the focus in a dialog know a `summary` by its
/// `tabindex` alone.
pub(super) fn share(context: &RenderContext, route: Route) -> Html {
    let labels = context.labels();
    let link = |(name, template): &(&'static str, &str)| {
        let href = service_url(context, route, template)?;
        Some(html! {
            <li><a {href} target="_blank" rel="noopener" data-share={*name}>{*name}</a></li>
        })
    };
    html! {
        <details class="kl-share" part="share">
            <summary class="kl-button" part="button" tabindex="0">{labels.share()}</summary>
            <ul aria-label={without_soft_hyphens(labels.share())}>{for SERVICES.iter().filter_map(link)}</ul>
            <p><a href={context.href_of(&context.content().print)}>{labels.print()}</a></p>
        </details>
    }
}

/// The URL of a service for sharing a view, if the view's public URL is known.
fn service_url(context: &RenderContext, route: Route, template: &str) -> Option<String> {
    let url = context.public_url(route)?;
    let title = encode(&context.content().page_title(route));
    let values = [("text", title.as_str()), ("url", &encode(&url))];
    Some(interpolate(template, &values))
}

/// Percent-encodes a text as part of a URL:
/// <https://datatracker.ietf.org/doc/html/rfc3986#section-2>.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(byte.into());
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(b"0123456789ABCDEF"[usize::from(digit)].into());
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn all_characters_except_ascii_letters_and_digits_are_encoded() {
        assert_eq!(encode("a-Z 0&é/“"), "a%2DZ%200%26%C3%A9%2F%E2%80%9C");
    }
}
