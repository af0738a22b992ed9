//! Every change of a document, as data: one door through which undo, saving and checks all see it.

use super::Model;
use super::estimate::Estimate;
use super::field::{Field, Kind};
use super::ids::{free_id, is_fit};
use super::issue::Reason;
use super::path::{find, find_mut, place, split_last};
use super::record::{Record, Rows, SlotMut};
use crate::number::Decimal;

/// A value on its way into a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// Text; control characters are dropped and what is over the field's length is cut.
    Text(String),
    /// A whole number or a month of the plan.
    Whole(u32),
    /// A month of the plan, or open.
    OpenMonth(Option<u32>),
    /// A calendar month, counted from January of the year 0.
    Calendar(u32),
    /// Yes or no.
    Flag(bool),
    /// The place in the list of names.
    Choice(usize),
    /// An estimate.
    Estimate(Estimate),
    /// An estimate or nothing.
    Optional(Option<Estimate>),
    /// A recorded number or nothing; its rows come into being where there are none yet.
    Fact(Option<Decimal>),
    /// A plan as it stood; the same.
    Frozen(String),
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Puts a value into the field at a path.
    Put {
        /// Path of the field.
        path: String,
        /// The value.
        datum: Datum,
    },
    /// Puts several values as one change: a figure, and what is kept with it.
    Many(Vec<(String, Datum)>),
    /// Adds a row of defaults at the end.
    Add {
        /// Path of the rows.
        rows: String,
        /// The id it is to have; a free one where none is named.
        id: Option<String>,
    },
    /// Puts a copy of a row after it.
    Copy {
        /// Path of the row.
        row: String,
    },
    /// Takes a row out.
    Remove {
        /// Path of the row.
        row: String,
    },
    /// Moves a row up (negative) or down.
    Move {
        /// Path of the row.
        row: String,
        /// By how many places.
        by: i32,
    },
    /// Takes another document in place of this one: a template, an import.
    Whole(Box<Model>),
}

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditFault {
    /// Nothing is at this path.
    NoSuchPlace,
    /// The value is of another kind than the field.
    WrongKind,
    /// A whole number outside the field's bounds.
    OutOfBounds {
        /// Lower bound.
        least: u32,
        /// Upper bound.
        most: u32,
    },
    /// A number that cannot be what it is entered as.
    Impossible(Reason),
    /// The rows hold as many as they may.
    TooManyRows {
        /// How many they may hold.
        most: u16,
    },
}

impl Edit {
    /// Puts a value into the field at a path.
    pub fn put(path: impl Into<String>, datum: Datum) -> Self {
        Edit::Put { path: path.into(), datum }
    }

    /// The document after the change; the one given stays as it is.
    pub fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let mut changed = model.clone();
        match self {
            Edit::Whole(other) => changed.clone_from(other),
            Edit::Put { path, datum } => put(&mut changed, path, datum)?,
            Edit::Many(puts) => puts.iter().try_for_each(|(path, datum)| put(&mut changed, path, datum))?,
            Edit::Add { rows, id } => add(&mut changed, rows, id.as_deref())?,
            Edit::Copy { row } => at_row(&mut changed, row, |rows, at, most| {
                room_for_one(rows, most)?;
                rows.copy(at);
                let id = free_id(rows);
                if let Some(copy) = rows.row_mut(at + 1) {
                    copy.set_id(&id);
                }
                Ok(())
            })?,
            Edit::Remove { row } => at_row(&mut changed, row, |rows, at, _| {
                rows.remove(at);
                Ok(())
            })?,
            Edit::Move { row, by } => at_row(&mut changed, row, |rows, at, _| {
                let target = i64::try_from(at).unwrap_or(i64::MAX).saturating_add(i64::from(*by));
                if let Ok(target) = usize::try_from(target) {
                    rows.shift(at, target);
                }
                Ok(())
            })?,
        }
        Ok(changed)
    }
}

fn put(model: &mut Model, path: &str, datum: &Datum) -> Result<(), EditFault> {
    match datum {
        Datum::Fact(None) if find(model, path).is_none() => return Ok(()),
        Datum::Fact(_) | Datum::Frozen(_) => make_rows(model, path)?,
        _ => {}
    }
    let (field, slot) = find_mut(model, path).ok_or(EditFault::NoSuchPlace)?;
    match (slot, datum) {
        (SlotMut::Text(own), Datum::Text(text)) => *own = fitting_text(text, field),
        (SlotMut::Whole(own), Datum::Whole(whole)) => *own = within_bounds(*whole, field)?,
        (SlotMut::OpenMonth(own), Datum::OpenMonth(month)) => *own = *month,
        (SlotMut::Calendar(own), Datum::Calendar(month)) => *own = *month,
        (SlotMut::Flag(own), Datum::Flag(flag)) => *own = *flag,
        (SlotMut::Choice(own), Datum::Choice(index)) => own.choose(*index),
        (SlotMut::Estimate(own), Datum::Estimate(estimate)) => own.clone_from(estimate),
        (SlotMut::Optional(own), Datum::Optional(estimate)) => own.clone_from(estimate),
        (SlotMut::Optional(own), Datum::Estimate(estimate)) => *own = Some(estimate.clone()),
        (SlotMut::Fact(own), Datum::Fact(number)) => *own = *number,
        (SlotMut::Frozen(own), Datum::Frozen(plan)) => own.clone_from(plan),
        _ => return Err(EditFault::WrongKind),
    }
    Ok(())
}

/// Makes the rows that a path names and that are not there.
fn make_rows(record: &mut dyn Record, path: &str) -> Result<(), EditFault> {
    let mut steps = path.splitn(3, '/');
    let (key, next) = (steps.next().unwrap_or_default(), steps.next());
    let at = record.fields().iter().position(|field| field.key == key).ok_or(EditFault::NoSuchPlace)?;
    let kind = record.fields().get(at).map(|field| field.kind);
    match (record.slots_mut().into_iter().nth(at), kind, next) {
        (Some(SlotMut::Record(inner)), _, Some(_)) => {
            make_rows(inner, path.get(key.len() + 1..).unwrap_or_default())
        }
        (Some(SlotMut::Rows(rows)), Some(Kind::Rows { most }), Some(id)) => {
            let at = match place(rows, id) {
                Some(at) => at,
                None => new_row(rows, most, id)?,
            };
            match (rows.row_mut(at), steps.next()) {
                (Some(row), Some(rest)) => make_rows(row, rest),
                _ => Err(EditFault::NoSuchPlace),
            }
        }
        (Some(_), _, None) => Ok(()),
        _ => Err(EditFault::NoSuchPlace),
    }
}

fn new_row(rows: &mut dyn Rows, most: u16, id: &str) -> Result<usize, EditFault> {
    room_for_one(rows, most)?;
    if !is_fit(id) {
        return Err(EditFault::NoSuchPlace);
    }
    let at = rows.len();
    rows.insert(at);
    rows.row_mut(at).into_iter().for_each(|row| row.set_id(id));
    Ok(at)
}

fn add(model: &mut Model, path: &str, id: Option<&str>) -> Result<(), EditFault> {
    let (field, slot) = find_mut(model, path).ok_or(EditFault::NoSuchPlace)?;
    let (SlotMut::Rows(rows), Kind::Rows { most }) = (slot, field.kind) else {
        return Err(EditFault::WrongKind);
    };
    room_for_one(rows, most)?;
    let id = match id {
        Some(id) if place(rows, id).is_none() => id.to_owned(),
        _ => free_id(rows),
    };
    let end = rows.len();
    rows.insert(end);
    if let Some(row) = rows.row_mut(end) {
        row.set_id(&id);
    }
    Ok(())
}

fn at_row(
    model: &mut Model,
    path: &str,
    change: impl FnOnce(&mut dyn Rows, usize, u16) -> Result<(), EditFault>,
) -> Result<(), EditFault> {
    let (rows, id) = split_last(path).ok_or(EditFault::NoSuchPlace)?;
    let (field, slot) = find_mut(model, rows).ok_or(EditFault::NoSuchPlace)?;
    let (SlotMut::Rows(rows), Kind::Rows { most }) = (slot, field.kind) else {
        return Err(EditFault::WrongKind);
    };
    let at = place(rows, id).ok_or(EditFault::NoSuchPlace)?;
    change(rows, at, most)
}

fn room_for_one(rows: &dyn Rows, most: u16) -> Result<(), EditFault> {
    if rows.len() < usize::from(most) { Ok(()) } else { Err(EditFault::TooManyRows { most }) }
}

fn within_bounds(whole: u32, field: &Field) -> Result<u32, EditFault> {
    match field.kind {
        Kind::Whole { least, most } if !(least..=most).contains(&whole) => {
            Err(EditFault::OutOfBounds { least, most })
        }
        _ => Ok(whole),
    }
}

/// Text as a field may hold it: without control and direction characters, not over its length.
pub fn fitting_text(text: &str, field: &Field) -> String {
    let most = match field.kind {
        Kind::Text { most } => usize::from(most),
        _ => 120,
    };
    text.chars().filter(|c| is_harmless(*c)).take(most).collect()
}

fn is_harmless(character: char) -> bool {
    let direction =
        matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character == '\n' || !(character.is_control() || direction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Channel;

    fn with_channel() -> Model {
        Edit::Add { rows: "channels".into(), id: None }.applied(&Model::default()).unwrap()
    }

    #[test]
    fn rows_get_ids_of_their_own() {
        let model = with_channel();
        let model = Edit::Copy { row: "channels/a".into() }.applied(&model).unwrap();
        let ids: Vec<_> = model.channels.iter().map(|channel: &Channel| channel.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        let moved = Edit::Move { row: "channels/b".into(), by: -1 }.applied(&model).unwrap();
        assert_eq!(moved.channels[0].id, "b");
        let beyond = Edit::Move { row: "channels/b".into(), by: 5 }.applied(&model).unwrap();
        assert_eq!(beyond, model);
    }

    #[test]
    fn a_put_finds_its_field_or_says_why_not() {
        let model = with_channel();
        let budget = Datum::Estimate(Estimate::guess(500));
        let changed = Edit::put("channels/a/budget", budget.clone()).applied(&model).unwrap();
        assert_eq!(changed.channels[0].budget, Estimate::guess(500));
        assert_eq!(
            Edit::put("channels/z/budget", budget.clone()).applied(&model),
            Err(EditFault::NoSuchPlace)
        );
        assert_eq!(Edit::put("about/name", budget).applied(&model), Err(EditFault::WrongKind));
        assert_eq!(
            Edit::put("about/horizon", Datum::Whole(61)).applied(&model),
            Err(EditFault::OutOfBounds { least: 12, most: 60 })
        );
    }

    #[test]
    fn a_fact_makes_its_rows() {
        let put = |path: &str, value| Edit::put(path, Datum::Fact(value)).applied(&Model::default());
        let path = "facts/months/202701/channels/b/stages/c/count";
        let model = put(path, Some(Decimal::TEN)).unwrap();
        assert_eq!(model.facts.months[0].channels[0].stages[0].count, Some(Decimal::TEN));
        assert_eq!(model.facts.by_month()[0].0, crate::model::YearMonth::new(2027, 1));
        assert_eq!(put(path, None).unwrap(), Model::default());
        for nowhere in [
            "facts/months/2027-01/cash",
            "facts/months/202701",
            "facts/else/a",
            "",
            "facts",
            "facts/months/202701/x",
        ] {
            assert!(put(nowhere, Some(Decimal::ONE)).is_err(), "{nowhere}");
        }
    }

    #[test]
    fn many_puts_are_one_change_or_none() {
        let fact = |path: &str, number| (path.to_owned(), Datum::Fact(Some(Decimal::from(number))));
        let both = vec![fact("facts/months/202701/cash", 1), fact("facts/months/202702/cash", 2)];
        let model = Edit::Many(both).applied(&Model::default()).unwrap();
        assert_eq!(
            model.facts.months.iter().map(|month| month.cash).collect::<Vec<_>>(),
            [Some(Decimal::ONE), Some(Decimal::TWO)]
        );
        let half = vec![fact("facts/months/202701/cash", 1), fact("facts/months/202702/nothing", 2)];
        assert_eq!(Edit::Many(half).applied(&Model::default()), Err(EditFault::NoSuchPlace));
    }

    #[test]
    fn text_loses_what_could_mislead_and_what_is_too_long() {
        let name = Datum::Text(format!("a\u{202e}b\u{7}{}", "x".repeat(300)));
        let changed = Edit::put("about/name", name).applied(&Model::default()).unwrap();
        assert_eq!(changed.about.name.chars().count(), 120);
        assert!(changed.about.name.starts_with("abx"));
    }
}
