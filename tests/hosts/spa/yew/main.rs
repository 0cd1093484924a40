//! A Yew application that renders its whole page, including the widgets, from its state.
//!
//! The application is a WebAssembly module separate from the widget's, with the same version of Yew.

#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod state;

fn main() {
    #[cfg(target_arch = "wasm32")]
    host::start();
}
