//! Whatever stands in a text, into whatever it is meant for. One visitor for everything: each kind of them
//! would be compiled for itself.

use super::leaf::Scalar;
use super::parts::PARTS;
use super::place::NOWHERE;
use super::reader::ModelReader;
use crate::codec::dialect::Dialect;
use crate::codec::fault::Misfit;
use crate::model::{Field, Record, SlotMut, fitting_text};
use crate::number::Decimal;
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The key under which `serde_json` hands on the digits of a number that fits no machine's integer, so that it
/// is no float on its way.
const NUMBER: &str = "$serde_json::private::Number";

/// What a value is meant for.
pub(super) enum Target<'a> {
    /// A field of a record.
    Field(&'static Field, SlotMut<'a>),
    /// The id of a row.
    Id(&'static Field, &'a mut String, &'a mut Given),
    /// A record, and what is known of its id.
    Record(&'a mut dyn Record, &'a mut Given),
    /// A number that is judged later.
    Decimal(&'a mut Option<Result<Decimal, Misfit>>),
    /// A text that keeps the value as it is written, without its blanks.
    Verbatim(&'a mut String),
    /// Nothing that is known.
    Nowhere,
}

/// What was written for the id of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// Nothing.
    Nothing,
    /// A text that can stand there.
    Fit,
    /// Something else.
    Unfit,
}

/// A value that is to be read.
pub(super) struct ValueSeed<'r, 't> {
    pub reading: &'r mut ModelReader,
    pub target: Target<'t>,
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.target {
            Target::Nowhere => deserializer.deserialize_ignored_any(IgnoredAny).map(drop),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl ValueSeed<'_, '_> {
    fn scalar(self, value: Scalar<'_>) {
        match self.target {
            Target::Field(field, slot) => self.reading.leaf(field, slot, value),
            Target::Id(field, own, given) => {
                let text = if let Scalar::Text(text) = value { text } else { "" };
                *own = fitting_text(text, field);
                *given = if *own == text && !own.is_empty() { Given::Fit } else { Given::Unfit };
            }
            Target::Record(..) => self.reading.fault(Misfit::WrongType),
            Target::Decimal(own) => *own = Some(value.decimal()),
            Target::Verbatim(own) => value.push_to(own),
            Target::Nowhere => {}
        }
    }

    /// The fields that the keys of an object are to be looked up in.
    fn fields(&self) -> &'static [Field] {
        match &self.target {
            Target::Record(record, _) | Target::Field(_, SlotMut::Record(record)) => record.fields(),
            Target::Field(_, SlotMut::Estimate(_) | SlotMut::Optional(_)) => &PARTS,
            _ => &[],
        }
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("a document's value")
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        self.scalar(Scalar::Flag(flag));
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.scalar(Scalar::Number(&number.to_string()));
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.scalar(Scalar::Number(&number.to_string()));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.scalar(Scalar::Text(text));
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Scalar::Nothing);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self { reading, target } = self;
        match (target, reading.dialect) {
            (Target::Field(field, SlotMut::Rows(rows)), _) => reading.rows(field, rows, list),
            (Target::Field(_, SlotMut::Frozen(own)), _) => {
                own.clear();
                reading.verbatim_list(own, list)
            }
            (Target::Verbatim(own), _) => reading.verbatim_list(own, list),
            (Target::Record(record, given), Dialect::Short) => reading.list(record, given, list),
            (Target::Field(_, SlotMut::Record(record)), Dialect::Short) => {
                reading.list(record, &mut Given::Nothing, list)
            }
            (Target::Field(_, SlotMut::Estimate(own)), Dialect::Short) => {
                reading.parts_by_place(list)?.into_iter().for_each(|read| *own = read);
                Ok(())
            }
            (Target::Field(_, SlotMut::Optional(own)), Dialect::Short) => {
                *own = reading.parts_by_place(list)?.or(own.take());
                Ok(())
            }
            (target, _) => {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                ValueSeed { reading, target }.scalar(Scalar::Composite);
                Ok(())
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let key = map.next_key_seed(KeySeed(self.fields()))?;
        if let Some(Key::Other(name)) = &key
            && name == NUMBER
        {
            let digits: String = map.next_value()?;
            self.scalar(Scalar::Number(&digits));
            return Ok(());
        }
        let Self { reading, target } = self;
        match (target, reading.dialect) {
            (Target::Verbatim(own), _) => reading.verbatim_object(own, key, map),
            (Target::Record(record, given), Dialect::Long) => reading.object(record, given, key, map),
            (Target::Field(_, SlotMut::Record(record)), Dialect::Long) => {
                reading.object(record, &mut Given::Nothing, key, map)
            }
            (Target::Field(_, SlotMut::Estimate(own)), Dialect::Long) => {
                reading.parts_by_key(key, map)?.into_iter().for_each(|read| *own = read);
                Ok(())
            }
            (Target::Field(_, SlotMut::Optional(own)), Dialect::Long) => {
                *own = reading.parts_by_key(key, map)?.or(own.take());
                Ok(())
            }
            (target, _) => {
                if key.is_some() {
                    map.next_value::<IgnoredAny>()?;
                }
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                ValueSeed { reading, target }.scalar(Scalar::Composite);
                Ok(())
            }
        }
    }
}

/// The key of an object.
pub(super) enum Key {
    /// The place of the field that it names.
    Field(usize),
    /// A name that no field has.
    Other(String),
}

impl Key {
    /// The place of the field that it names.
    pub fn field(&self) -> usize {
        if let Key::Field(at) = self { *at } else { NOWHERE }
    }
}

/// Reads a key as one of these fields.
pub(super) struct KeySeed(pub &'static [Field]);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("a key")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        let at = self.0.iter().position(|field| field.key == name);
        Ok(at.map_or_else(|| Key::Other(name.to_owned()), Key::Field))
    }
}
