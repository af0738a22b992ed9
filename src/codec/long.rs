//! The readable form of a record, for files, storage and scripts: keys by name, every field there.

use super::decimal::decimal_text;
use crate::model::{Basis, Choice, Estimate, Record, Slot, YearMonth};
use crate::number::Decimal;

/// JSON text in the making.
pub(super) struct Json {
    text: String,
    /// Whether each item begins a line of its own.
    is_airy: bool,
    depth: usize,
}

impl Json {
    /// Nothing yet.
    pub fn new(is_airy: bool) -> Self {
        Self { text: String::new(), is_airy, depth: 0 }
    }

    /// The text made.
    pub fn done(self) -> String {
        self.text
    }

    /// Begins an object or a list.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
    }

    /// Ends it.
    pub fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        if !self.text.ends_with(['{', '[']) {
            self.new_line();
        }
        self.text.push(bracket);
    }

    /// Makes room for the next item of a list.
    pub fn item(&mut self) {
        if !self.text.ends_with(['{', '[']) {
            self.text.push(',');
        }
        self.new_line();
    }

    /// Begins the next field of an object.
    pub fn key(&mut self, key: &str) {
        self.item();
        self.quoted(key);
        self.text.push_str(if self.is_airy { ": " } else { ":" });
    }

    /// A text.
    pub fn string(&mut self, text: &str) {
        self.text.push_str(&quoted(text));
    }

    /// A number, a flag, or nothing.
    pub fn bare(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A record with all its fields.
    pub fn record(&mut self, record: &dyn Record) {
        self.open('{');
        for (field, slot) in record.fields().iter().zip(record.slots()) {
            // Of what might be recorded of a month most is not.
            if matches!(slot, Slot::Fact(None)) {
                continue;
            }
            self.key(field.key);
            self.slot(slot);
        }
        self.close('}');
    }

    /// The value of a field.
    pub fn slot(&mut self, slot: Slot<'_>) {
        match slot {
            Slot::Text(text) => self.string(text),
            Slot::Whole(whole) | Slot::OpenMonth(Some(whole)) => self.bare(&whole.to_string()),
            Slot::OpenMonth(None) | Slot::Optional(None) | Slot::Fact(None) => self.bare("null"),
            Slot::Fact(Some(number)) => self.decimal(number),
            Slot::Frozen(plan) => self.bare(if plan.is_empty() { "null" } else { plan }),
            Slot::Calendar(month) => self.quoted(&YearMonth(month).text()),
            Slot::Flag(flag) => self.bare(if flag { "true" } else { "false" }),
            Slot::Choice(choice) => self.quoted(choice.name()),
            Slot::Estimate(estimate) | Slot::Optional(Some(estimate)) => self.estimate(estimate),
            Slot::Record(record) => self.record(record),
            Slot::Rows(rows) => {
                self.open('[');
                for row in (0..rows.len()).filter_map(|at| rows.row(at)) {
                    self.item();
                    self.record(row);
                }
                self.close(']');
            }
        }
    }

    /// A plain guess is its number alone; everything else says what it rests on.
    fn estimate(&mut self, estimate: &Estimate) {
        if is_plain_guess(estimate) {
            return self.decimal(estimate.value);
        }
        let was_airy = core::mem::replace(&mut self.is_airy, false);
        self.open('{');
        self.key("value");
        self.decimal(estimate.value);
        if let Some(range) = estimate.range {
            self.key("low");
            self.decimal(range.low);
            self.key("high");
            self.decimal(range.high);
        }
        self.key("basis");
        self.quoted(estimate.basis.name());
        if !estimate.source.is_empty() {
            self.key("source");
            self.string(&estimate.source);
        }
        self.close('}');
        self.is_airy = was_airy;
    }

    fn decimal(&mut self, value: Decimal) {
        self.quoted(&decimal_text(value));
    }

    /// A text that needs no escapes.
    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        self.text.push_str(text);
        self.text.push('"');
    }

    fn new_line(&mut self) {
        if self.is_airy {
            self.text.push('\n');
            self.text.extend(core::iter::repeat_n("  ", self.depth));
        }
    }
}

/// Whether a number tells all there is to an estimate.
pub(super) fn is_plain_guess(estimate: &Estimate) -> bool {
    estimate.range.is_none() && estimate.basis == Basis::Guess && estimate.source.is_empty()
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    // Writing to memory cannot fail, and a text has no key that could be wrong.
    serde_json::to_string(text).unwrap_or_default()
}
