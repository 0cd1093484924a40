//! The release of the loader, and the response headers that depend on it.

/// The version of the release; `/v1.2.3/embed.js` never changes.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The major version; `/v1/embed.js` is its latest release.
#[must_use]
pub fn major() -> &'static str {
    VERSION.split('.').next().unwrap_or(VERSION)
}

/// Fills this release into the file `_headers`: hosts that read the file know no patterns that distinguish
/// `v1` from `v1.2.3`.
#[must_use]
pub fn fill_headers(template: &str) -> String {
    template
        .replace("{version}", VERSION)
        .replace("{major}", major())
}
