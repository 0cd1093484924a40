//! The browser entry point. The loader calls the exports of [`kennislemniscaat::embed`];
//! nothing happens before the first call.

/// Smaller than the standard library's allocator, and no slower for this program.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // Without this reference the linker would remove the exports.
    #[cfg(target_arch = "wasm32")]
    let _ = kennislemniscaat::embed::WidgetFactory::new;
}
