//! The figure: a ribbon along a lemniscate, cut into phases.
//!
//! The geometry is computed natively, once for each publication. The shapes are
//! published with the content, so that the browser draws them without arithmetic.

pub mod curve;
#[cfg(not(target_arch = "wasm32"))]
pub mod flow;
mod path;
mod shapes;
mod spans;

pub use shapes::{HIT_WIDTH, HIT_WIDTH_COMPACT, LabelSlot, PhaseArc, Shapes, VIEW_BOX};
