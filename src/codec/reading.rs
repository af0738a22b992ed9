//! A record out of JSON: whatever can be read is, and whatever cannot is a fault with its place.

use super::decimal::parse_decimal;
use super::fault::{Fault, Misfit};
use crate::model::{
    Choice, Estimate, Field, Kind, Range, Record, Rows, SlotMut, YearMonth, fitting_text, mend_rows, nth_id,
};
use crate::number::Decimal;
use serde_json::Value;

/// In which form a record is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Objects with named keys.
    Long,
    /// Lists of numbers and values.
    Short,
}

/// Reads what stands in `value` into a record of defaults and tells what did not fit.
pub(super) fn read_record(record: &mut dyn Record, value: &Value, dialect: Dialect) -> Vec<Fault> {
    let mut reading = Reading { dialect, path: String::new(), faults: Vec::new() };
    reading.record(record, value);
    reading.faults
}

struct Reading {
    dialect: Dialect,
    path: String,
    faults: Vec<Fault>,
}

impl Reading {
    fn fault(&mut self, reason: Misfit) {
        self.faults.push(Fault { path: self.path.clone(), reason });
    }

    /// Runs `read` one step further down the path.
    fn at(&mut self, step: &str, read: impl FnOnce(&mut Self)) {
        let before = self.path.len();
        if before > 0 {
            self.path.push('/');
        }
        self.path.push_str(step);
        read(self);
        self.path.truncate(before);
    }

    /// The value or, as a fault, why there is none.
    fn accept<T>(&mut self, read: Result<T, Misfit>) -> Option<T> {
        read.map_err(|misfit| self.fault(misfit)).ok()
    }

    fn record(&mut self, record: &mut dyn Record, value: &Value) {
        if !self.is_record(value) {
            return self.fault(Misfit::WrongType);
        }
        for (field, slot) in record.fields().iter().zip(record.slots_mut()) {
            // The rows have seen to their ids already.
            if let Some(part) = self.part(value, field)
                && field.key != "id"
            {
                self.at(field.key, |reading| reading.slot(field, slot, part));
            }
        }
    }

    fn is_record(&self, value: &Value) -> bool {
        match self.dialect {
            Dialect::Long => value.is_object(),
            Dialect::Short => value.is_array(),
        }
    }

    /// What stands for a field: by its key in an object, behind its number in a list.
    fn part<'v>(&self, value: &'v Value, field: &Field) -> Option<&'v Value> {
        match self.dialect {
            Dialect::Long => value.get(field.key),
            Dialect::Short => value
                .as_array()?
                .chunks_exact(2)
                .find_map(|pair| (whole(pair.first()?) == Ok(field.number.into())).then(|| pair.get(1))?),
        }
    }

    fn slot(&mut self, field: &Field, slot: SlotMut<'_>, value: &Value) {
        match slot {
            SlotMut::Text(own) => self.text(own, field, value),
            SlotMut::Whole(own) => self.whole(own, field, value),
            SlotMut::OpenMonth(own) => match value {
                Value::Null => *own = None,
                _ => *own = self.accept(whole(value)).or(*own),
            },
            SlotMut::Calendar(own) => *own = self.accept(self.calendar(value)).unwrap_or(*own),
            SlotMut::Flag(own) => {
                *own = self.accept(value.as_bool().ok_or(Misfit::WrongType)).unwrap_or(*own);
            }
            SlotMut::Choice(own) => self.choice(own, value),
            SlotMut::Estimate(own) => self.estimate(value).into_iter().for_each(|read| *own = read),
            SlotMut::Optional(own) => match value {
                Value::Null => *own = None,
                _ => *own = self.estimate(value).or(own.take()),
            },
            SlotMut::Fact(own) => match value {
                Value::Null => *own = None,
                _ => *own = self.accept(decimal(value)).or(*own),
            },
            SlotMut::Frozen(own) => match value {
                Value::Null => own.clear(),
                Value::Array(_) => *own = value.to_string(),
                _ => self.fault(Misfit::WrongType),
            },
            SlotMut::Record(record) => self.record(record, value),
            SlotMut::Rows(rows) => self.rows(field, rows, value),
        }
    }

    fn text(&mut self, own: &mut String, field: &Field, value: &Value) {
        let Some(text) = self.accept(value.as_str().ok_or(Misfit::WrongType)) else {
            return;
        };
        *own = fitting_text(text, field);
        if let Kind::Text { most } = field.kind
            && text.chars().nth(most.into()).is_some()
        {
            self.fault(Misfit::TooMuchText { most });
        }
    }

    fn whole(&mut self, own: &mut u32, field: &Field, value: &Value) {
        let (least, most) = match field.kind {
            Kind::Whole { least, most } => (least, most),
            _ => (0, u32::MAX),
        };
        let Some(number) = self.accept(integer(value)) else {
            return;
        };
        let nearest = number.max(least.into()).min(most.into());
        if nearest != number {
            self.fault(Misfit::OutOfBounds { least, most });
        }
        *own = u32::try_from(nearest).unwrap_or(least);
    }

    fn calendar(&self, value: &Value) -> Result<u32, Misfit> {
        let month = match (self.dialect, value) {
            (Dialect::Long, Value::String(text)) => YearMonth::parse(text),
            (Dialect::Short, value) => YearMonth::parse(&YearMonth(whole(value)?).text()),
            _ => return Err(Misfit::WrongType),
        };
        month.map(|month| month.0).ok_or(Misfit::NoMonth)
    }

    fn choice(&mut self, own: &mut dyn Choice, value: &Value) {
        let names = own.names();
        let index = match (self.dialect, value) {
            (Dialect::Long, Value::String(name)) => Ok(names.iter().position(|known| known == name)),
            (Dialect::Short, Value::Number(_)) => whole(value).map(|index| usize::try_from(index).ok()),
            _ => Err(Misfit::WrongType),
        };
        let known = index.and_then(|at| at.filter(|at| *at < names.len()).ok_or(Misfit::UnknownChoice));
        if let Some(index) = self.accept(known) {
            own.choose(index);
        }
    }

    /// An estimate, or nothing where not even its value can be read.
    fn estimate(&mut self, value: &Value) -> Option<Estimate> {
        let parts = match (self.dialect, value) {
            (Dialect::Long, Value::Object(map)) => {
                ["value", "basis", "source", "low", "high"].map(|key| map.get(key))
            }
            (Dialect::Short, Value::Array(list)) => [0, 1, 2, 3, 4].map(|at| list.get(at)),
            _ => return self.accept(decimal(value)).map(Estimate::guess),
        };
        self.estimate_parts(parts)
    }

    fn estimate_parts(&mut self, parts: [Option<&Value>; 5]) -> Option<Estimate> {
        let [value, basis, source, low, high] = parts;
        if value.is_none() {
            self.at("value", |reading| reading.fault(Misfit::Missing));
        }
        let mut own = Estimate::guess(self.number("value", value)?);
        if let Some(basis) = basis {
            self.at("basis", |reading| reading.choice(&mut own.basis, basis));
        }
        if let Some(source) = source {
            self.at("source", |reading| reading.text(&mut own.source, &SOURCE, source));
        }
        let is_half = low.is_some() != high.is_some();
        match (self.number("low", low), self.number("high", high)) {
            (Some(low), Some(high)) => own.range = Some(Range { low, high }),
            _ if is_half => self.fault(Misfit::HalfRange),
            _ => {}
        }
        Some(own)
    }

    /// One of the numbers of an estimate.
    fn number(&mut self, step: &str, value: Option<&Value>) -> Option<Decimal> {
        let value = value?;
        let mut number = None;
        self.at(step, |reading| number = reading.accept(decimal(value)));
        number
    }

    fn rows(&mut self, field: &Field, rows: &mut dyn Rows, value: &Value) {
        let Some(list) = value.as_array() else {
            return self.fault(Misfit::WrongType);
        };
        let most = match field.kind {
            Kind::Rows { most } => most,
            _ => 0,
        };
        if list.len() > usize::from(most) {
            self.fault(Misfit::TooManyRows { most });
        }
        let list = list.get(..usize::from(most)).unwrap_or(list);
        self.ids(rows, list);
        for (at, value) in list.iter().enumerate() {
            if let Some(row) = rows.row_mut(at) {
                let id = row.id().to_owned();
                self.at(&id, |reading| reading.record(row, value));
            }
        }
    }

    /// Makes the rows and gives each its id: the one written, else the one of its place. Ids come
    /// before all else, since the paths of faults go by them.
    fn ids(&mut self, rows: &mut dyn Rows, list: &[Value]) {
        let sample = rows.sample();
        let Some(field) = sample.fields().first() else {
            return;
        };
        let given: Vec<_> = list.iter().map(|value| self.part(value, field)).collect();
        for (at, (id, number)) in given.iter().zip(0..).enumerate() {
            rows.insert(at);
            let by_place = nth_id(number);
            let is_taken = given.iter().flatten().any(|id| id.as_str() == Some(&by_place));
            let id = match id {
                Some(id) => fitting_text(id.as_str().unwrap_or_default(), field),
                None if is_taken => String::new(),
                None => by_place,
            };
            rows.row_mut(at).into_iter().for_each(|row| row.set_id(&id));
        }
        mend_rows(rows);
        for (at, id) in given.iter().enumerate() {
            let own = rows.row(at).map(|row| row.id().to_owned()).unwrap_or_default();
            if id.is_some_and(|id| id.as_str() != Some(&own)) {
                let path = format!("{own}/id");
                self.at(&path, |reading| reading.fault(Misfit::UnfitId));
            }
        }
    }
}

/// The source of an estimate, as a field like any other.
const SOURCE: Field = Field { key: "source", number: 0, kind: Kind::Text { most: 1000 }, about: "" };

fn decimal(value: &Value) -> Result<Decimal, Misfit> {
    match value {
        Value::Number(number) => parse_decimal(number.as_str()),
        Value::String(text) => parse_decimal(text),
        _ => Err(Misfit::WrongType),
    }
}

fn integer(value: &Value) -> Result<Decimal, Misfit> {
    decimal(value).and_then(|number| if number.is_integer() { Ok(number) } else { Err(Misfit::WrongType) })
}

fn whole(value: &Value) -> Result<u32, Misfit> {
    u32::try_from(integer(value)?).map_err(|_| Misfit::OutOfBounds { least: 0, most: u32::MAX })
}
