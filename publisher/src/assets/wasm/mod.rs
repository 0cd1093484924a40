//! The WebAssembly of the widget, as small as possible, with its bindings.

mod interface;
mod optimizer;
mod traps;
mod unreachable;

use anyhow::Result;

pub use optimizer::Optimizer;

/// Makes a linked module smaller, and its bindings with it. The module has the names of its functions, which the
/// result hasn't.
///
/// # Errors
/// If the module is damaged or not linked as `build.rs` says, or the bindings are those of another one.
pub fn shrink(wasm: &[u8], bindings: &str, optimizer: &Optimizer) -> Result<(Vec<u8>, String)> {
    // The optimizer removes the code that only makes messages of panics; their words are data that nothing reads
    // then. The data names functions that it can remove in turn.
    let used = interface::remove_exports(&traps::set(wasm)?, bindings)?;
    let optimized = optimizer.run(&used)?;
    let optimized = optimizer.run(&unreachable::clear(wasm, &optimized)?)?;
    interface::shorten(wasm, &optimized, bindings)
}
