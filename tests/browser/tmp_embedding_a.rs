//! Temporary root of one group of tests.

mod engines;

#[path = "embedding/activation.rs"]
mod activation;
#[path = "embedding/element.rs"]
mod element;
#[path = "embedding/host_colors.rs"]
mod host_colors;
#[path = "embedding/host_pages.rs"]
mod host_pages;
#[path = "embedding/isolation.rs"]
mod isolation;
#[path = "embedding/many_widgets.rs"]
mod many_widgets;
#[path = "embedding/print.rs"]
mod print;
#[path = "embedding/progressive_loading.rs"]
mod progressive_loading;
#[path = "embedding/script_tag.rs"]
mod script_tag;
