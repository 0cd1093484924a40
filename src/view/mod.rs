//! The views: one file for each part of the screen.
//!
//! Views are plain functions from content to markup; only [`Widget`] is a Yew
//! component, because only the widget is updated from outside. This keeps the
//! WebAssembly small, and every view the same natively and in the browser.
//! Each run of text is one string: adjacent text nodes would be rendered
//! differently from the prerendered page.

mod background;
mod breadcrumb;
mod chart;
#[cfg(not(target_arch = "wasm32"))]
mod checklist;
#[cfg(not(target_arch = "wasm32"))]
mod contents;
mod experiences;
mod figure;
mod heading;
mod languages;
mod link;
mod overview;
#[cfg(not(target_arch = "wasm32"))]
mod page_links;
mod pager;
mod phase;
#[cfg(not(target_arch = "wasm32"))]
mod print_page;
mod prose;
mod quote;
mod render_context;
mod search;
mod share;
#[cfg(not(target_arch = "wasm32"))]
mod step_by_step;
mod tip;
mod trace;
mod unseen;
mod widget;

#[cfg(not(target_arch = "wasm32"))]
pub use checklist::checklist;
#[cfg(not(target_arch = "wasm32"))]
pub use contents::contents;
#[cfg(not(target_arch = "wasm32"))]
pub use page_links::PageLinks;
#[cfg(not(target_arch = "wasm32"))]
pub use print_page::print_page;
pub use render_context::RenderContext;
#[cfg(not(target_arch = "wasm32"))]
pub use render_context::Section;
#[cfg(not(target_arch = "wasm32"))]
pub use step_by_step::step_by_step;
#[cfg(not(target_arch = "wasm32"))]
pub use widget::widget;
pub use widget::{Widget, WidgetProps};

#[cfg(test)]
mod extra_pages_test;
#[cfg(test)]
mod view_test;
