//! The parts of an estimate.

use crate::model::{Basis, Field, Kind, Measure};

/// Places of parts among [`PARTS`].
pub(super) const VALUE: usize = 0;
pub(super) const BASIS: usize = 1;
pub(super) const SOURCE: usize = 2;
pub(super) const LOW: usize = 3;
pub(super) const HIGH: usize = 4;

/// The parts, in the order of the short form.
pub(super) static PARTS: [Field; 5] = {
    const fn part(key: &'static str, kind: Kind) -> Field {
        Field { key, number: 0, kind, about: "" }
    }
    let number = Kind::Fact(Measure::Plain);
    [
        part("value", number),
        part("basis", Kind::Choice(Basis::NAMES)),
        part("source", Kind::Text { most: 1000 }),
        part("low", number),
        part("high", number),
    ]
};
