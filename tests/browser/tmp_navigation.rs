//! Temporary root of one group of tests.

mod engines;

#[path = "navigation/addresses.rs"]
mod addresses;
#[path = "navigation/dialog.rs"]
mod dialog;
#[path = "navigation/journeys.rs"]
mod journeys;
#[path = "navigation/keyboard.rs"]
mod keyboard;
#[path = "navigation/scroll.rs"]
mod scroll;
#[path = "navigation/sync_url.rs"]
mod sync_url;
#[path = "navigation/tab_order.rs"]
mod tab_order;
