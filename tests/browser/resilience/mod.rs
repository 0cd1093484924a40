//! Slow, failing and repeated loading.

mod activation;
mod load_failures;
mod memory;
mod reserved_height;
mod runtime_failures;
