//! Requirements of WCAG 2.2, on standalone pages and on host pages.

mod accessibility_tree;
mod announcements;
mod axe;
mod charts;
mod contrast;
mod embedded;
mod focus;
mod forced_colors;
mod line_length;
mod motion;
mod nl_design_system;
mod preferences;
mod sticky_bars;
mod target_size;
mod themes;
