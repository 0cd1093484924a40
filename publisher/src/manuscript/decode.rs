//! Bytes of a file as text, or the name of their encoding.

use std::sync::Arc;

use crate::manuscript::{Kind, Place, Problem};

/// The most bytes of a file.
pub const MAX_FILE_SIZE: u64 = 5 * 1024 * 1024;

/// The problem of a file that is too large to be read.
#[must_use]
pub fn check_size(name: &str, size: u64) -> Option<Problem> {
    (size > MAX_FILE_SIZE).then(|| Problem::of_file(Kind::TooLarge { size }, name))
}

/// The text of a file without a byte order mark.
///
/// # Errors
/// If the file is too large, isn't text or isn't UTF-8: where, and which encoding it looks like.
/// The range of the problem counts bytes of the file.
#[allow(
    clippy::result_large_err,
    reason = "once a file; callers show the problem at once"
)]
pub fn decode(name: &str, bytes: &[u8]) -> Result<String, Box<Problem>> {
    if let Some(problem) = check_size(name, bytes.len() as u64) {
        return Err(problem.into());
    }
    if let Some(big_endian) = utf16(bytes) {
        return Err(Problem::of_file(Kind::Utf16 { big_endian }, name).into());
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF") {
        return Err(Problem::of_file(Kind::NotText, name).into());
    }
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    match str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let start = error.valid_up_to();
            let kind = match error.error_len() {
                None => Kind::TruncatedUtf8,
                Some(_) => other_encoding(bytes),
            };
            let place = Place::new(&Arc::from(name), start..start + 1);
            Err(Problem::new(kind, &place).into())
        }
    }
}

/// Whether the bytes are UTF-16, by their mark or by the zeros between Latin letters, and its order.
fn utf16(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(false),
        [0xFE, 0xFF, ..] => return Some(true),
        _ => {}
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let zeros = |skipped: usize| {
        let every_other = head.iter().skip(skipped).step_by(2);
        every_other.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 3;
    match (even > most, odd > most) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// The encoding of bytes that aren't UTF-8. The bytes of 80 to 9F are quotation marks and dashes in Windows-1252 and
/// control characters in Latin-1.
fn other_encoding(bytes: &[u8]) -> Kind {
    if bytes.contains(&0) {
        return Kind::NotText;
    }
    let is_windows = bytes.iter().any(|byte| (0x80..=0x9F).contains(byte));
    let encoding = if is_windows {
        "Windows-1252"
    } else {
        "Latin-1"
    };
    Kind::OtherEncoding { encoding }
}
