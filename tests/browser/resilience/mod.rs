//! Slow, failing and repeated loading.

mod activation;
mod documented_heights;
mod load_failures;
mod lost_requests;
mod memory;
mod missing_features;
mod older_engines;
mod reserved_height;
mod runtime_failures;
mod translated_pages;
