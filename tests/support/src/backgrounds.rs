//! Background colors of host pages. The tests of the tokens and those of what browsers show of them
//! measure on the same.

/// Light and dark grounds of a house, on which our own phases stand out. On those in between no
/// four colours do that are apart from each other as well; a host may choose them.
pub const BACKGROUNDS: [&str; 9] = [
    "#ffffff", "#f4f1de", "#ffd166", "#b8e0d2", "#8ecae6", "#154273", "#12343b", "#01204e",
    "#000000",
];
