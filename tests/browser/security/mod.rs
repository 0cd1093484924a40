//! Hostile texts, policies and privacy.

mod content_security_policy;
mod content_xss;
mod injection;
mod network;
mod strict_hosts;
