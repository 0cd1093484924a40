//! Sharing a view, and link previews of shared views.

mod share_before_activation;
mod share_panel;
mod unfurl;
