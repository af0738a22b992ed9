//! Facts as they are found, of each month and channel one.

use super::formats::BadReason;
use super::import::{
    BadCell, BadPlace, ColumnReading, Import, Note, ReadCell, RowReading, TableShape, Unmatched,
};
use super::mapping::ChannelMatch;
use crate::model::{Fact, YearMonth};
use crate::number::Decimal;
use std::collections::BTreeMap;

/// What a figure is of.
pub(super) type Key = (YearMonth, Option<ChannelMatch>, Fact);

/// What has been read so far.
#[derive(Default)]
pub(super) struct ImportBuilder {
    pub columns: Vec<ColumnReading>,
    pub rows: Vec<RowReading>,
    pub figure: Option<Fact>,
    pub cells: Vec<ReadCell>,
    pub block: Vec<Vec<Option<Decimal>>>,
    pub notes: Vec<Note>,
    pub new_stages: Vec<Unmatched>,
    bad: Vec<BadCell>,
    /// Places in `cells`.
    known: BTreeMap<Key, usize>,
}

impl ImportBuilder {
    pub fn new(columns: Vec<ColumnReading>) -> Self {
        Self { columns, ..Self::default() }
    }

    /// A cell of a column was read.
    pub fn count_read(&mut self, column: usize) {
        self.count(column, |column| &mut column.read);
    }

    /// A cell says that nothing was recorded.
    pub fn count_blank(&mut self, column: usize) {
        self.count(column, |column| &mut column.blank);
    }

    /// A cell could not be read.
    pub fn reject(&mut self, row: usize, column: usize, raw: &str, reason: BadReason) {
        self.count(column, |column| &mut column.bad);
        self.bad.push(BadCell { row, column, raw: raw.to_owned(), reason, place: None });
    }

    /// Says where the figure of the last such cell would have gone.
    pub fn place_rejected(&mut self, place: BadPlace) {
        if let Some(last) = self.bad.last_mut() {
            last.place = Some(place);
        }
    }

    fn count(&mut self, column: usize, of: fn(&mut ColumnReading) -> &mut usize) {
        if let Some(count) = self.columns.get_mut(column).map(of) {
            *count = count.saturating_add(1);
        }
    }

    /// Keeps a figure, unless the same stands elsewhere. What is of the whole business may be repeated beside every
    /// channel.
    pub fn add(&mut self, row: usize, column: usize, raw: &str, key: Key, value: Decimal) {
        let kept = self.known.get(&key).and_then(|&place| self.cells.get(place));
        match kept {
            Some(kept) if key.1.is_none() && kept.value == value => self.count_read(column),
            Some(kept) => {
                let reason = BadReason::Conflict { row: kept.row, column: kept.column };
                self.reject(row, column, raw, reason);
            }
            None => {
                self.known.insert(key.clone(), self.cells.len());
                let (month, channel, fact) = key;
                self.cells.push(ReadCell { row, column, month, channel, fact, value, raw: raw.to_owned() });
                self.count_read(column);
            }
        }
    }

    /// Everything together.
    pub fn import(self, shape: TableShape, header: Option<usize>, table: Vec<Vec<String>>) -> Import {
        let mut months: Vec<YearMonth> = self.cells.iter().map(|cell| cell.month).collect();
        months.sort_unstable();
        months.dedup();
        let new_channels = new_channels(&self.cells);
        let Self { columns, rows, figure, cells, block, notes, new_stages, bad, .. } = self;
        Import {
            shape,
            table,
            header,
            columns,
            rows,
            figure,
            cells,
            block,
            bad,
            months,
            notes,
            new_channels,
            new_stages,
        }
    }
}

/// Names of channels that the plan does not have, as they come first.
fn new_channels(cells: &[ReadCell]) -> Vec<Unmatched> {
    let named = cells.iter().filter_map(|cell| match &cell.channel {
        Some(ChannelMatch::New(name)) => Some((name, cell.row)),
        _ => None,
    });
    let mut places: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
    for (order, (name, row)) in named.enumerate() {
        places.entry(name).or_insert((order, Vec::new())).1.push(row);
    }
    let mut found: Vec<_> = places.into_iter().collect();
    found.sort_by_key(|(_, (order, _))| *order);
    let unmatched = found.into_iter().map(|(name, (_, mut rows))| {
        rows.sort_unstable();
        rows.dedup();
        Unmatched { name: name.to_owned(), rows: rows.len() }
    });
    unmatched.collect()
}
