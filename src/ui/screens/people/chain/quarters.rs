//! What the quarters of a plan are called.

use crate::model::months_of_quarter;
use crate::text::{Filling, Show, Word};

/// What a quarter is called: its first and its last month.
pub fn quarter_name(show: &Show<'_>, quarter: usize) -> String {
    let months = months_of_quarter(quarter);
    let from = show.digits.month(show.language, show.start.later(months.start), false);
    let to = show.month(months.end.saturating_sub(1));
    show.phrase(Word::CHAIN_QUARTER, &[("first", Filling::Text(&from)), ("last", Filling::Text(&to))])
}
