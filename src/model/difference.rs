//! What is different in two documents, place by place.

use super::Model;
use super::record::{Record, Rows, Slot, alike_slots};

/// What has become of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The row is only in the later document.
    Added,
    /// The row is only in the earlier document.
    Removed,
    /// The value is another.
    Changed,
}

/// A place that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its path: of a field that has changed, or of a row that came or went.
    pub path: String,
    /// What has become of it.
    pub change: Change,
}

/// What is no input of a plan.
const NO_INPUT: [&str; 4] = ["facts", "versions", "left_out", "payroll"];

/// The inputs in which two documents differ, in the order of the later one, rows that went last of theirs. Rows are the
/// same if they have the same id; facts are no inputs, and neither is in what order rows stand.
///
/// ```
/// use obkatka::model::{Change, Channel, Estimate, Model, differences};
/// let channel = |id: &str| Channel { id: id.into(), ..Channel::default() };
/// let before = Model { channels: vec![channel("a"), channel("b")], ..Model::default() };
/// let mut after = Model { channels: vec![channel("c"), channel("a")], ..Model::default() };
/// after.offer.price = Estimate::guess(5);
/// let found: Vec<_> = differences(&before, &after).into_iter().map(|it| (it.path, it.change)).collect();
/// let expected = [
///     ("offer/price", Change::Changed),
///     ("channels/c", Change::Added),
///     ("channels/b", Change::Removed),
/// ];
/// assert_eq!(found, expected.map(|(path, change)| (path.to_owned(), change)));
/// ```
pub fn differences(before: &Model, after: &Model) -> Vec<Difference> {
    let mut found = Vec::new();
    walk(before, after, "", &mut found);
    found.retain(|it| !NO_INPUT.contains(&it.path.split('/').next().unwrap_or_default()));
    found
}

fn walk(before: &dyn Record, after: &dyn Record, path: &str, found: &mut Vec<Difference>) {
    let slots = before.slots().into_iter().zip(after.slots());
    for (field, (one, other)) in after.fields().iter().zip(slots) {
        let path = [path, field.key].concat();
        match (one, other) {
            (Slot::Record(one), Slot::Record(other)) => walk(one, other, &(path + "/"), found),
            (Slot::Rows(one), Slot::Rows(other)) => walk_rows(one, other, &(path + "/"), found),
            _ if field.key == "id" || alike_slots(one, other) => {}
            _ => found.push(Difference { path, change: Change::Changed }),
        }
    }
}

fn walk_rows(before: &dyn Rows, after: &dyn Rows, path: &str, found: &mut Vec<Difference>) {
    let rows = |rows: &dyn Rows| (0..rows.len()).collect::<Vec<_>>();
    let at = |rows: &dyn Rows, id: &str| super::path::place(rows, id);
    for row in rows(after).into_iter().filter_map(|at| after.row(at)) {
        let path = [path, row.id()].concat();
        match at(before, row.id()).and_then(|at| before.row(at)) {
            Some(one) => walk(one, row, &(path + "/"), found),
            None => found.push(Difference { path, change: Change::Added }),
        }
    }
    for row in rows(before).into_iter().filter_map(|at| before.row(at)) {
        if at(after, row.id()).is_none() {
            found.push(Difference { path: [path, row.id()].concat(), change: Change::Removed });
        }
    }
}
