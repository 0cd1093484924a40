//! Navigation from view to view: by mouse, by keyboard, by address, back and forward.

mod addresses;
mod dialog;
mod focus_traps;
mod journeys;
mod keyboard;
mod scroll;
mod sync_url;
mod tab_order;
