//! The figure: a ribbon along a lemniscate, cut into phases.
//!
//! Geometry is computed natively, once a publication; its shapes travel with
//! the content, so that the browser needs no arithmetic to draw them.

pub mod curve;
#[cfg(not(target_arch = "wasm32"))]
pub mod flow;
mod path;
mod shapes;

pub use shapes::{HIT_WIDTH, HIT_WIDTH_COMPACT, LabelSlot, PhaseArc, Shapes, VIEW_BOX};
