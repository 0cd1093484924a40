//! Temporary root of one group of tests.

mod engines;

#[path = "resilience/activation.rs"]
mod activation;
#[path = "resilience/load_failures.rs"]
mod load_failures;
#[path = "resilience/memory.rs"]
mod memory;
#[path = "resilience/reserved_height.rs"]
mod reserved_height;
#[path = "resilience/runtime_failures.rs"]
mod runtime_failures;

#[path = "security/content_security_policy.rs"]
mod content_security_policy;
#[path = "security/content_xss.rs"]
mod content_xss;
#[path = "security/injection.rs"]
mod injection;
#[path = "security/network.rs"]
mod network;
#[path = "security/strict_hosts.rs"]
mod strict_hosts;
