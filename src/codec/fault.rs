//! What was wrong in one place of a document that was read all the same, and why a text opens as none.

/// One place that could not be taken as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Path of the field in the document, as `channels/a/budget`; a part of an estimate is one step
    /// further, as `channels/a/budget/low`.
    pub path: String,
    /// What did not fit.
    pub reason: Misfit,
}

/// Why a value does not fit its field. Unless told otherwise the field keeps its default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Another type of value belongs here: text, number, list.
    WrongType,
    /// Text that is no number.
    NotANumber,
    /// More than 28 digits: it could not be kept exactly.
    TooManyDigits,
    /// Outside the bounds; the nearer bound was taken.
    OutOfBounds {
        /// Lower bound.
        least: u32,
        /// Upper bound.
        most: u32,
    },
    /// Not one of the names that the field knows.
    UnknownChoice,
    /// No month as `YYYY-MM`.
    NoMonth,
    /// More text than the field holds; the rest was cut.
    TooMuchText {
        /// Characters that it holds.
        most: u16,
    },
    /// More rows than the field holds; the rest was left out.
    TooManyRows {
        /// Rows that it holds.
        most: u16,
    },
    /// A row's id is used twice or cannot stand in a path; the row has a new one.
    UnfitId,
    /// A range with one bound: it was left out.
    HalfRange,
    /// Something that must be there is not.
    Missing,
    /// No field has this key; it was passed over.
    UnknownKey {
        /// The field that may have been meant.
        nearest: Option<&'static str>,
    },
}

impl Misfit {
    /// The name that scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Misfit::WrongType => "wrong_type",
            Misfit::NotANumber => "not_a_number",
            Misfit::TooManyDigits => "too_many_digits",
            Misfit::OutOfBounds { .. } => "out_of_bounds",
            Misfit::UnknownChoice => "unknown_choice",
            Misfit::NoMonth => "no_month",
            Misfit::TooMuchText { .. } => "too_much_text",
            Misfit::TooManyRows { .. } => "too_many_rows",
            Misfit::UnfitId => "unfit_id",
            Misfit::HalfRange => "half_range",
            Misfit::Missing => "missing",
            Misfit::UnknownKey { .. } => "unknown_key",
        }
    }
}

/// Why a text opens as no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is no link in it.
    NotALink,
    /// The end is missing.
    Cut {
        /// Characters that arrived.
        got: usize,
        /// Characters that were sent.
        want: usize,
    },
    /// Characters are not those that were sent.
    Damaged,
    /// Longer, or unpacked larger, than any link of this program.
    TooLong,
    /// Made by a newer version of this program.
    TooNew {
        /// That version, where the link says so.
        made_with: String,
    },
    /// Undamaged, but not what a link holds.
    Invalid(Fault),
}
