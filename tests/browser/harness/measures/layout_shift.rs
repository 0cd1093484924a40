//! Layout shifts.

/// Records every layout shift in `shifts`.
pub const WATCH_SHIFTS: &str = include_str!("scripts/layout_shift_watch.js");
