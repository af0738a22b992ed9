//! An estimate of several parts: an object in the long form, in the short one a list.

use super::parts::{BASIS, HIGH, LOW, PARTS, SOURCE, VALUE};
use super::reader::ModelReader;
use super::value::{Key, KeySeed, Target, ValueSeed};
use crate::codec::fault::Misfit;
use crate::model::{Basis, Estimate, Range, SlotMut};
use crate::number::Decimal;
use serde::de::{IgnoredAny, MapAccess, SeqAccess};

/// What of the parts was read.
#[derive(Default)]
struct Parts {
    value: Option<Result<Decimal, Misfit>>,
    basis: Basis,
    source: String,
    low: Option<Result<Decimal, Misfit>>,
    high: Option<Result<Decimal, Misfit>>,
}

impl Parts {
    /// Where a part goes. Of one that comes twice the last counts.
    fn target(&mut self, at: usize) -> Target<'_> {
        match at {
            VALUE => Target::Decimal(&mut self.value),
            BASIS => {
                self.basis = Basis::default();
                Target::Field(&PARTS[BASIS], SlotMut::Choice(&mut self.basis))
            }
            SOURCE => {
                self.source.clear();
                Target::Field(&PARTS[SOURCE], SlotMut::Text(&mut self.source))
            }
            LOW => Target::Decimal(&mut self.low),
            HIGH => Target::Decimal(&mut self.high),
            _ => Target::Nowhere,
        }
    }
}

impl ModelReader {
    /// The parts by their names; `key` is the first.
    pub(super) fn parts_by_key<'de, A: MapAccess<'de>>(
        &mut self,
        mut key: Option<Key>,
        mut map: A,
    ) -> Result<Option<Estimate>, A::Error> {
        let mut parts = Parts::default();
        while let Some(known) = key {
            let at = known.field();
            if let Key::Other(name) = known {
                self.unknown(name, &PARTS);
            }
            self.at(at, |reading| {
                reading.forget();
                map.next_value_seed(ValueSeed { reading, target: parts.target(at) })
            })?;
            key = map.next_key_seed(KeySeed(&PARTS))?;
        }
        Ok(self.estimate(parts))
    }

    /// The parts by their places in a list.
    pub(super) fn parts_by_place<'de, A: SeqAccess<'de>>(
        &mut self,
        mut list: A,
    ) -> Result<Option<Estimate>, A::Error> {
        let mut parts = Parts::default();
        for at in 0..PARTS.len() {
            let target = parts.target(at);
            if self.at(at, |reading| list.next_element_seed(ValueSeed { reading, target }))?.is_none() {
                return Ok(self.estimate(parts));
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self.estimate(parts))
    }

    /// An estimate, or nothing where not even its value can be read.
    fn estimate(&mut self, parts: Parts) -> Option<Estimate> {
        let value = match parts.value.unwrap_or(Err(Misfit::Missing)) {
            Ok(value) => value,
            Err(misfit) => {
                self.forget();
                self.at(VALUE, |reading| reading.fault(misfit));
                return None;
            }
        };
        let is_half = parts.low.is_some() != parts.high.is_some();
        let range = match (self.bound(LOW, parts.low), self.bound(HIGH, parts.high)) {
            (Some(low), Some(high)) => Some(Range { low, high }),
            _ if is_half => self.accept(Err(Misfit::HalfRange)),
            _ => None,
        };
        // A blank field is written as a bare zero.
        let said_zero = value.is_zero();
        Some(Estimate { value, range, basis: parts.basis, source: parts.source, said_zero })
    }

    fn bound(&mut self, at: usize, number: Option<Result<Decimal, Misfit>>) -> Option<Decimal> {
        self.at(at, |reading| reading.accept(number?))
    }
}
