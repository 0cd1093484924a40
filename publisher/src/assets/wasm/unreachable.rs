//! Data and functions that no code of the WebAssembly reaches any more.
//!
//! The optimizer can't remove them, because an address in a linked module is a number like any other. The linker
//! tells which numbers are addresses: it is called with `--emit-relocs` (`build.rs`).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, DataSection, ElementSection, Elements, Instruction, Module};
use wasmparser::{
    ConstExpr, Data, DataKind, Element, ElementItems, ElementKind, ExternalKind, FunctionBody,
    KnownCustom, Linking, MemArg, Operator, Parser, Payload, RelocationEntry, RelocationType,
    SymbolInfo, TypeRef,
};

/// Distance between a number that only the optimizer has made and the data that it may belong to.
const MARGIN: u32 = 256;

/// Fills data that the `optimized` form of a `linked` module never reads with zeros, and takes functions that only
/// such data names out of the table.
///
/// # Errors
/// If a module is damaged, or the linker's sections don't fit it.
pub fn clear(linked: &[u8], optimized: &[u8]) -> Result<Vec<u8>> {
    let layout = Layout::read(linked).context("reading the linked WebAssembly")?;
    let code = Code::read(optimized).context("reading the optimized WebAssembly")?;
    let marks = Marks::new(&layout, &code);
    let mut clear = Clear {
        addresses: marks.unused_addresses(),
        slots: marks.unused_slots(),
        replacement: marks
            .slots
            .first()
            .and_then(|slot| code.table.get(slot).copied()),
    };
    let mut module = Module::new();
    clear
        .parse_core_module(&mut module, Parser::new(0), optimized)
        .map_err(|error| anyhow!("clearing data of the WebAssembly: {error}"))?;
    Ok(module.finish())
}

/// The data of a linked module, as the linker describes it.
#[derive(Default)]
struct Layout {
    /// The addresses of each symbol, by its index; none for functions and for data without bytes in the module.
    symbols: Vec<Option<Range<u32>>>,
    /// The pointers in data, by their addresses.
    pointers: BTreeMap<u32, Pointer>,
    /// The symbols that code refers to by a number.
    in_code: HashMap<u32, BTreeSet<usize>>,
    /// The functions that code refers to by their slot in the table.
    functions_in_code: HashSet<usize>,
    /// All numbers in code.
    numbers: HashSet<u32>,
}

struct Pointer {
    /// The symbol of the data or the function that it points to.
    target: usize,
    /// The address, or the slot of the function in the table.
    value: u32,
    is_function: bool,
}

impl Layout {
    fn read(wasm: &[u8]) -> Result<Self> {
        let mut layout = Self::default();
        let mut segments = Vec::new();
        let mut data_start = 0;
        let mut references = References::default();
        let (mut in_code, mut in_data) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::CodeSectionEntry(body) => references.add(&body)?,
                Payload::DataSection(section) => {
                    data_start = section.range().start;
                    let data = section.into_iter();
                    segments = data.map(|data| segment(&data?)).collect::<Result<_>>()?;
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => {
                        for subsection in linking {
                            if let Linking::SymbolTable(symbols) = subsection? {
                                let symbols = symbols.into_iter();
                                let symbols =
                                    symbols.map(|symbol| Ok(addresses(&symbol?, &segments)));
                                layout.symbols = symbols.collect::<Result<_>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) => {
                        let entries = relocations.entries().into_iter();
                        match section.name() {
                            "reloc.CODE" => in_code = entries.collect::<Result<_, _>>()?,
                            "reloc.DATA" => in_data = entries.collect::<Result<_, _>>()?,
                            _ => {}
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if layout.symbols.is_empty() || in_code.is_empty() || in_data.is_empty() {
            bail!("missing relocations; expected the linker to be called with --emit-relocs");
        }
        for relocation in &in_code {
            layout.add_in_code(relocation)?;
        }
        for relocation in &in_data {
            let offset = data_start + relocation.offset as usize;
            let segment = segments
                .iter()
                .find(|segment| segment.bytes.contains(&offset));
            let segment = segment.context("unexpected relocation outside of data")?;
            let bytes = wasm.get(offset..offset + 4);
            let bytes = bytes.context("unexpected relocation at the end of the module")?;
            let place = segment.address + u32::try_from(offset - segment.bytes.start)?;
            layout.add_pointer(place, u32::from_le_bytes(bytes.try_into()?), relocation)?;
        }
        layout.numbers = references.numbers;
        Ok(layout)
    }

    fn add_in_code(&mut self, relocation: &RelocationEntry) -> Result<()> {
        let target = relocation.index as usize;
        match relocation.ty {
            RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb => {
                if let Some(address) = self.address(relocation)? {
                    self.in_code.entry(address).or_default().insert(target);
                }
            }
            RelocationType::TableIndexSleb => {
                self.functions_in_code.insert(target);
            }
            RelocationType::FunctionIndexLeb
            | RelocationType::TypeIndexLeb
            | RelocationType::GlobalIndexLeb
            | RelocationType::TableNumberLeb => {}
            other => bail!("unknown relocation {other:?} in code"),
        }
        Ok(())
    }

    fn add_pointer(&mut self, place: u32, value: u32, relocation: &RelocationEntry) -> Result<()> {
        let is_function = match relocation.ty {
            RelocationType::MemoryAddrI32 => false,
            RelocationType::TableIndexI32 => true,
            other => bail!("unknown relocation {other:?} in data"),
        };
        if !is_function && let Some(address) = self.address(relocation)? {
            // A program that ran after the linker may have moved the data.
            ensure!(
                value == address,
                "{value} at address {place}; expected a pointer to {address}, where the linker put its target"
            );
        }
        let pointer = Pointer {
            target: relocation.index as usize,
            value,
            is_function,
        };
        self.pointers.insert(place, pointer);
        Ok(())
    }

    /// The address that a relocation stands for, if it has bytes in the module.
    fn address(&self, relocation: &RelocationEntry) -> Result<Option<u32>> {
        let symbol = self.symbols.get(relocation.index as usize);
        let symbol = symbol.context("unexpected relocation without a symbol")?;
        let addend = i32::try_from(relocation.addend)?;
        Ok(symbol
            .as_ref()
            .map(|symbol| symbol.start.wrapping_add_signed(addend)))
    }
}

/// A data segment: its bytes in the file, and the address of the first one.
struct Segment {
    bytes: Range<usize>,
    address: u32,
}

fn segment(data: &Data) -> Result<Segment> {
    let DataKind::Active { offset_expr, .. } = &data.kind else {
        bail!("unexpected data without an address");
    };
    Ok(Segment {
        bytes: data.range.end - data.data.len()..data.range.end,
        address: constant(offset_expr)?,
    })
}

/// The value of a constant expression.
fn constant(expression: &ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("unexpected {other:?}; expected a constant"),
    }
}

/// The addresses of a symbol that is data with bytes in a segment.
fn addresses(symbol: &SymbolInfo, segments: &[Segment]) -> Option<Range<u32>> {
    let SymbolInfo::Data {
        symbol: Some(symbol),
        ..
    } = symbol
    else {
        return None;
    };
    let start = segments
        .get(symbol.index as usize)?
        .address
        .checked_add(symbol.offset)?;
    Some(start..start.checked_add(symbol.size)?)
}

/// The functions that code names, and the numbers in it.
#[derive(Default)]
struct References {
    functions: BTreeSet<u32>,
    numbers: HashSet<u32>,
}

impl References {
    fn add(&mut self, body: &FunctionBody) -> Result<()> {
        for operator in body.get_operators_reader()? {
            self.instruction(operator?)?;
        }
        Ok(())
    }
}

impl Reencode for References {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        self.functions.insert(function);
        Ok(function)
    }

    fn mem_arg(&mut self, arg: MemArg) -> Result<wasm_encoder::MemArg, reencode::Error> {
        self.numbers.extend(u32::try_from(arg.offset));
        reencode::utils::mem_arg(self, arg)
    }

    fn instruction<'a>(
        &mut self,
        operator: Operator<'a>,
    ) -> Result<Instruction<'a>, reencode::Error> {
        match operator {
            Operator::I32Const { value } => {
                self.numbers.insert(value.cast_unsigned());
            }
            // The optimizer joins an address and a length that are stored together.
            Operator::I64Const { value } => {
                self.numbers.extend([value as u32, (value >> 32) as u32]);
            }
            _ => {}
        }
        reencode::utils::instruction(self, operator)
    }
}

/// The code of an optimized module.
#[derive(Default)]
struct Code {
    /// The number of imported functions; the others follow.
    imported: u32,
    functions: Vec<References>,
    /// All that runs, or can be called, from the outside.
    roots: References,
    /// The function in each slot of the table.
    table: BTreeMap<u32, u32>,
}

impl Code {
    fn read(wasm: &[u8]) -> Result<Self> {
        let mut code = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        match import?.ty {
                            TypeRef::Func(_) => code.imported += 1,
                            TypeRef::Table(_) => bail!("unexpected import of a table"),
                            _ => {}
                        }
                    }
                }
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        code.roots.const_expr(global?.init_expr)?;
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        match export.kind {
                            ExternalKind::Func => {
                                code.roots.functions.insert(export.index);
                            }
                            ExternalKind::Table => ensure!(
                                export.index != 0,
                                "unexpected export of the table of functions"
                            ),
                            _ => {}
                        }
                    }
                }
                Payload::StartSection { func, .. } => {
                    code.roots.functions.insert(func);
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        code.add_element(element?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let mut references = References::default();
                    references.add(&body)?;
                    code.functions.push(references);
                }
                _ => {}
            }
        }
        Ok(code)
    }

    fn add_element(&mut self, element: Element) -> Result<()> {
        let ElementKind::Active {
            table_index: None | Some(0),
            offset_expr,
        } = &element.kind
        else {
            self.roots.element_items(element.items)?;
            return Ok(());
        };
        let ElementItems::Functions(functions) = element.items else {
            bail!("unexpected expressions in the table of functions");
        };
        for (slot, function) in (constant(offset_expr)?..).zip(functions) {
            self.table.insert(slot, function?);
        }
        Ok(())
    }
}

/// All that the code reaches from its roots.
struct Marks<'a> {
    layout: &'a Layout,
    code: &'a Code,
    /// The symbols at each address, and those that end there: a pointer may point behind the last item.
    owners: BTreeMap<u32, Vec<usize>>,
    /// The slots that only data names, and whose function isn't reached if that data isn't.
    slots_in_data: BTreeSet<u32>,
    functions: HashSet<u32>,
    symbols: HashSet<usize>,
    slots: BTreeSet<u32>,
    /// Functions to look at.
    next: Vec<u32>,
}

impl<'a> Marks<'a> {
    fn new(layout: &'a Layout, code: &'a Code) -> Self {
        let mut owners: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (symbol, addresses) in layout.symbols.iter().enumerate() {
            for address in addresses.iter().flat_map(|range| range.start..=range.end) {
                owners.entry(address).or_default().push(symbol);
            }
        }
        let pointers = layout.pointers.values();
        let slots_in_data = pointers
            .filter(|pointer| pointer.is_function)
            .filter(|pointer| !layout.functions_in_code.contains(&pointer.target))
            .map(|pointer| pointer.value)
            .collect();
        let mut marks = Self {
            layout,
            code,
            owners,
            slots_in_data,
            functions: HashSet::new(),
            symbols: HashSet::new(),
            slots: BTreeSet::new(),
            next: Vec::new(),
        };
        marks.add_references(&code.roots);
        for (place, pointer) in &layout.pointers {
            if !marks.owners.contains_key(place) {
                marks.add_pointer(pointer);
            }
        }
        while let Some(function) = marks.next.pop() {
            let defined = function.checked_sub(code.imported);
            if let Some(references) = defined.and_then(|index| code.functions.get(index as usize)) {
                marks.add_references(references);
            }
        }
        marks
    }

    fn add_references(&mut self, references: &References) {
        for function in &references.functions {
            self.add_function(*function);
        }
        for number in &references.numbers {
            self.add_number(*number);
        }
    }

    fn add_function(&mut self, function: u32) {
        if self.functions.insert(function) {
            self.next.push(function);
        }
    }

    /// Marks all that a number in code can stand for.
    fn add_number(&mut self, number: u32) {
        if !self.slots_in_data.contains(&number) {
            self.add_slot(number);
        }
        if let Some(symbols) = self.layout.in_code.get(&number) {
            for symbol in symbols {
                self.add_symbol(*symbol);
            }
            return;
        }
        // The optimizer may have added to an address.
        let margin = match self.layout.numbers.contains(&number) {
            true => 0,
            false => MARGIN,
        };
        let near = number.saturating_sub(margin)..=number.saturating_add(margin);
        let near = self
            .owners
            .range(near)
            .flat_map(|(_, symbols)| symbols)
            .copied();
        for symbol in near.collect::<BTreeSet<_>>() {
            self.add_symbol(symbol);
        }
    }

    fn add_slot(&mut self, slot: u32) {
        if let Some(function) = self.code.table.get(&slot) {
            self.slots.insert(slot);
            self.add_function(*function);
        }
    }

    fn add_symbol(&mut self, symbol: usize) {
        if !self.symbols.insert(symbol) {
            return;
        }
        let layout = self.layout;
        if let Some(Some(addresses)) = layout.symbols.get(symbol) {
            for (_, pointer) in layout.pointers.range(addresses.clone()) {
                self.add_pointer(pointer);
            }
        }
    }

    fn add_pointer(&mut self, pointer: &Pointer) {
        match pointer.is_function {
            true => self.add_slot(pointer.value),
            false => self.add_symbol(pointer.target),
        }
    }

    /// The addresses of data that isn't marked.
    fn unused_addresses(&self) -> HashSet<u32> {
        let symbols = self.layout.symbols.iter().enumerate();
        let (marked, unmarked): (Vec<_>, Vec<_>) =
            symbols.partition(|(symbol, _)| self.symbols.contains(symbol));
        let addresses = |(_, range): (_, &Option<Range<u32>>)| range.clone().unwrap_or_default();
        let marked: HashSet<_> = marked.into_iter().flat_map(addresses).collect();
        let unmarked = unmarked.into_iter().flat_map(addresses);
        unmarked
            .filter(|address| !marked.contains(address))
            .collect()
    }

    /// The slots of functions that neither marked code nor marked data names.
    fn unused_slots(&self) -> BTreeSet<u32> {
        let slots = self.code.table.keys();
        slots
            .filter(|slot| !self.slots.contains(slot))
            .copied()
            .collect()
    }
}

/// Writes the optimized module again.
struct Clear {
    addresses: HashSet<u32>,
    slots: BTreeSet<u32>,
    /// The function that unused slots get.
    replacement: Option<u32>,
}

impl Reencode for Clear {
    type Error = anyhow::Error;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        code.raw(body.as_bytes());
        Ok(())
    }

    fn parse_data(
        &mut self,
        section: &mut DataSection,
        data: Data<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let address = segment(&data).map_err(reencode::Error::UserError)?.address;
        let mut bytes = data.data.to_vec();
        for (address, byte) in (address..).zip(&mut bytes) {
            if self.addresses.contains(&address) {
                *byte = 0;
            }
        }
        reencode::utils::parse_data(
            self,
            section,
            Data {
                data: &bytes,
                ..data
            },
        )
    }

    fn parse_element(
        &mut self,
        section: &mut ElementSection,
        element: Element<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let (
            ElementKind::Active {
                table_index: None | Some(0),
                offset_expr,
            },
            Some(replacement),
        ) = (&element.kind, self.replacement)
        else {
            return reencode::utils::parse_element(self, section, element);
        };
        let first = constant(offset_expr).map_err(reencode::Error::UserError)?;
        let offset = self.const_expr(offset_expr.clone())?;
        let mut elements = self.element_items(element.items)?;
        if let Elements::Functions(functions) = &mut elements {
            for (slot, function) in (first..).zip(functions.to_mut()) {
                if self.slots.contains(&slot) {
                    *function = replacement;
                }
            }
        }
        section.active(None, &offset, elements);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CustomSection, DataSymbolDefinition, Encode, ExportKind, ExportSection, Function,
        FunctionSection, LinkingSection, MemorySection, MemoryType, RefType, SymbolTable,
        TableSection, TableType, TypeSection,
    };

    use super::*;

    /// Four bytes each: a text that code reads, the slot of a function, a text, a pointer to it that code reads, and
    /// a text that only the function reads. The address in the pointer is given.
    fn data(pointer: u32) -> Vec<u8> {
        let (slot, pointer) = (7_u32.to_le_bytes(), pointer.to_le_bytes());
        [*b"read", slot, *b"text", pointer, *b"lost"].concat()
    }

    /// A relocation: its type, its symbol, and its place if it is in data.
    type Relocation = (RelocationType, u32, u32);

    /// A linked module with this data, these functions in the table and these relocations. The first function is
    /// exported; the second one is in the data alone, and the third one in the code.
    fn module(data: &[u8], table: [u32; 2], relocations: [&[Relocation]; 2]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 9,
            maximum: None,
            shared: false,
        });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 0);
        let mut elements = ElementSection::new();
        let offset = wasm_encoder::ConstExpr::i32_const;
        elements.active(None, &offset(7), Elements::Functions((&table).into()));
        let mut code = CodeSection::new();
        for numbers in [&[1024, 1036, 8][..], &[1040], &[]] {
            functions.function(0);
            let mut body = Function::new([]);
            for number in numbers {
                body.instruction(&Instruction::I32Const(*number));
                body.instruction(&Instruction::Drop);
            }
            body.instruction(&Instruction::End);
            code.function(&body);
        }
        let mut segments = DataSection::new();
        segments.active(0, &offset(1024), data.iter().copied());
        let mut symbols = SymbolTable::new();
        for offset in [0, 4, 8, 12, 16] {
            let definition = DataSymbolDefinition {
                index: 0,
                offset,
                size: 4,
            };
            symbols.data(
                SymbolTable::WASM_SYM_BINDING_LOCAL,
                "data",
                Some(definition),
            );
        }
        for index in [1, 2] {
            symbols.function(SymbolTable::WASM_SYM_BINDING_LOCAL, index, Some("function"));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&tables)
            .section(&memories);
        module
            .section(&exports)
            .section(&elements)
            .section(&code)
            .section(&segments);
        module.section(&linking);
        for (name, relocations) in ["reloc.CODE", "reloc.DATA"].into_iter().zip(relocations) {
            let mut bytes = Vec::new();
            0_u32.encode(&mut bytes);
            (relocations.len() as u32).encode(&mut bytes);
            for (kind, symbol, place) in relocations {
                bytes.push(*kind as u8);
                // The segment has seven bytes before its data.
                (7 + place).encode(&mut bytes);
                symbol.encode(&mut bytes);
                if kind.addend_kind() != wasmparser::RelocAddendKind::None {
                    0_i32.encode(&mut bytes);
                }
            }
            let data = bytes.into();
            module.section(&CustomSection {
                name: name.into(),
                data,
            });
        }
        module.finish()
    }

    const IN_CODE: &[Relocation] = &[
        (RelocationType::MemoryAddrSleb, 0, 0),
        (RelocationType::MemoryAddrSleb, 3, 0),
        (RelocationType::MemoryAddrSleb, 4, 0),
        (RelocationType::TableIndexSleb, 6, 0),
    ];
    const IN_DATA: &[Relocation] = &[
        (RelocationType::TableIndexI32, 5, 4),
        (RelocationType::MemoryAddrI32, 2, 12),
    ];

    #[test]
    fn only_data_and_functions_that_code_reaches_stay() {
        let linked = module(&data(1032), [1, 2], [IN_CODE, IN_DATA]);
        let left = [*b"read", [0; 4], *b"text", 1032_u32.to_le_bytes(), [0; 4]].concat();
        let expected = module(&left, [2, 2], [IN_CODE, IN_DATA]);
        assert!(clear(&linked, &linked).unwrap() == expected);
    }

    #[test]
    fn a_module_without_relocations_is_refused() {
        let linked = module(&data(1032), [1, 2], [&[], &[]]);
        let message = format!("{:#}", clear(&linked, &linked).unwrap_err());
        assert!(message.contains("--emit-relocs"), "{message}");
    }

    #[test]
    fn data_that_was_moved_after_linking_is_refused() {
        let linked = module(&data(2032), [1, 2], [IN_CODE, IN_DATA]);
        let message = format!("{:#}", clear(&linked, &linked).unwrap_err());
        assert!(message.contains("expected a pointer to 1032"), "{message}");
    }
}
