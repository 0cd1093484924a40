//! The content as the browser gets it: postcard, a quarter of the code of a JSON reader.

use std::fmt;

use super::Content;

/// The bytes are not this version's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the content file is damaged or belongs to another version of the widget")
    }
}

impl std::error::Error for Unreadable {}

/// Content from the bytes that [`to_postcard`] made.
///
/// # Errors
/// [`Unreadable`] when the bytes are cut off, damaged or of another version.
pub fn from_postcard(bytes: &[u8]) -> Result<Content, Unreadable> {
    match postcard::take_from_bytes(bytes) {
        Ok((content, [])) => Ok(content),
        _ => Err(Unreadable),
    }
}

/// Content as bytes for [`from_postcard`].
///
/// # Errors
/// [`Unreadable`] when the content can't be written in this form.
pub fn to_postcard(content: &Content) -> Result<Vec<u8>, Unreadable> {
    postcard::to_allocvec(content).map_err(|_| Unreadable)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::publication;
    use super::*;

    #[test]
    fn the_browser_gets_the_same_content() {
        let bytes = to_postcard(publication()).expect("written");
        assert_eq!(from_postcard(&bytes).as_ref(), Ok(publication()));
    }

    #[test]
    fn a_file_cut_off_is_refused() {
        let bytes = to_postcard(publication()).expect("written");
        for length in 0..bytes.len() {
            assert_eq!(from_postcard(&bytes[..length]), Err(Unreadable));
        }
    }

    proptest! {
        #[test]
        fn damaged_bytes_never_panic(at in any::<prop::sample::Index>(), byte: u8) {
            let mut bytes = to_postcard(publication()).expect("written");
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = from_postcard(&bytes);
        }
    }
}
