//! Fields: instructions of a word processor, and the words that it shows for them.

use std::rc::Rc;

/// A field that has begun.
#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// Whether the words that are shown have begun.
    is_result: bool,
    link: Option<Rc<str>>,
}

/// The fields around a place in a paragraph.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

impl Fields {
    /// Handles the mark of a field: its begin, the begin of its result, or its end.
    pub(super) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" => self.open.push(Field::default()),
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.is_result = true;
                    field.link = address(&field.instruction).map(Rc::from);
                }
            }
            "end" => drop(self.open.pop()),
            _ => {}
        }
    }

    /// Adds to the instruction of the innermost field.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut() {
            field.instruction.push_str(text);
        }
    }

    /// Whether a place is within an instruction, which isn't shown.
    pub(super) fn is_instruction(&self) -> bool {
        self.open.iter().any(|field| !field.is_result)
    }

    /// The address of the innermost link.
    pub(super) fn link(&self) -> Option<Rc<str>> {
        let mut fields = self.open.iter().rev();
        fields.find_map(|field| field.link.clone())
    }

    /// Ends all fields: a paragraph has ended. A field without an end would take the rest of the document.
    pub(super) fn end(&mut self) {
        self.open.clear();
    }
}

/// The address of a field `HYPERLINK "address" \l "place"`. A place in the document alone has none.
pub(super) fn address(instruction: &str) -> Option<String> {
    let (name, rest) = instruction.trim().split_once(char::is_whitespace)?;
    if !name.eq_ignore_ascii_case("hyperlink") {
        return None;
    }
    let rest = rest.trim_start();
    let (address, rest) = match rest.strip_prefix('"') {
        Some(rest) => rest.split_once('"')?,
        None if rest.starts_with('\\') => return None,
        None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
    };
    let place = rest
        .split_once("\\l")
        .and_then(|(_, place)| place.split('"').nth(1));
    let address = match place {
        Some(place) if !address.contains('#') => format!("{address}#{place}"),
        _ => address.to_owned(),
    };
    (!address.starts_with('#') && !address.is_empty()).then_some(address)
}
