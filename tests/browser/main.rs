//! Tests of the built site in real browsers.

mod engines;
mod smoke;
