//! The text of a publication: read from Markdown, checked, and written as Markdown.
//!
//! A publication is a folder with `publicatie.md` (or `publication.md`) and one file a phase. [`read`] reads the
//! files and reports all problems at once, [`validate`] checks a manuscript from any source, [`to_markdown`]
//! writes the files again and [`write_keys`] adds the keys that an editor left out.

mod block;
mod charts;
mod decode;
mod domain;
mod export;
mod keys;
mod kind;
mod language;
mod messages;
mod names;
mod paste;
mod pieces;
mod place;
mod problem;
mod prose;
mod read;
mod reader;
mod render;
mod source;
mod text;
mod texts;
mod types;
mod validate;

#[cfg(test)]
mod tests;

pub use block::{Block, Chart, List, ListItem};
pub use charts::charts;
pub use decode::{MAX_FILE_SIZE, check_size, decode};
pub(crate) use export::escape::{entity, inline_text};
pub(crate) use export::inline::part_of_line;
pub use export::{to_markdown, to_markdown_in};
pub use keys::{complete_keys, with_references, write_keys};
pub(crate) use keys::{is_reserved, slug};
pub use kind::{Construct, Kind};
pub use language::Language;
pub(crate) use names::{Fact, Section, name_before_colon, nearest};
pub(crate) use paste::DASHES;
pub use paste::comments;
pub use pieces::{Piece, PieceText, pieces};
pub use place::Place;
pub use problem::{Change, Correction, Problem, Severity};
pub use prose::{Inline, Prose};
pub(crate) use read::PUBLICATION_FILES;
pub use read::{File, Reading, read};
pub use render::{render, to_json};
pub use text::{Foreign, Key, Text};
pub use types::{
    Background, Manuscript, Model, Named, Organisation, Phase, Question, Quote, Source, Tip, schema,
};
pub(crate) use validate::is_called;
pub(crate) use validate::keys::{EXPERIENCES, FIXED_BESIDE_PHASES, FIXED_IN_PHASE};
pub use validate::validate;
