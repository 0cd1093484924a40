//! The browser entry. The loader calls what [`kennislemniscaat::embed`] exports;
//! nothing happens before it does.

/// Smaller than the standard library's, and no slower here.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    // Without this use the linker would see no reason to keep the exports.
    #[cfg(target_arch = "wasm32")]
    let _ = kennislemniscaat::embed::WidgetFactory::new;
}
