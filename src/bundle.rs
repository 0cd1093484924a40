//! What the widget shows: the content with the shapes of its figure and its charts.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::chart::Chart;
use crate::content::Content;
use crate::figure::Shapes;
use crate::postcard_de::Reader;

/// One publication in one language, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// The text.
    pub content: Content,
    /// The figure, computed from the text's phases.
    pub shapes: Shapes,
    /// Its numbers, drawn.
    pub charts: Vec<Chart>,
}

/// The bytes are not a publication of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeError;

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the content file is damaged or belongs to another version of the widget")
    }
}

impl std::error::Error for DecodeError {}

impl Bundle {
    /// A publication of content without [problems](crate::content::problems), with
    /// charts of its numbers.
    #[must_use]
    pub fn new(content: Content, charts: Vec<Chart>) -> Self {
        let shapes = Shapes::new(&content);
        Self {
            content,
            shapes,
            charts,
        }
    }

    /// The publication from the bytes that [`Bundle::to_bytes`] made.
    ///
    /// # Errors
    /// [`DecodeError`] when the bytes are cut off, damaged or of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let Ok(publication) = Self::deserialize(&mut reader);
        if reader.is_complete() {
            Ok(publication)
        } else {
            Err(DecodeError)
        }
    }

    /// The publication as the browser gets it: postcard, whose reader is a
    /// tenth of the size of a JSON reader.
    ///
    /// # Errors
    /// [`DecodeError`] when it can't be written in this form.
    pub fn to_bytes(&self) -> Result<Vec<u8>, DecodeError> {
        postcard::to_allocvec(self).map_err(|_| DecodeError)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::publication as content;

    fn written() -> (Bundle, Vec<u8>) {
        let publication = Bundle::new(content().clone(), vec![]);
        let bytes = publication.to_bytes().expect("written");
        (publication, bytes)
    }

    #[test]
    fn the_browser_gets_the_same_publication() {
        let (publication, bytes) = written();
        assert_eq!(Bundle::from_bytes(&bytes), Ok(publication));
    }

    #[test]
    fn a_file_cut_off_is_refused() {
        let (_, bytes) = written();
        for length in 0..bytes.len() {
            assert_eq!(Bundle::from_bytes(&bytes[..length]), Err(DecodeError));
        }
    }

    proptest! {
        #[test]
        fn damaged_bytes_never_panic(
            damage in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 1..20),
            cut in any::<prop::sample::Index>(),
        ) {
            let (_, mut bytes) = written();
            for (at, byte) in damage {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            let _ = Bundle::from_bytes(&bytes);
            bytes.truncate(cut.index(bytes.len()));
            let _ = Bundle::from_bytes(&bytes);
        }

        #[test]
        fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            let _ = Bundle::from_bytes(&bytes);
        }
    }
}
