//! Visually hidden text, for screen reader users.

use yew::prelude::*;

use crate::content::without_soft_hyphens;

/// A text that is announced and not shown. It is no part of copied text.
pub(super) fn unseen(text: &str) -> Html {
    html! { <span class="kl-unseen">{without_soft_hyphens(text)}</span> }
}
