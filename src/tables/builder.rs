//! Facts as they are found, of each month and channel one.

use super::formats::BadReason;
use super::import::{
    BadCell, BadPlace, ColumnReading, Import, Note, ReadCell, RowCounts, RowReading, TableShape, Unmatched,
};
use super::mapping::ChannelMatch;
use crate::model::{BusinessFact, Fact, Measure, YearMonth};
use crate::number::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a figure is of.
pub(super) type Key = (YearMonth, Option<ChannelMatch>, Fact);

/// A figure as it stands in a table.
pub(super) struct Figure<'t> {
    pub row: usize,
    pub column: usize,
    pub raw: &'t str,
    pub value: Decimal,
    /// Which part of its month and channel it is: the day, the campaign, the column of a week.
    pub part: String,
}

/// A figure that was kept.
struct Kept {
    /// Its place in `cells`.
    place: usize,
    parts: BTreeSet<String>,
}

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
    /// Of several rows of one month the first counts, as the reader wants it.
    pub first_only: bool,
    /// Facts of the whole business stand beside every channel.
    pub beside_channels: bool,
    /// Rows or figures that name no channel, where no column does: asked once for all.
    pub nameless: usize,
    bad: Vec<BadCell>,
    known: BTreeMap<Key, Kept>,
    row_counts: RowCounts,
    /// Figures taken so far.
    taken: usize,
    /// Figures taken and cells refused before the row that is being read.
    before_row: (usize, usize),
}

impl ImportBuilder {
    pub fn new(columns: Vec<ColumnReading>) -> Self {
        Self { columns, ..Self::default() }
    }

    /// A row is about to be read.
    pub fn begin_row(&mut self) {
        self.before_row = (self.taken, self.bad.len());
    }

    /// A row has been read; `is_empty` if nothing in it could have been a figure.
    pub fn end_row(&mut self, is_empty: bool) {
        let (taken, bad) = self.before_row;
        let counts = &mut self.row_counts;
        let count = match () {
            () if self.bad.len() > bad => &mut counts.bad,
            () if self.taken > taken => &mut counts.read,
            () if is_empty => &mut counts.blank,
            () => &mut counts.left_out,
        };
        *count = count.saturating_add(1);
    }

    /// A figure was taken of a column.
    pub fn count_taken(&mut self, column: usize) {
        self.take_row();
        self.count_read(column);
    }

    /// Something was taken of the row that is being read.
    pub fn take_row(&mut self) {
        self.taken = self.taken.saturating_add(1);
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

    /// Keeps a figure, or adds it to the others of its month and channel, if it is another part of them. What says the
    /// same once more is a conflict; what is of the whole business may be repeated beside every channel.
    pub fn add(&mut self, figure: Figure<'_>, key: Key) {
        let Some(kept) = self.known.get_mut(&key) else { return self.keep(figure, key) };
        let Some(cell) = self.cells.get_mut(kept.place) else { return };
        let is_part = !self.first_only && adds_up(&key.2) && !kept.parts.contains(&figure.part);
        let is_beside = key.1.is_none() && (self.beside_channels || !is_part);
        let sum = cell.value.checked_add(figure.value).filter(|_| is_part && !is_beside);
        match sum {
            Some(sum) => {
                cell.value = sum.normalize();
                cell.raw.clear();
                cell.parts = cell.parts.saturating_add(1);
                kept.parts.insert(figure.part);
                self.count_taken(figure.column);
            }
            None if is_beside && cell.value == figure.value => self.count_taken(figure.column),
            None => {
                let reason = BadReason::Conflict { row: cell.row, column: cell.column };
                self.reject(figure.row, figure.column, figure.raw, reason);
            }
        }
    }

    fn keep(&mut self, figure: Figure<'_>, key: Key) {
        let kept = Kept { place: self.cells.len(), parts: [figure.part].into() };
        self.known.insert(key.clone(), kept);
        let Figure { row, column, raw, value, .. } = figure;
        let (month, channel, fact) = key;
        self.cells.push(ReadCell { row, column, month, channel, fact, value, raw: raw.to_owned(), parts: 1 });
        self.count_taken(column);
    }

    /// A note on what was added up, if anything was.
    pub fn added_up(&self) -> Option<Note> {
        let sums = self.cells.iter().filter(|cell| cell.parts > 1);
        let (cells, figures) = sums.fold((0_usize, 0_usize), |(cells, figures), cell| {
            (cells.saturating_add(cell.parts), figures.saturating_add(1))
        });
        (figures > 0).then_some(Note::AddedUp { cells, figures })
    }

    /// Everything together.
    pub fn import(self, shape: TableShape, header: Option<usize>, table: Vec<Vec<String>>) -> Import {
        let mut months: Vec<YearMonth> = self.cells.iter().map(|cell| cell.month).collect();
        months.sort_unstable();
        months.dedup();
        let mut new_channels = new_channels(&self.cells);
        if self.nameless > 0 {
            new_channels.insert(0, Unmatched { name: String::new(), rows: self.nameless });
        }
        let Self { columns, rows, figure, cells, block, notes, new_stages, bad, row_counts, .. } = self;
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
            row_counts,
            months,
            notes,
            new_channels,
            new_stages,
        }
    }
}

/// Whether the parts of a month make its figure together: not so what stands at its end, or is an average.
pub(super) fn adds_up(fact: &Fact) -> bool {
    matches!(fact.measure(), Measure::Money | Measure::Count) && *fact != Fact::Business(BusinessFact::Active)
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
