//! Attainments as the sections show them.

use crate::number::{Decimal, Exact, Share};

/// So many per cent.
pub fn percent(percent: u32) -> Share<Exact> {
    Share(Exact::Value(hundredths(percent)))
}

/// So many hundredths.
pub fn hundredths(percent: u32) -> Decimal {
    Decimal::new(i64::from(percent), 2)
}

/// Whether an attainment stands in a table: the near side of a jump would read as the jump itself.
pub fn is_told(attainment: Share<Exact>) -> bool {
    attainment.0.decimal().is_ok_and(|attainment| attainment.normalize().scale() <= 4)
}
