//! Writes the finished site.
fn main() {}
