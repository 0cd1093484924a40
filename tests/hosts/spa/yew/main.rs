//! A Yew application: all that is on its page, widgets included, follows from its state.
//!
//! It is a WebAssembly of its own beside the widget's, of the same Yew.

#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod state;

fn main() {
    #[cfg(target_arch = "wasm32")]
    host::start();
}
