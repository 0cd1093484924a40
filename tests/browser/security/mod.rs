//! Hostile texts, policies and privacy.

mod content_security_policy;
mod content_xss;
mod injection;
mod network;
mod strict_hosts;

pub use content_security_policy::STRICT;
pub use strict_hosts::{ONLY_SCRIPT, ONLY_WASM};
