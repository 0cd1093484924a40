//! Browsers and their pages: starting, lending to a test, opening.

pub(crate) mod browsers;
pub(crate) mod context;
pub mod engine;
pub(crate) mod page;
pub(crate) mod preload;
pub(crate) mod visit;
