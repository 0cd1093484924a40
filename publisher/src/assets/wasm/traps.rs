//! Traps in the place of functions whose only effect is the message of a panic, and of functions that no view calls.
//! A panic of the widget ends in a trap all the same, which the loader notices; nobody needs its message in the console.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, Function, Instruction, Module};
use wasmparser::{CustomSectionReader, FunctionBody, KnownCustom, Name, Parser, Payload, TypeRef};

/// Beginnings of the names of functions that panic; none of them returns.
const PANICS: [&str; 22] = [
    "<hashbrown::raw::Fallibility>::capacity_overflow",
    "<std::panicking::panic_handler",
    "<std::thread::id::ThreadId>::new::exhausted",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "console_error_panic_hook::hook",
    "core::cell::lazy::panic_poisoned",
    "core::cell::panic_already_",
    "core::char::methods::encode_utf8_raw::do_panic",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "hashbrown::raw::Fallibility::capacity_overflow",
    "std::alloc::rust_oom",
    "std::panicking::panic_handler",
    "std::panicking::panic_with_hook",
    "std::thread::local::panic_access_error",
];

/// Beginnings of the names of functions that no view of the widget calls: parts of Yew for listeners (clicks are the
/// loader's), HTML as text, portals and suspense. A view that needs one of them ends in a trap: remove its names here.
const UNUSED: [&str; 9] = [
    "yew::dom_bundle::bportal::",
    "yew::dom_bundle::braw::",
    "yew::dom_bundle::bsuspense::",
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::btag::listeners::Registry::patch",
    "yew::dom_bundle::btag::listeners::Registry::unregister",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::suspense::component::feat_csr_ssr::BaseSuspense::",
];

/// Replaces the bodies of these functions in a module with names.
///
/// # Errors
/// If the module is damaged or has no names.
pub fn set(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut functions = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("reading the WebAssembly")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => add_functions(&section, &mut functions)?,
            _ => {}
        }
    }
    if functions.is_empty() {
        bail!("missing functions that panic in the WebAssembly; expected it to have names");
    }
    let mut module = Module::new();
    Traps {
        functions,
        next: imported,
    }
    .parse_core_module(&mut module, Parser::new(0), wasm)
    .context("replacing functions of the WebAssembly")?;
    Ok(module.finish())
}

/// Adds the indexes of the functions that become traps, if the section has the names of functions.
fn add_functions(section: &CustomSectionReader, functions: &mut BTreeSet<u32>) -> Result<()> {
    let KnownCustom::Name(names) = section.as_known() else {
        return Ok(());
    };
    for names in names {
        let Name::Function(names) = names? else {
            continue;
        };
        for naming in names {
            let naming = naming?;
            let name = without_hashes(naming.name);
            if PANICS
                .iter()
                .chain(&UNUSED)
                .any(|start| name.starts_with(start))
            {
                functions.insert(naming.index);
            }
        }
    }
    Ok(())
}

/// The name of a function without the hashes of its crates, as in `core[c5930c85a12de822]::panicking::panic`.
fn without_hashes(name: &str) -> String {
    let is_hash =
        |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if is_hash(hash) => plain.push_str(rest),
            _ => plain.extend(["[", part]),
        }
    }
    plain
}

/// Writes the module again.
struct Traps {
    functions: BTreeSet<u32>,
    /// The index of the next function.
    next: u32,
}

impl Reencode for Traps {
    type Error = std::convert::Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), reencode::Error> {
        if self.functions.contains(&self.next) {
            let mut trap = Function::new([]);
            trap.instruction(&Instruction::Unreachable);
            trap.instruction(&Instruction::End);
            code.function(&trap);
        } else {
            code.raw(body.as_bytes());
        }
        self.next += 1;
        Ok(())
    }

    /// The linker's own sections describe the module as it was.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        match section.name() {
            "name" | "target_features" => {
                reencode::utils::parse_custom_section(self, module, section)
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        EntityType, FunctionSection, ImportSection, NameMap, NameSection, TypeSection,
    };

    use super::*;

    /// A module with an imported function and functions of these names, which do nothing.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("env", "imported", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut map = NameMap::new();
        for (index, name) in (1..).zip(names) {
            functions.function(0);
            let mut body = Function::new([]);
            body.instruction(&Instruction::End);
            code.function(&body);
            map.append(index, name);
        }
        let mut section = NameSection::new();
        section.functions(&map);
        let mut module = Module::new();
        module.section(&types).section(&imports);
        module.section(&functions).section(&code).section(&section);
        module.finish()
    }

    /// Whether each function is a trap.
    fn traps(wasm: &[u8]) -> Vec<bool> {
        let payloads = Parser::new(0).parse_all(wasm).map(Result::unwrap);
        let bodies = payloads.filter_map(|payload| match payload {
            Payload::CodeSectionEntry(body) => Some(body),
            _ => None,
        });
        let is_trap = |body: FunctionBody| {
            let mut operators = body.get_operators_reader().unwrap();
            matches!(operators.read().unwrap(), wasmparser::Operator::Unreachable)
        };
        bodies.map(is_trap).collect()
    }

    #[test]
    fn functions_that_panic_or_that_no_view_calls_are_traps() {
        let wasm = module(&[
            "kennislemniscaat::view::widget::h909e97b450004b77",
            "core[c5930c85a12de822]::panicking::panic_fmt",
            "core::panicking::panic_display::hd845f6108d1f4bcd",
            "<std[a543996e6e7dbf1e]::thread::id::ThreadId>::new::exhausted",
            "<core[c5930c85a12de822]::fmt::Formatter>::pad",
            "yew::dom_bundle::subtree_root::BSubtree::ensure_handled::h4d5d9627196a5057",
        ]);
        let traps = traps(&set(&wasm).unwrap());
        assert_eq!(traps, [false, true, true, true, false, true]);
    }

    #[test]
    fn a_module_without_names_is_refused() {
        let message = set(&module(&[])).unwrap_err().to_string();
        assert!(message.contains("expected it to have names"), "{message}");
    }
}
