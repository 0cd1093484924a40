//! The kinds of views.

/// The name of a view in an element's attribute, from its path.
pub fn view(path: &str) -> &str {
    path.trim_start_matches("/nl/").trim_end_matches('/')
}

/// One path of each kind of view but the search, which has tests of its own; views of a kind differ only in text.
pub const KINDS: [&str; 7] = [
    "/nl/",
    "/nl/analyseren/",
    "/nl/vertaling/tip-5/",
    "/nl/vertaling/ervaringen/",
    "/nl/analyseren/ervaringen/verwachtingen/",
    "/nl/implementeren/ervaringen/zoekstrategieen/citaat-1/",
    "/nl/achtergrond/",
];

/// The names of [`KINDS`] in snapshots.
pub const KIND_NAMES: [&str; 7] = [
    "overview",
    "phase",
    "tip",
    "experiences",
    "question",
    "quote",
    "background",
];
