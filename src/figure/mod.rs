//! The figure: a ribbon along a lemniscate, cut into phases.
//!
//! Geometry is computed natively, once a publication; its shapes travel with
//! the content, so that the browser needs no arithmetic to draw them.

pub mod curve;
mod path;
mod shapes;
#[cfg(not(target_arch = "wasm32"))]
pub mod stream;

pub use shapes::{Arc, HIT_WIDTH, HIT_WIDTH_COMPACT, Place, Shapes, VIEW_BOX};
