//! Ids of rows: short, unique among their rows, and never a label.

use super::record::{Record, Rows, Slot, SlotMut};

/// An id no other row has: the first free of `a`, `b`, … `z`, `a1`, `b1`, …
pub fn free_id(rows: &dyn Rows) -> String {
    (0u32..).map(nth_id).find(|id| super::path::place(rows, id).is_none()).unwrap_or_default()
}

/// The id that the row at a place has by default: `a`, `b`, … `z`, `a1`, `b1`, …
pub fn nth_id(number: u32) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

/// Whether an id may stand in a path.
pub(super) fn is_fit(id: &str) -> bool {
    !id.is_empty() && id.len() <= 16 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Gives every row without an id, or with an id used before or unfit for a path, a new one.
///
/// Read from a file or a link, a document may hold anything; addresses need ids that are unique.
pub fn mend_ids(record: &mut dyn Record) {
    for slot in record.slots_mut() {
        match slot {
            SlotMut::Record(inner) => mend_ids(inner),
            SlotMut::Rows(rows) => {
                mend_row_ids(rows);
                (0..rows.len()).for_each(|at| rows.row_mut(at).into_iter().for_each(mend_ids));
            }
            _ => {}
        }
    }
}

/// The same for these rows alone, not for rows within them.
pub fn mend_row_ids(rows: &mut dyn Rows) {
    let own = (0..rows.len()).filter_map(|at| rows.row(at)).map(|row| row.id().to_owned());
    let mut ids: Vec<String> = own.collect();
    for at in 0..ids.len() {
        let (before, rest) = ids.split_at(at);
        if rest.first().is_some_and(|id| is_fit(id) && !before.contains(id)) {
            continue;
        }
        let free = (0..).map(nth_id).find(|id| !ids.contains(id)).unwrap_or_default();
        rows.row_mut(at).into_iter().for_each(|row| row.set_id(&free));
        ids.get_mut(at).into_iter().for_each(|id| id.clone_from(&free));
    }
}

/// Whether every row of the document has an id of its own.
pub fn ids_are_unique(record: &dyn Record) -> bool {
    record.slots().into_iter().all(|slot| match slot {
        Slot::Record(inner) => ids_are_unique(inner),
        Slot::Rows(rows) => (0..rows.len()).all(|at| {
            rows.row(at)
                .is_some_and(|row| super::path::place(rows, row.id()) == Some(at) && ids_are_unique(row))
        }),
        _ => true,
    })
}
