//! Deserializes postcard (<https://postcard.jamesmunns.com/wire-format>), limited to the types
//! of a publication, in a quarter of the code. A field that can't be read becomes empty and the
//! failure is recorded, so that no partially read value has to be dropped.

use std::fmt;

use serde::de::value::U32Deserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

/// Reads consecutive values.
pub struct Reader<'de> {
    rest: &'de [u8],
    failed: bool,
}

/// An error that never occurs; [`Reader::is_complete`] tells whether reading failed.
#[derive(Debug)]
pub enum NoError {}

impl fmt::Display for NoError {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for NoError {}

impl de::Error for NoError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        // Lengths and variant indexes are made valid before a visitor receives them.
        unreachable!()
    }
}

impl<'de> Reader<'de> {
    pub fn new(bytes: &'de [u8]) -> Self {
        Self {
            rest: bytes,
            failed: false,
        }
    }

    /// Whether every value could be read and no bytes are left.
    pub fn is_complete(&self) -> bool {
        !self.failed && self.rest.is_empty()
    }

    #[inline(never)]
    fn bytes(&mut self, count: usize) -> &'de [u8] {
        match self.rest.split_at_checked(count) {
            Some((bytes, rest)) => {
                self.rest = rest;
                bytes
            }
            None => {
                self.failed = true;
                &[]
            }
        }
    }

    fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or_default()
    }

    /// Reads a varint of at most 32 bits: seven bits in each byte, the least significant first.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.failed = true;
        0
    }

    #[inline(never)]
    fn text(&mut self) -> &'de str {
        let count = self.number() as usize;
        match str::from_utf8(self.bytes(count)) {
            Ok(text) => text,
            Err(_) => {
                self.failed = true;
                ""
            }
        }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = NoError;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NoError> {
        // The format isn't self-describing; no type of a publication calls this.
        unreachable!()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        let byte = self.byte();
        self.failed |= byte > 1;
        visitor.visit_bool(byte == 1)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        let number = self.number();
        self.failed |= number > 0xffff;
        visitor.visit_u16(number as u16)
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        let number = self.number();
        self.failed |= number > 0xffff;
        // Zigzag encoding: the lowest bit is the sign.
        let half = (number >> 1) as i16;
        visitor.visit_i16(if number & 1 == 0 { half } else { !half })
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        let byte = self.byte();
        self.failed |= byte > 1;
        match byte {
            1 => visitor.visit_some(self),
            _ => visitor.visit_none(),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NoError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        let left = Some(self.number());
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NoError> {
        let left = None;
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NoError> {
        self.deserialize_tuple(fields.len(), visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NoError> {
        let mut index = self.number();
        if index as usize >= variants.len() {
            self.failed = true;
            index = 0;
        }
        visitor.visit_enum(Variant {
            reader: self,
            index,
        })
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        i8 i32 i64 i128 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        tuple_struct map identifier ignored_any
    }
}

/// The items of a list, or the fields of a struct, tuple or variant. The number of fields is not
/// stored: `left` is `None`, and every requested field is read.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: Option<u32>,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = NoError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, NoError> {
        if let Some(left) = &mut self.left {
            // A damaged length must not cause a long loop.
            if *left == 0 || self.reader.failed {
                return Ok(None);
            }
            *left -= 1;
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

/// An enum variant, identified by its index.
struct Variant<'r, 'de> {
    reader: &'r mut Reader<'de>,
    index: u32,
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = NoError;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), NoError> {
        let index: U32Deserializer<NoError> = self.index.into_deserializer();
        Ok((seed.deserialize(index)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = NoError;

    fn unit_variant(self) -> Result<(), NoError> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, NoError> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, NoError> {
        self.reader.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NoError> {
        self.reader.deserialize_tuple(fields.len(), visitor)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Kind {
        None,
        One(String),
        Two(u16, i16),
        Named { yes: bool, no: Option<u8> },
    }

    type All = (Vec<Kind>, [i16; 4], Option<Vec<String>>);

    fn kind() -> impl Strategy<Value = Kind> {
        prop_oneof![
            Just(Kind::None),
            ".{0,200}".prop_map(Kind::One),
            any::<(u16, i16)>().prop_map(|(a, b)| Kind::Two(a, b)),
            any::<(bool, Option<u8>)>().prop_map(|(yes, no)| Kind::Named { yes, no }),
        ]
    }

    fn all() -> impl Strategy<Value = All> {
        let texts = prop::option::of(prop::collection::vec(".{0,9}", 0..4));
        (
            prop::collection::vec(kind(), 0..200),
            any::<[i16; 4]>(),
            texts,
        )
    }

    fn read(bytes: &[u8]) -> (All, bool) {
        let mut reader = Reader::new(bytes);
        let Ok(value) = All::deserialize(&mut reader);
        (value, reader.is_complete())
    }

    proptest! {
        #[test]
        fn values_written_by_postcard_are_read_back(value in all()) {
            let bytes = postcard::to_allocvec(&value).unwrap();
            prop_assert_eq!(read(&bytes), (value, true));
        }

        #[test]
        fn truncated_bytes_are_incomplete(value in all(), end in any::<prop::sample::Index>()) {
            let bytes = postcard::to_allocvec(&value).unwrap();
            let end = end.index(bytes.len());
            prop_assert!(!read(&bytes[..end]).1);
        }

        #[test]
        fn reading_arbitrary_bytes_terminates(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            read(&bytes);
        }
    }
}
