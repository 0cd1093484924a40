//! The rules of the search, which a measurement can switch off, one at a time.

/// A rule of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Forms of a word match.
    Stems,
    /// A word matches inside others.
    Inside,
    /// A word that the text lacks stands for the nearest one.
    Typos,
    /// A compound that the text lacks stands for its parts.
    Compounds,
    /// Words that say nothing don't count.
    StopWords,
    /// Rare words count more.
    Weights,
}

/// Whether a rule applies; in the browser every rule does.
#[cfg(target_arch = "wasm32")]
pub(super) fn applies(_: Rule) -> bool {
    true
}

#[cfg(not(target_arch = "wasm32"))]
thread_local! {
    static OFF: std::cell::Cell<Option<Rule>> = const { std::cell::Cell::new(None) };
}

/// Whether a rule applies.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn applies(rule: Rule) -> bool {
    OFF.get() != Some(rule)
}

/// Measures without a rule.
#[cfg(not(target_arch = "wasm32"))]
pub fn without<T>(rule: Option<Rule>, measure: impl FnOnce() -> T) -> T {
    OFF.set(rule);
    let measured = measure();
    OFF.set(None);
    measured
}
