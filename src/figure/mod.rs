//! The figure: a ribbon along a lemniscate, cut into phases.
//!
//! Geometry is computed natively, once a publication; its shapes travel with
//! the content, so that the browser needs no arithmetic to draw them.

pub mod curve;
mod path;
mod shapes;

pub use shapes::{Arc, Place, Shapes, VIEW_BOX, hit_width};
