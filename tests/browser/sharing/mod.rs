//! Sharing a view, and cards that others make of it.

mod share_before_activation;
mod share_panel;
mod unfurl;
