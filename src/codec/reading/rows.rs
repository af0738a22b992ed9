//! Records and rows, field by field and row by row, as they come.

use super::place::{NOWHERE, restore};
use super::reader::ModelReader;
use super::value::{Given, Key, KeySeed, Target, ValueSeed};
use crate::codec::fault::Misfit;
use crate::model::{Field, Kind, Model, Record, Rows, SlotMut, mend_row_ids, nth_id};
use crate::number::Decimal;
use core::mem::replace;
use serde::de::{IgnoredAny, MapAccess, SeqAccess};

/// The place of the id among the fields of a row.
const ID: usize = 0;

/// The fields of a record that is being read.
struct Fields<'a> {
    fields: &'static [Field],
    slots: Vec<SlotMut<'a>>,
    seen: Vec<bool>,
    given: &'a mut Given,
}

impl<'a> Fields<'a> {
    fn of(record: &'a mut dyn Record, given: &'a mut Given) -> Self {
        let fields = record.fields();
        Self { fields, slots: record.slots_mut(), seen: vec![false; fields.len()], given }
    }

    /// Notes that a field has come, and says whether it had come before.
    fn has_come(&mut self, at: usize) -> bool {
        self.seen.get_mut(at).is_some_and(|seen| replace(seen, true))
    }

    /// The place of the field that a number stands for, the first time.
    fn by_number(&mut self, number: Option<Result<Decimal, Misfit>>) -> usize {
        let is_it = |field: &Field| number == Some(Ok(field.number.into()));
        let at = self.fields.iter().position(is_it).unwrap_or(NOWHERE);
        if self.has_come(at) { NOWHERE } else { at }
    }

    /// Where the value of a field goes.
    fn target(&mut self, at: usize) -> Target<'_> {
        let (Some(field), Some(slot)) = (self.fields.get(at), self.slots.get_mut(at)) else {
            return Target::Nowhere;
        };
        match slot.reborrow() {
            SlotMut::Text(own) if at == 0 && field.key == "id" => Target::Id(field, own, self.given),
            slot => Target::Field(field, slot),
        }
    }
}

impl ModelReader {
    /// A record of the long form; `key` is its first. Of a field that comes twice the last counts.
    pub(super) fn object<'de, A: MapAccess<'de>>(
        &mut self,
        record: &mut dyn Record,
        given: &mut Given,
        mut key: Option<Key>,
        mut map: A,
    ) -> Result<(), A::Error> {
        let mut fields = Fields::of(record, given);
        while let Some(known) = key {
            let at = known.field();
            if let Key::Other(name) = known {
                self.unknown(name, fields.fields);
            }
            self.at(at, |reading| {
                if fields.has_come(at) {
                    reading.forget();
                    if let Some(slot) = fields.slots.get_mut(at) {
                        restore(&Model::default(), &reading.place, slot.reborrow());
                    }
                }
                map.next_value_seed(ValueSeed { reading, target: fields.target(at) })
            })?;
            key = map.next_key_seed(KeySeed(fields.fields))?;
        }
        Ok(())
    }

    /// A record of the short form: numbers of fields, each with its value. Of a field that comes twice the
    /// first counts.
    pub(super) fn list<'de, A: SeqAccess<'de>>(
        &mut self,
        record: &mut dyn Record,
        given: &mut Given,
        mut list: A,
    ) -> Result<(), A::Error> {
        let mut fields = Fields::of(record, given);
        loop {
            let mut number = None;
            let target = Target::Decimal(&mut number);
            if list.next_element_seed(ValueSeed { reading: self, target })?.is_none() {
                return Ok(());
            }
            let at = fields.by_number(number);
            self.at(at, |reading| list.next_element_seed(ValueSeed { reading, target: fields.target(at) }))?;
        }
    }

    /// Rows, as many as there may be.
    pub(super) fn rows<'de, A: SeqAccess<'de>>(
        &mut self,
        field: &Field,
        rows: &mut dyn Rows,
        mut list: A,
    ) -> Result<(), A::Error> {
        let most = if let Kind::Rows { most } = field.kind { most } else { 0 };
        let mut all_given = Vec::new();
        for at in 0..usize::from(most) {
            rows.grow();
            let (mut given, Some(row)) = (Given::Nothing, rows.row_mut(at)) else { break };
            let target = Target::Record(row, &mut given);
            if self.at(at, |reading| list.next_element_seed(ValueSeed { reading, target }))?.is_none() {
                rows.shrink();
                self.ids(rows, &all_given);
                return Ok(());
            }
            all_given.push(given);
        }
        if list.next_element::<IgnoredAny>()?.is_some() {
            self.fault(Misfit::TooManyRows { most });
            while list.next_element::<IgnoredAny>()?.is_some() {}
        }
        self.ids(rows, &all_given);
        Ok(())
    }

    /// Gives each row its id: the one that was written, else the one of its place.
    fn ids(&mut self, rows: &mut dyn Rows, given: &[Given]) {
        let id = |rows: &dyn Rows, at| rows.row(at).map(|row| row.id().to_owned()).unwrap_or_default();
        let written: Vec<_> = (0..rows.len()).map(|at| id(rows, at)).collect();
        let is_taken =
            |id: &String| given.iter().zip(&written).any(|(given, own)| *given == Given::Fit && own == id);
        for ((at, given), number) in given.iter().enumerate().zip(0..) {
            let by_place = nth_id(number);
            if *given == Given::Nothing && !is_taken(&by_place) {
                rows.row_mut(at).into_iter().for_each(|row| row.set_id(&by_place));
            }
        }
        mend_row_ids(rows);
        for (at, (given, written)) in given.iter().zip(written).enumerate() {
            let is_kept = match given {
                Given::Nothing => true,
                Given::Fit => id(rows, at) == written,
                Given::Unfit => false,
            };
            if !is_kept {
                self.at(at, |reading| reading.at(ID, |reading| reading.fault(Misfit::UnfitId)));
            }
        }
    }
}
