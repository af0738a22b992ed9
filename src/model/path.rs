//! Addresses within a document: keys of fields and ids of rows, joined by slashes, as
//! `channels/c1/budget`. The same address serves edits, issues, explanations and the screen.

use super::estimate::Estimate;
use super::field::Field;
use super::record::{Record, Rows, Slot, SlotMut};

/// The field at a path, with a look at its value.
pub fn find<'a>(root: &'a dyn Record, path: &str) -> Option<(&'static Field, Slot<'a>)> {
    let (key, rest) = head(path);
    let at = root.fields().iter().position(|field| field.key == key)?;
    let (field, slot) = (root.fields().get(at)?, root.slots().into_iter().nth(at)?);
    let Some(rest) = rest else {
        return Some((field, slot));
    };
    match slot {
        Slot::Record(record) => find(record, rest),
        Slot::Rows(rows) => {
            let (id, rest) = head(rest);
            let row = rows.row(place(rows, id)?)?;
            rest.map_or(Some((field, Slot::Record(row))), |rest| find(row, rest))
        }
        _ => None,
    }
}

/// The same, with a hand on the value.
pub fn find_mut<'a>(root: &'a mut dyn Record, path: &str) -> Option<(&'static Field, SlotMut<'a>)> {
    let (key, rest) = head(path);
    let at = root.fields().iter().position(|field| field.key == key)?;
    let field = root.fields().get(at)?;
    let slot = root.slots_mut().into_iter().nth(at)?;
    let Some(rest) = rest else {
        return Some((field, slot));
    };
    match slot {
        SlotMut::Record(record) => find_mut(record, rest),
        SlotMut::Rows(rows) => {
            let (id, rest) = head(rest);
            let at = place(rows, id)?;
            let row = rows.row_mut(at)?;
            match rest {
                None => Some((field, SlotMut::Record(row))),
                Some(rest) => find_mut(row, rest),
            }
        }
        _ => None,
    }
}

/// The place of the row with an id.
pub(super) fn place(rows: &dyn Rows, id: &str) -> Option<usize> {
    (0..rows.len()).find(|at| rows.row(*at).is_some_and(|row| row.id() == id))
}

/// Splits the last step off a path: `channels/c1` gives `channels` and `c1`.
pub(super) fn split_last(path: &str) -> Option<(&str, &str)> {
    path.rsplit_once('/')
}

/// Calls `visit` with the path, the field and the value of every estimate that is there.
pub fn for_each_estimate(root: &dyn Record, visit: &mut dyn FnMut(&str, &'static Field, &Estimate)) {
    walk(root, &mut String::new(), visit);
}

fn walk(record: &dyn Record, path: &mut String, visit: &mut dyn FnMut(&str, &'static Field, &Estimate)) {
    let before = path.len();
    for (field, slot) in record.fields().iter().zip(record.slots()) {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(field.key);
        match slot {
            Slot::Estimate(estimate) | Slot::Optional(Some(estimate)) => visit(path, field, estimate),
            Slot::Record(inner) => walk(inner, path, visit),
            Slot::Rows(rows) => walk_rows(rows, path, visit),
            _ => {}
        }
        path.truncate(before);
    }
}

fn walk_rows(rows: &dyn Rows, path: &mut String, visit: &mut dyn FnMut(&str, &'static Field, &Estimate)) {
    let before = path.len();
    for row in (0..rows.len()).filter_map(|at| rows.row(at)) {
        path.push('/');
        path.push_str(row.id());
        walk(row, path, visit);
        path.truncate(before);
    }
}

fn head(path: &str) -> (&str, Option<&str>) {
    path.split_once('/').map_or((path, None), |(key, rest)| (key, Some(rest)))
}
