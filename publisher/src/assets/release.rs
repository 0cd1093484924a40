//! Which release of the loader this is, and what hosts must know about it.

/// The release; `/v1.2.3/embed.js` never changes.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Its major version; `/v1/embed.js` is the latest of that.
#[must_use]
pub fn major() -> &'static str {
    VERSION.split('.').next().unwrap_or(VERSION)
}

/// The file `_headers`, with this release filled in: such hosts know no patterns by which `v1`
/// and `v1.2.3` could be told apart.
#[must_use]
pub fn fill_headers(template: &str) -> String {
    template
        .replace("{version}", VERSION)
        .replace("{major}", major())
}
