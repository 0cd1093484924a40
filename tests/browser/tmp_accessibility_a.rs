//! Temporary root of one group of tests.

#[path = "accessibility/axe.rs"]
mod axe;
#[path = "accessibility/charts.rs"]
mod charts;
#[path = "accessibility/contrast.rs"]
mod contrast;
#[path = "accessibility/focus.rs"]
mod focus;
#[path = "accessibility/forced_colors.rs"]
mod forced_colors;
#[path = "accessibility/preferences.rs"]
mod preferences;
#[path = "accessibility/target_size.rs"]
mod target_size;
#[path = "accessibility/themes.rs"]
mod themes;
