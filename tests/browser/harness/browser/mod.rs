//! Browsers and their pages: started, lent to a test, opened.

pub(crate) mod browsers;
pub(crate) mod context;
pub mod engine;
pub(crate) mod page;
pub(crate) mod preload;
pub(crate) mod visit;
