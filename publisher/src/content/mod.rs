//! Reads content files, with positions for messages.

pub mod content_file;
pub mod hyphens;
pub mod position;
pub mod publication_file;
