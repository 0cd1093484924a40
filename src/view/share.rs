//! Sending a view on: ordinary links to where people share, and what the loader can do.
//!
//! Buttons come from a script, `embed/share.js`, with their words, because they do nothing without one.

use yew::prelude::*;

use super::RenderContext;
use crate::content::interpolate;
use crate::route::Route;

/// Where a link can be sent to. In each address `{url}` and `{text}` are filled in.
/// Addresses as the services document them; none of their scripts are loaded.
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

/// The panel, closed.
pub(super) fn share(context: &RenderContext, route: Route) -> Html {
    let labels = context.labels();
    let link = |(name, address): &(&'static str, &str)| {
        let href = fill_in(context, route, address)?;
        Some(html! {
            <li><a {href} target="_blank" rel="noopener" data-share={*name}>{*name}</a></li>
        })
    };
    html! {
        <details class="kl-share" part="share">
            <summary class="kl-button" part="button">{labels.share()}</summary>
            <ul aria-label={labels.share().to_owned()}>{for SERVICES.iter().filter_map(link)}</ul>
            <p><a href={context.href_of(&context.content().paths.print)}>{labels.print()}</a></p>
        </details>
    }
}

/// The address of a service for a view, where the site knows its own.
fn fill_in(context: &RenderContext, route: Route, address: &str) -> Option<String> {
    let url = context.public_url(route)?;
    let title = encode(&route.title(context.content()));
    let values = [("text", title.as_str()), ("url", &encode(&url))];
    Some(interpolate(address, &values))
}

/// A text as part of an address: <https://datatracker.ietf.org/doc/html/rfc3986#section-2>.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(byte.into());
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.push(b"0123456789ABCDEF"[usize::from(half)].into());
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn letters_and_digits_stay_and_all_else_is_encoded() {
        assert_eq!(encode("a-Z 0&é/“"), "a%2DZ%200%26%C3%A9%2F%E2%80%9C");
    }
}
