//! The bundle that the widget renders: the content, the shapes of its figure and its charts.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::chart::Chart;
use crate::content::Content;
use crate::figure::Shapes;
use crate::postcard_de::Reader;

/// One publication in one language, ready to be rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// The text.
    pub content: Content,
    /// The figure, computed from the phases of the content.
    pub shapes: Shapes,
    /// Charts of the numbers in the content.
    pub charts: Vec<Chart>,
}

/// The error for bytes that are not a bundle of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeError;

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the content file is damaged or belongs to another version of the widget")
    }
}

impl std::error::Error for DecodeError {}

impl Bundle {
    /// Decodes the bytes that [`Bundle::to_bytes`] returned.
    ///
    /// # Errors
    /// [`DecodeError`] when the bytes are truncated, damaged or of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let Ok(bundle) = Self::deserialize(&mut reader);
        if reader.is_complete() {
            Ok(bundle)
        } else {
            Err(DecodeError)
        }
    }

    /// Encodes the bundle for the browser as postcard, whose deserializer is a
    /// tenth of the size of a JSON deserializer.
    ///
    /// # Errors
    /// [`DecodeError`] when the bundle can't be encoded as postcard.
    pub fn to_bytes(&self) -> Result<Vec<u8>, DecodeError> {
        postcard::to_allocvec(self).map_err(|_| DecodeError)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::{bundle, publication as content};

    fn encoded() -> (Bundle, Vec<u8>) {
        let bundle = bundle(content().clone());
        let bytes = bundle.to_bytes().expect("the bundle can be encoded");
        (bundle, bytes)
    }

    #[test]
    fn a_decoded_bundle_equals_the_encoded_bundle() {
        let (bundle, bytes) = encoded();
        assert_eq!(Bundle::from_bytes(&bytes), Ok(bundle));
    }

    #[test]
    fn truncated_bytes_are_rejected() {
        let (_, bytes) = encoded();
        for length in 0..bytes.len() {
            assert_eq!(Bundle::from_bytes(&bytes[..length]), Err(DecodeError));
        }
    }

    proptest! {
        #[test]
        fn decoding_damaged_bytes_never_panics(
            damage in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 1..20),
            end in any::<prop::sample::Index>(),
        ) {
            let (_, mut bytes) = encoded();
            for (index, byte) in damage {
                let index = index.index(bytes.len());
                bytes[index] = byte;
            }
            let _ = Bundle::from_bytes(&bytes);
            bytes.truncate(end.index(bytes.len()));
            let _ = Bundle::from_bytes(&bytes);
        }

        #[test]
        fn decoding_arbitrary_bytes_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            let _ = Bundle::from_bytes(&bytes);
        }
    }
}
