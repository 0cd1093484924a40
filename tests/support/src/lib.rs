//! Data shared by the native tests, the tests of the WebAssembly and the browser tests.

pub mod backgrounds;
pub mod cycles;
pub mod injection;
pub mod publication;
pub mod views;
