//! Servers for the tests: the built site in many states, nginx and Apache with the published settings,
//! WordPress.

pub mod apache;
pub mod nginx;
pub mod published;
pub mod server;
pub(crate) mod service;
pub mod setup;
pub mod wordpress;
pub mod wordpress_plugin;

pub use service::free_port;
