//! Options of the linker for the WebAssembly.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        // The publisher removes data that nothing reads (publisher/src/assets/wasm/unreachable.rs). Relocations tell
        // which numbers are addresses. The functions in the table begin at a number that the code has no other use for.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
        println!("cargo::rustc-link-arg-bins=--table-base=5000");
    }
}
