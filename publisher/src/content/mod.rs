//! Reads content files, with positions for messages.

pub mod content_file;
pub mod position;
