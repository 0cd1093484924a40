//! Translations: the state of each piece beside its source.
//!
//! `commands/translate.rs` writes the files of a new translation, and later compares each piece with its source.

mod comparison;
mod labels;
mod record;
mod sources;
mod structure;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::assets::hex;
use crate::manuscript::{Language, Manuscript, Piece, pieces};

pub use comparison::{Accepted, Comparison, compare};
pub use labels::labels;
pub use record::{FILE, Line, Record};
pub use sources::{Sources, refresh};
pub use structure::check;

/// The bytes of a hash that are kept: enough for the few versions that a piece has.
const HASH_BYTES: usize = 6;
/// The most words of a piece that may be equal in two languages, such as a name.
const LONGEST_NAME: usize = 3;

/// A piece with a hash of its words.
#[derive(Debug, Clone)]
pub struct HashedPiece<'m> {
    /// The piece.
    pub piece: Piece<'m>,
    /// The first 12 hexadecimal digits of the SHA-256 of its words.
    pub hash: String,
    /// Whether it is too long for a name.
    pub is_long: bool,
}

impl HashedPiece<'_> {
    /// The hash in the record of a piece that has the words of its source: none while it is to be translated.
    #[must_use]
    pub fn untranslated_hash(&self) -> String {
        match self.is_long {
            true => String::new(),
            false => self.hash.clone(),
        }
    }
}

/// The pieces of a text, in reading order.
#[derive(Debug, Clone)]
pub struct HashedText<'m> {
    /// The pieces.
    pub pieces: Vec<HashedPiece<'m>>,
    by_path: HashMap<String, usize>,
}

impl<'m> HashedText<'m> {
    /// The pieces of a manuscript with complete keys.
    #[must_use]
    pub fn new(manuscript: &'m Manuscript) -> Self {
        let pieces: Vec<_> = pieces(manuscript)
            .into_iter()
            .map(|piece| {
                // The names of facts are the same for all languages, so that hashes can be compared.
                let words = piece.markdown(Language::English);
                let hash = hex(&Sha256::digest(words.as_bytes())[..HASH_BYTES]);
                let is_long = piece.word_count() > LONGEST_NAME;
                HashedPiece {
                    piece,
                    hash,
                    is_long,
                }
            })
            .collect();
        let paths = pieces.iter().enumerate();
        let by_path = paths
            .map(|(index, hashed)| (hashed.piece.path.clone(), index))
            .collect();
        Self { pieces, by_path }
    }

    /// The piece with a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&HashedPiece<'m>> {
        self.pieces.get(*self.by_path.get(path)?)
    }
}
