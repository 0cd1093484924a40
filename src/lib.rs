//! The kennislemniscaat: a clickable figure eight of how knowledge flows, with
//! the background behind each phase one click deeper.
//!
//! Data flows one way: a content file becomes [`content::Content`]; a
//! [`route::Route`] says which part of it is asked for; [`view`] renders that,
//! natively into finished pages and in the browser into the live widget.

pub mod bundle;
pub mod chart;
pub mod content;
pub mod figure;
mod postcard_de;

pub mod route;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod embed;
