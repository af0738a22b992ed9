//! The answer to "when?" and "how many?" where it may not happen at all.

use crate::number::Undefined;

/// The answer to "when?" where it may not happen at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reached<T> {
    /// It happens then.
    At(T),
    /// Not as far as one looks.
    NotWithinHorizon,
    /// However long one waits.
    Never,
    /// Cannot be told, with the reason.
    Unknown(Undefined),
}

impl<T> Reached<T> {
    /// The same answer in another form.
    pub fn map<U>(self, form: impl FnOnce(T) -> U) -> Reached<U> {
        match self {
            Reached::At(value) => Reached::At(form(value)),
            Reached::NotWithinHorizon => Reached::NotWithinHorizon,
            Reached::Never => Reached::Never,
            Reached::Unknown(reason) => Reached::Unknown(reason),
        }
    }

    /// The value, where there is one.
    pub fn at(self) -> Option<T> {
        match self {
            Reached::At(value) => Some(value),
            _ => None,
        }
    }
}
