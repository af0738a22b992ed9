//! Where in a document one is, as positions: known while its rows have no ids yet.

use super::parts::PARTS;
use crate::model::{Record, Slot, SlotMut};

/// The place of a field that a record does not have.
pub(super) const NOWHERE: usize = usize::MAX;

/// Positions of fields among their record's, of rows among theirs, and last perhaps of a part of an estimate.
pub(super) type Place = Vec<usize>;

/// The path of a place, as `channels/a/budget/low`.
pub(super) fn path(root: &dyn Record, place: &[usize]) -> String {
    let mut path = String::new();
    walk(root, place, &mut path);
    path
}

fn walk(record: &dyn Record, place: &[usize], path: &mut String) {
    let [at, inner @ ..] = place else { return };
    step(path, record.fields().get(*at).map_or("", |field| field.key));
    match (record.slots().into_iter().nth(*at), inner) {
        (Some(Slot::Record(record)), _) => walk(record, inner, path),
        (Some(Slot::Rows(rows)), [at, inner @ ..]) => {
            if let Some(row) = rows.row(*at) {
                step(path, row.id());
                walk(row, inner, path);
            }
        }
        (Some(_), [part]) => step(path, PARTS.get(*part).map_or("", |field| field.key)),
        _ => {}
    }
}

/// A path with one more step.
pub(super) fn joined(mut path: String, name: &str) -> String {
    step(&mut path, name);
    path
}

fn step(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('/');
    }
    path.push_str(name);
}

/// Gives a field what it has by default.
pub(super) fn restore(default: &dyn Record, place: &[usize], slot: SlotMut<'_>) {
    let [at, inner @ ..] = place else { return };
    match (default.slots().into_iter().nth(*at), inner) {
        (Some(default), []) => copy(default, slot),
        (Some(Slot::Record(default)), _) => restore(default, inner, slot),
        (Some(Slot::Rows(rows)), [_, inner @ ..]) => restore(&*rows.sample(), inner, slot),
        _ => {}
    }
}

fn copy(default: Slot<'_>, slot: SlotMut<'_>) {
    match (default, slot) {
        (Slot::Text(default), SlotMut::Text(own)) | (Slot::Frozen(default), SlotMut::Frozen(own)) => {
            default.clone_into(own);
        }
        (Slot::Whole(default), SlotMut::Whole(own)) | (Slot::Calendar(default), SlotMut::Calendar(own)) => {
            *own = default;
        }
        (Slot::OpenMonth(default), SlotMut::OpenMonth(own)) => *own = default,
        (Slot::Flag(default), SlotMut::Flag(own)) => *own = default,
        (Slot::Choice(default), SlotMut::Choice(own)) => own.choose(default.index()),
        (Slot::Estimate(default), SlotMut::Estimate(own)) => own.clone_from(default),
        (Slot::Optional(default), SlotMut::Optional(own)) => *own = default.cloned(),
        (Slot::Fact(default), SlotMut::Fact(own)) => *own = default,
        (Slot::Record(default), SlotMut::Record(own)) => {
            default.slots().into_iter().zip(own.slots_mut()).for_each(|(default, own)| copy(default, own));
        }
        (Slot::Rows(_), SlotMut::Rows(own)) => (0..own.len()).for_each(|_| own.shrink()),
        _ => {}
    }
}
