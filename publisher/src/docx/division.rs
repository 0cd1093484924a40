//! Divides the blocks of a document over the files of a publication, at the headings.

use crate::docx::blocks::Block;
use crate::docx::pieces::Line;
use crate::manuscript::Section;

/// The blocks of each file. Headings have the levels of the files.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) publication: Vec<Block>,
    pub(super) phases: Vec<Vec<Block>>,
}

/// The section of the publication whose heading was a title in the document.
#[derive(Debug, Clone, Copy)]
struct Raised {
    /// Whether it has headings of the level below.
    has_parts: bool,
}

/// Divides blocks: the first title is that of the publication, and each other one begins a phase, unless its words
/// are those of a section of the publication.
pub(super) fn divide(blocks: Vec<Block>) -> Parts {
    let mut parts = Parts::default();
    let mut has_title = false;
    let mut is_phase = false;
    let mut raised: Option<Raised> = None;
    for block in blocks {
        let block = match block {
            Block::Heading { level, lines } => {
                let is_section = is_section(&lines);
                let level = match level {
                    0 | 1 if !has_title => {
                        has_title = true;
                        1
                    }
                    0 | 1 if is_section => {
                        is_phase = false;
                        raised = Some(Raised { has_parts: false });
                        2
                    }
                    0 | 1 => {
                        is_phase = true;
                        raised = None;
                        parts.phases.push(vec![]);
                        1
                    }
                    2.. if is_section && !is_phase => {
                        raised = None;
                        2
                    }
                    level => below(level, &mut raised),
                };
                Block::Heading { level, lines }
            }
            block => block,
        };
        match parts.phases.last_mut().filter(|_| is_phase) {
            Some(phase) => phase.push(block),
            None => parts.publication.push(block),
        }
    }
    parts
}

/// The level of a heading below another. In a raised section the levels below are raised with it.
fn below(level: u8, raised: &mut Option<Raised>) -> u8 {
    match raised {
        Some(section) => {
            section.has_parts |= level == 2;
            level + u8::from(section.has_parts)
        }
        None => level,
    }
}

fn is_section(lines: &[Line]) -> bool {
    let words = heading_words(lines).0;
    Section::of(&words, &Section::OF_PUBLICATION).is_some()
}

/// The words of a heading without its key, and the key.
pub(super) fn heading_words(lines: &[Line]) -> (String, Option<String>) {
    let is_words = |line: &&Line| line.fact().is_none();
    let mut lines: Vec<Line> = lines.iter().take_while(is_words).cloned().collect();
    let key = lines.last_mut().and_then(Line::take_key);
    let words: Vec<_> = lines.iter().map(Line::plain).collect();
    (words.join(" ").trim().to_owned(), key)
}
