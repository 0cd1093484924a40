//! The kennislemniscaat: a clickable figure eight that shows how knowledge flows,
//! with the background of each phase one click deeper.
//!
//! Data flows one way: a content file becomes [`content::Content`]; a
//! [`route::Route`] selects the requested part; [`view`] renders that part,
//! natively into prerendered pages and in the browser into the interactive widget.

pub mod bundle;
pub mod chart;
pub mod content;
pub mod figure;
mod postcard_de;

pub mod route;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod embed;
