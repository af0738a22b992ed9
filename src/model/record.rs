//! A document that can be walked without knowing it: every record names its fields once, and
//! reading, writing, editing, checking and documenting all go by that one list.

use super::choice::Choice;
use super::estimate::Estimate;
use super::field::Field;
use crate::number::Decimal;

/// A look at the value of a field.
#[derive(Clone, Copy)]
pub enum Slot<'a> {
    /// Text.
    Text(&'a str),
    /// A whole number or a month of the plan.
    Whole(u32),
    /// A month of the plan that may be open.
    OpenMonth(Option<u32>),
    /// A calendar month as months since year 0.
    Calendar(u32),
    /// Yes or no.
    Flag(bool),
    /// One of a list.
    Choice(&'a dyn Choice),
    /// An estimate.
    Estimate(&'a Estimate),
    /// An estimate or nothing.
    Optional(Option<&'a Estimate>),
    /// A recorded number or nothing.
    Fact(Option<Decimal>),
    /// A plan as it stood, as text.
    Frozen(&'a str),
    /// A record.
    Record(&'a dyn Record),
    /// Rows.
    Rows(&'a dyn Rows),
}

/// A hand on the value of a field.
pub enum SlotMut<'a> {
    /// Text.
    Text(&'a mut String),
    /// A whole number or a month of the plan.
    Whole(&'a mut u32),
    /// A month of the plan that may be open.
    OpenMonth(&'a mut Option<u32>),
    /// A calendar month as months since year 0.
    Calendar(&'a mut u32),
    /// Yes or no.
    Flag(&'a mut bool),
    /// One of a list.
    Choice(&'a mut dyn Choice),
    /// An estimate.
    Estimate(&'a mut Estimate),
    /// An estimate or nothing.
    Optional(&'a mut Option<Estimate>),
    /// A recorded number or nothing.
    Fact(&'a mut Option<Decimal>),
    /// A plan as it stood, as text.
    Frozen(&'a mut String),
    /// A record.
    Record(&'a mut dyn Record),
    /// Rows.
    Rows(&'a mut dyn Rows),
}

impl SlotMut<'_> {
    /// The same hand, for a while.
    pub fn reborrow(&mut self) -> SlotMut<'_> {
        match self {
            SlotMut::Text(own) => SlotMut::Text(own),
            SlotMut::Whole(own) => SlotMut::Whole(own),
            SlotMut::OpenMonth(own) => SlotMut::OpenMonth(own),
            SlotMut::Calendar(own) => SlotMut::Calendar(own),
            SlotMut::Flag(own) => SlotMut::Flag(own),
            SlotMut::Choice(own) => SlotMut::Choice(&mut **own),
            SlotMut::Estimate(own) => SlotMut::Estimate(own),
            SlotMut::Optional(own) => SlotMut::Optional(own),
            SlotMut::Fact(own) => SlotMut::Fact(own),
            SlotMut::Frozen(own) => SlotMut::Frozen(own),
            SlotMut::Record(own) => SlotMut::Record(&mut **own),
            SlotMut::Rows(own) => SlotMut::Rows(&mut **own),
        }
    }
}

/// A set of named fields.
pub trait Record {
    /// The fields, in the order of [`Record::slots`].
    fn fields(&self) -> &'static [Field];
    /// The values.
    fn slots(&self) -> Vec<Slot<'_>>;
    /// The values, to change.
    fn slots_mut(&mut self) -> Vec<SlotMut<'_>>;
    /// The stable id of a row; empty for a record that is no row.
    fn id(&self) -> &str {
        match self.slots().first() {
            Some(Slot::Text(id)) if self.fields().first().is_some_and(|field| field.key == "id") => id,
            _ => "",
        }
    }
    /// Gives a row its id. Without effect on a record that is no row.
    fn set_id(&mut self, id: &str) {
        if self.fields().first().is_some_and(|field| field.key == "id")
            && let Some(SlotMut::Text(own)) = self.slots_mut().into_iter().next()
        {
            id.clone_into(own);
        }
    }
}

/// Rows of one kind of record, in the user's order.
#[allow(
    clippy::len_without_is_empty,
    reason = "it stands beside the trait, with all that needs no kind of row"
)]
pub trait Rows {
    /// How many.
    fn len(&self) -> usize;
    /// The row at a place.
    fn row(&self, at: usize) -> Option<&dyn Record>;
    /// The row at a place, to change.
    fn row_mut(&mut self, at: usize) -> Option<&mut dyn Record>;
    /// Appends a row of defaults.
    fn grow(&mut self);
    /// Appends a copy of a row; no effect where there is no such row.
    fn grow_by(&mut self, at: usize);
    /// Takes the last row out.
    fn shrink(&mut self);
    /// Exchanges two rows that there are.
    fn swap(&mut self, one: usize, other: usize);
    /// A row of defaults to compare with or to document.
    fn sample(&self) -> Box<dyn Record>;
}

// Not in the trait: there every kind of row would carry these again.
impl dyn Rows + '_ {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Inserts a row of defaults; at the end if the place is beyond it.
    pub fn insert(&mut self, at: usize) {
        self.grow();
        self.shift(self.len() - 1, at.min(self.len() - 1));
    }

    /// Puts a copy of a row after it.
    pub fn copy(&mut self, at: usize) {
        if at < self.len() {
            self.grow_by(at);
            self.shift(self.len() - 1, at + 1);
        }
    }

    /// Takes a row out.
    pub fn remove(&mut self, at: usize) {
        if at < self.len() {
            self.shift(at, self.len() - 1);
            self.shrink();
        }
    }

    /// Moves a row; without effect where either place does not exist.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from >= self.len() || to >= self.len() {
            return;
        }
        (from..to).for_each(|at| self.swap(at, at + 1));
        (to..from).rev().for_each(|at| self.swap(at, at + 1));
    }
}

impl<T: Record + Default + Clone + 'static> Rows for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }
    fn row(&self, at: usize) -> Option<&dyn Record> {
        self.get(at).map(|row| row as &dyn Record)
    }
    fn row_mut(&mut self, at: usize) -> Option<&mut dyn Record> {
        self.get_mut(at).map(|row| row as &mut dyn Record)
    }
    fn grow(&mut self) {
        self.push(T::default());
    }
    fn grow_by(&mut self, at: usize) {
        if let Some(row) = self.get(at).cloned() {
            self.push(row);
        }
    }
    fn shrink(&mut self) {
        self.pop();
    }
    fn swap(&mut self, one: usize, other: usize) {
        if one.max(other) < self.len() {
            self.as_mut_slice().swap(one, other);
        }
    }
    fn sample(&self) -> Box<dyn Record> {
        Box::new(T::default())
    }
}

/// Whether two records of one kind hold the same. One walk for all kinds, in place of a comparison each.
pub fn alike(one: &dyn Record, other: &dyn Record) -> bool {
    one.slots().into_iter().zip(other.slots()).all(|(a, b)| alike_slots(a, b))
}

/// Whether two values of one field are the same.
pub fn alike_slots(one: Slot<'_>, other: Slot<'_>) -> bool {
    match (one, other) {
        (Slot::Text(a), Slot::Text(b)) | (Slot::Frozen(a), Slot::Frozen(b)) => a == b,
        (Slot::Whole(a), Slot::Whole(b)) | (Slot::Calendar(a), Slot::Calendar(b)) => a == b,
        (Slot::OpenMonth(a), Slot::OpenMonth(b)) => a == b,
        (Slot::Flag(a), Slot::Flag(b)) => a == b,
        (Slot::Choice(a), Slot::Choice(b)) => a.index() == b.index(),
        (Slot::Estimate(a), Slot::Estimate(b)) => a == b,
        (Slot::Optional(a), Slot::Optional(b)) => a == b,
        (Slot::Fact(a), Slot::Fact(b)) => a == b,
        (Slot::Record(a), Slot::Record(b)) => alike(a, b),
        (Slot::Rows(a), Slot::Rows(b)) => {
            let pair = |at: usize| a.row(at).zip(b.row(at)).is_some_and(|(a, b)| alike(a, b));
            a.len() == b.len() && (0..a.len()).all(pair)
        }
        _ => false,
    }
}

/// A value that can stand in a field.
pub trait Value {
    /// A look at it.
    fn slot(&self) -> Slot<'_>;
    /// A hand on it.
    fn slot_mut(&mut self) -> SlotMut<'_>;
}

macro_rules! value {
    ($($type:ty: $look:expr, $hand:expr;)+) => { $(
        impl Value for $type {
            fn slot(&self) -> Slot<'_> { ($look as fn(&$type) -> Slot<'_>)(self) }
            fn slot_mut(&mut self) -> SlotMut<'_> { ($hand as fn(&mut $type) -> SlotMut<'_>)(self) }
        }
    )+ };
}

value! {
    String: |text| Slot::Text(text), |text| SlotMut::Text(text);
    u32: |whole| Slot::Whole(*whole), |whole| SlotMut::Whole(whole);
    Option<u32>: |month| Slot::OpenMonth(*month), |month| SlotMut::OpenMonth(month);
    bool: |flag| Slot::Flag(*flag), |flag| SlotMut::Flag(flag);
    Estimate: |estimate| Slot::Estimate(estimate), |estimate| SlotMut::Estimate(estimate);
    Option<Estimate>: |estimate| Slot::Optional(estimate.as_ref()), |estimate| SlotMut::Optional(estimate);
}

impl<T: Choice> Value for T {
    fn slot(&self) -> Slot<'_> {
        Slot::Choice(self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Choice(self)
    }
}

impl<T: Record + Default + Clone + 'static> Value for Vec<T> {
    fn slot(&self) -> Slot<'_> {
        Slot::Rows(self)
    }
    fn slot_mut(&mut self) -> SlotMut<'_> {
        SlotMut::Rows(self)
    }
}

/// Declares a record: its struct, its defaults and the one list of its fields.
macro_rules! record {
    ($(#[doc = $about:literal])+ pub struct $name:ident {
        $( $(#[doc = $doc:literal])+ $number:literal $field:ident : $type:ty = $kind:expr, $default:expr; )+
    }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug)]
        pub struct $name { $( $(#[doc = $doc])+ pub $field: $type, )+ }

        impl Default for $name {
            fn default() -> Self { Self { $( $field: $default, )+ } }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool { $crate::model::record::alike(self, other) }
        }

        impl $crate::model::record::Record for $name {
            fn fields(&self) -> &'static [$crate::model::field::Field] {
                #[allow(unused_imports)]
                use $crate::model::field::{Field, Kind, Measure};
                const { &[$( Field {
                    key: stringify!($field),
                    number: $number,
                    kind: $kind,
                    about: if cfg!(target_arch = "wasm32") { "" } else { concat!($($doc),+) },
                }, )+] }
            }
            fn slots(&self) -> Vec<$crate::model::record::Slot<'_>> {
                use $crate::model::record::Value;
                vec![$( self.$field.slot(), )+]
            }
            fn slots_mut(&mut self) -> Vec<$crate::model::record::SlotMut<'_>> {
                use $crate::model::record::Value;
                vec![$( self.$field.slot_mut(), )+]
            }
        }

        impl $crate::model::record::Value for $name {
            fn slot(&self) -> $crate::model::record::Slot<'_> {
                $crate::model::record::Slot::Record(self)
            }
            fn slot_mut(&mut self) -> $crate::model::record::SlotMut<'_> {
                $crate::model::record::SlotMut::Record(self)
            }
        }
    };
}

pub(super) use record;
