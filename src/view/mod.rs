//! What the reader sees: one file for each thing on the screen.
//!
//! Views are plain functions from content to markup; only [`Widget`] is a Yew
//! component, because only it is updated from outside. That keeps the
//! WebAssembly small, and every view the same natively and in the browser.
//! Each run of text is one string: adjacent text nodes would be drawn
//! differently from the finished page.

mod background;
mod blocks;
mod breadcrumb;
mod chart;
mod experiences;
mod figure;
mod heading;
mod link;
mod neighbours;
mod overview;
mod phase;
mod quote;
mod share;
mod site;
mod tip;
#[cfg(not(target_arch = "wasm32"))]
mod whole;
mod widget;

pub use phase::position;
pub use site::Site;
#[cfg(not(target_arch = "wasm32"))]
pub use whole::whole;
pub use widget::{Shown, Widget};

#[cfg(test)]
mod view_test;
