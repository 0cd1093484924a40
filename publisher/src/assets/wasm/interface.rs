//! The interface between the WebAssembly and its bindings: no function that the other side doesn't use, and short
//! names for imports. wasm-bindgen gives each import a hash, which no compression makes smaller.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Removes the exports that the bindings don't use.
///
/// # Errors
/// If the module is damaged, or the bindings use none of its exports.
pub fn remove_exports(wasm: &[u8], bindings: &str) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("reading the WebAssembly")?;
        if let Payload::ExportSection(exports) = payload {
            let mut used = ExportSection::new();
            for export in exports {
                let export = export.context("reading the WebAssembly's exports")?;
                if bindings.contains(&format!("wasm.{}", export.name)) {
                    let kind = RoundtripReencoder.export_kind(export.kind)?;
                    used.export(export.name, kind, export.index);
                }
            }
            ensure!(
                !used.is_empty(),
                "missing exports in the bindings; expected the bindings of this module"
            );
            module.section(&used);
        } else if let Some((id, range)) = payload.as_section() {
            let data = &wasm[range];
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// Renames the imports in a module and in its bindings, and removes the functions from the bindings that only the
/// `linked` form of the module imports. The module has no custom sections then, which no browser reads.
///
/// # Errors
/// If a module is damaged, or the bindings lack one of its imports.
pub fn shorten(linked: &[u8], wasm: &[u8], bindings: &str) -> Result<(Vec<u8>, String)> {
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
        } else if matches!(payload, Payload::CustomSection(_)) {
            // Names of functions, and of the programs that made the module.
        } else if let Some((id, range)) = payload.as_section() {
            let data = &wasm[range];
            module.section(&RawSection { id, data });
        }
    }
    let mut bindings = bindings.to_owned();
    for name in imports(linked)? {
        if !names.contains_key(&name) {
            remove_function(&mut bindings, &name);
        }
    }
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

/// The names of all imports of a module.
fn imports(wasm: &[u8]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(imports) = payload.context("reading the WebAssembly")? {
            for import in imports.into_imports() {
                names.insert(import?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// Removes an imported function from the bindings, which wasm-bindgen has indented.
fn remove_function(bindings: &mut String, name: &str) {
    let Some(start) = bindings.find(&format!("\n        {name}: function(")) else {
        return;
    };
    let after = |text: &str, from: usize| {
        let found = bindings.get(from..)?.find(text)?;
        Some(from + found + text.len())
    };
    let last_line = after("\n        }", start);
    if let Some(end) = last_line.and_then(|last_line| after("\n", last_line)) {
        bindings.replace_range(start..end - 1, "");
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, NameSection, TypeSection};

    use super::*;

    const LONG: &str = "__wbg_new_0123456789abcdef";
    const LONGER: &str = "__wbg_new_0123456789abcdef_2";

    /// A module that imports and exports functions and calls none.
    fn module(imported: &[&str], exported: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in imported {
            imports.import("./bindings.js", name, EntityType::Function(0));
        }
        let mut exports = ExportSection::new();
        for name in exported {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut names = NameSection::new();
        names.module("kennislemniscaat");
        let mut module = Module::new();
        module.section(&types).section(&imports);
        module.section(&exports).section(&names);
        module.finish()
    }

    const BINDINGS: &str = "{
        __wbg_new_0123456789abcdef: function(arg0) {
            return wasm.run(arg0);
        },
        __wbg_new_0123456789abcdef_2: function() { return handleError(function () {
            return 2;
        }, arguments); },
    }";

    /// The names of imports and exports, and of custom sections.
    fn names(wasm: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::ImportSection(imports) => {
                    let imports = imports.into_imports();
                    names.extend(imports.map(|import| import.unwrap().name.to_owned()));
                }
                Payload::ExportSection(exports) => {
                    let exports = exports.into_iter();
                    names.extend(exports.map(|export| export.unwrap().name.to_owned()));
                }
                Payload::CustomSection(section) => names.push(section.name().to_owned()),
                _ => {}
            }
        }
        names
    }

    #[test]
    fn module_and_bindings_have_the_same_short_names() {
        let module = module(&[LONG, LONGER], &[]);
        let (wasm, bindings) = shorten(&module, &module, BINDINGS).unwrap();
        assert_eq!(names(&wasm), ["_0", "_1"]);
        let expected = BINDINGS.replace(LONGER, "_1").replace(LONG, "_0");
        assert_eq!(bindings, expected);
    }

    #[test]
    fn functions_that_the_module_no_longer_imports_are_removed_from_the_bindings() {
        let linked = module(&[LONG, LONGER], &[]);
        let (_, bindings) = shorten(&linked, &module(&[LONG], &[]), BINDINGS).unwrap();
        let expected = "{\n        _0: function(arg0) {\n            return wasm.run(arg0);\n        },\n    }";
        assert_eq!(bindings, expected);
        let (_, bindings) = shorten(&linked, &module(&[LONGER], &[]), BINDINGS).unwrap();
        let expected = "{\n        _0: function() { return handleError(function () {\n            return 2;\n        }, arguments); },\n    }";
        assert_eq!(bindings, expected);
    }

    #[test]
    fn only_exports_that_the_bindings_use_stay() {
        let module = module(&[LONG], &["run", "main"]);
        let wasm = remove_exports(&module, BINDINGS).unwrap();
        assert_eq!(names(&wasm), [LONG, "run", "name"]);
    }

    #[test]
    fn bindings_of_another_module_are_refused() {
        let module = module(&[LONG], &["run"]);
        let message = shorten(&module, &module, "{}").unwrap_err().to_string();
        assert!(message.contains(LONG), "{message}");
        assert!(remove_exports(&module, "{}").is_err());
    }
}
