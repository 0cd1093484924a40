//! The browser entry. The loader calls what [`kennislemniscaat::embed`] exports;
//! nothing happens before it does.

fn main() {
    // Without this use the linker would see no reason to keep the exports.
    #[cfg(target_arch = "wasm32")]
    let _ = kennislemniscaat::embed::Library::new;
}
