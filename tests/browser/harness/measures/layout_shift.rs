//! Shifts of the layout.

/// Keeps every shift of the layout, in `shifts`.
pub const WATCH_SHIFTS: &str = include_str!("../scripts/layout_shift_watch_shifts.js");
