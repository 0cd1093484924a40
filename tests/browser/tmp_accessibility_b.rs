//! Temporary root of one group of tests.

#[path = "accessibility/accessibility_tree.rs"]
mod accessibility_tree;
#[path = "accessibility/announcements.rs"]
mod announcements;
#[path = "accessibility/embedded.rs"]
mod embedded;
mod engines;
#[path = "visual/layout.rs"]
mod layout;
#[path = "accessibility/line_length.rs"]
mod line_length;
#[path = "accessibility/motion.rs"]
mod motion;
#[path = "accessibility/names.rs"]
mod names;
#[path = "visual/pictures.rs"]
mod pictures;
