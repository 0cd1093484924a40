//! Programs beside the tests: the built site in many states, nginx with our settings, a WordPress.

pub mod nginx;
pub mod published;
pub mod server;
pub(crate) mod service;
pub mod setup;
pub mod wordpress;
