//! Measurements of pages, and functions for their scripts.

pub mod accessibility_tree;
pub mod announcements;
pub mod axe;
pub mod contrast;
pub mod csp;
pub mod focus;
pub mod injection;
pub mod interactive;
pub mod isolation;
pub mod layout;
pub mod layout_shift;
pub mod print;
pub mod reflow;
pub mod screen;
pub mod tab_order;
