//! The short form of a record, for links: lists of a field's number and its value, without what is
//! as by default. The same document always gives the same text.

use super::decimal::decimal_text;
use super::long::{is_plain_guess, quoted};
use crate::model::{Choice, Estimate, Record, Rows, Slot, nth_id};

/// What a record holds beyond its defaults, as `[1,"name",5,48]`.
pub(super) fn short_record(record: &dyn Record, default: &dyn Record) -> String {
    let mut list = List::default();
    for ((field, slot), plain) in record.fields().iter().zip(record.slots()).zip(default.slots()) {
        let value = match (slot, plain) {
            (Slot::Record(own), Slot::Record(plain)) => short_record(own, plain),
            (Slot::Rows(rows), _) => short_rows(rows),
            (slot, plain) => Some(leaf(slot)).filter(|own| *own != leaf(plain)).unwrap_or_default(),
        };
        if !value.is_empty() && value != "[]" {
            list.push(&field.number.to_string());
            list.push(&value);
        }
    }
    list.done()
}

/// Rows; the id that a row has by its place is left out with the other defaults.
fn short_rows(rows: &dyn Rows) -> String {
    let mut list = List::default();
    let mut sample = rows.sample();
    for (row, number) in (0..rows.len()).filter_map(|at| rows.row(at)).zip(0..) {
        sample.set_id(&nth_id(number));
        list.push(&short_record(row, &*sample));
    }
    list.done()
}

fn leaf(slot: Slot<'_>) -> String {
    match slot {
        Slot::Text(text) => quoted(text),
        Slot::Whole(whole) | Slot::Calendar(whole) | Slot::OpenMonth(Some(whole)) => whole.to_string(),
        Slot::OpenMonth(None) | Slot::Optional(None) | Slot::Fact(None) => "null".into(),
        Slot::Fact(Some(number)) => decimal_text(number),
        // As it is: a link refers back to what it has in common with the plan of today.
        Slot::Frozen(plan) => plan.into(),
        Slot::Flag(flag) => if flag { "true" } else { "false" }.into(),
        Slot::Choice(choice) => choice.index().to_string(),
        Slot::Estimate(own) | Slot::Optional(Some(own)) => estimate(own),
        Slot::Record(_) | Slot::Rows(_) => String::new(),
    }
}

/// The number alone for a plain guess; else `[value, basis, source, low, high]`, cut where nothing
/// follows.
fn estimate(estimate: &Estimate) -> String {
    let value = decimal_text(estimate.value);
    if is_plain_guess(estimate) {
        return value;
    }
    let mut list = List::default();
    list.push(&value);
    list.push(&estimate.basis.index().to_string());
    if estimate.range.is_some() || !estimate.source.is_empty() {
        list.push(&quoted(&estimate.source));
    }
    if let Some(range) = estimate.range {
        list.push(&decimal_text(range.low));
        list.push(&decimal_text(range.high));
    }
    list.done()
}

/// A list in the making.
#[derive(Default)]
struct List(String);

impl List {
    fn push(&mut self, item: &str) {
        self.0.push(if self.0.is_empty() { '[' } else { ',' });
        self.0.push_str(item);
    }

    fn done(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('[');
        }
        self.0.push(']');
        self.0
    }
}
