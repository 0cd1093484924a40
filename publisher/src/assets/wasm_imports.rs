//! Short names for the imports of the WebAssembly from its bindings: wasm-bindgen gives each import a hash,
//! which no compression makes smaller.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Renames the imports in a module and in its bindings.
///
/// # Errors
/// If the module is damaged, or the bindings lack one of its imports.
pub fn shorten(wasm: &[u8], bindings: &str) -> Result<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("reading the WebAssembly")?;
        if let Payload::ImportSection(imports) = payload {
            let mut renamed = ImportSection::new();
            for import in imports.into_imports() {
                let import = import.context("reading the WebAssembly's imports")?;
                let short = format!("_{}", names.len());
                let kind = RoundtripReencoder.entity_type(import.ty)?;
                renamed.import(import.module, &short, kind);
                names.insert(import.name.to_owned(), short);
            }
            module.section(&renamed);
        } else if let Some((id, range)) = payload.as_section() {
            let data = &wasm[range];
            module.section(&RawSection { id, data });
        }
    }
    let mut bindings = bindings.to_owned();
    // Longest first, so that no name is part of a name that is replaced later.
    let mut longest: Vec<_> = names.iter().collect();
    longest.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, short) in longest {
        bindings.find(name.as_str()).with_context(|| {
            format!("missing import {name} in the bindings; expected the bindings of this module")
        })?;
        bindings = bindings.replace(name.as_str(), short);
    }
    Ok((module.finish(), bindings))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions and calls none.
    fn module() -> Vec<u8> {
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in ["__wbg_new_0123456789abcdef", "__wbg_new_0123456789abcdef_2"] {
            imports.import("./bindings.js", name, wasm_encoder::EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports);
        module.finish()
    }

    const BINDINGS: &str = "{__wbg_new_0123456789abcdef: a, __wbg_new_0123456789abcdef_2: b}";

    fn imports(wasm: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::ImportSection(imports) = payload.unwrap() {
                names.extend(
                    imports
                        .into_imports()
                        .map(|import| import.unwrap().name.to_owned()),
                );
            }
        }
        names
    }

    #[test]
    fn module_and_bindings_have_the_same_short_names() {
        let (wasm, bindings) = shorten(&module(), BINDINGS).unwrap();
        assert_eq!(imports(&wasm), ["_0", "_1"]);
        assert_eq!(bindings, "{_0: a, _1: b}");
    }

    #[test]
    fn bindings_of_another_module_are_refused() {
        let message = shorten(&module(), "{}").unwrap_err().to_string();
        assert!(message.contains("__wbg_new_0123456789abcdef"), "{message}");
    }
}
