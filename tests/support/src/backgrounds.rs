//! Background colors of host pages, shared by the tests of the design tokens and the browser tests
//! of the rendered colors.

/// Light and dark backgrounds of host pages, on which the default phase colors stand out. On medium
/// backgrounds, no four colors both stand out and differ enough from each other. A host may still
/// choose medium backgrounds.
pub const BACKGROUNDS: [&str; 9] = [
    "#ffffff", "#f4f1de", "#ffd166", "#b8e0d2", "#8ecae6", "#154273", "#12343b", "#01204e",
    "#000000",
];
