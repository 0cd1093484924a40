//! Where in a file something stands.

use std::ops::Range;
use std::sync::Arc;

/// A byte range in a file.
///
/// Places compare equal to each other, so that the equality of a manuscript is that of its content.
/// The default place, without a file, belongs to content that was not read from a file.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// The name of the file; empty if the content has no file.
    pub file: Arc<str>,
    /// The bytes in that file.
    pub range: Range<usize>,
}

impl Place {
    /// A byte range in a file.
    #[must_use]
    pub fn new(file: &Arc<str>, range: Range<usize>) -> Self {
        let file = Arc::clone(file);
        Self { file, range }
    }

    /// Whether the content was read from a file.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !self.file.is_empty()
    }
}

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}
