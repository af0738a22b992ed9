//! What is not recorded, in a line.

use super::{Filling, Show, Word, fact_name};
use crate::evidence::Completeness;
use crate::model::Model;

/// How many kinds of figures are named.
const NAMED: usize = 3;

/// What is missing and needed most, in one line; nothing where nothing is missing.
pub fn missing_text(show: &Show<'_>, model: &Model, complete: &Completeness) -> Option<String> {
    let name = |(cell, count): (crate::evidence::FactCell, usize)| {
        let name = fact_name(show, model, &cell.place(model, 0)?.fact);
        let count = count.to_string();
        let texts = [("name", Filling::Text(&name)), ("n", Filling::Text(&count))];
        Some(show.phrase(Word::RECORD_NEEDED_ONE, &texts))
    };
    let names: Vec<_> = complete.most_needed(NAMED).into_iter().filter_map(name).collect();
    let names = (!names.is_empty()).then(|| names.join(", "))?;
    Some(show.phrase(Word::RECORD_NEEDED, &[("names", Filling::Text(&names))]))
}
