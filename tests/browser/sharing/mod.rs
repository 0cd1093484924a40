//! Sharing a view, and link previews of shared views.

mod head;
mod share_before_activation;
mod share_panel;
mod unfurl;
