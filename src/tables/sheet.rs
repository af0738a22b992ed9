//! A table, cell by cell, with everything that it is read by.

use super::context::{ImportContext, Overrides};
use super::headings::{Heading, Lexicon, is_total};
use super::import::ColumnReading;
use super::mapping::{ChannelMatch, ColumnMapping};
use super::name_matching::channel;
use super::pace::Pace;
use super::words::{is_blank, words};
use crate::number::reading::Language;

/// Which hundredths of all reading the rows are.
const GATHER: (usize, usize) = (60, 90);

/// So many cells tell what a column holds.
const FEW: usize = 50;

/// A table with everything that it is read by.
pub(super) struct Sheet<'t> {
    pub rows: &'t [Vec<String>],
    pub context: &'t ImportContext,
    pub language: Language,
    pub overrides: &'t Overrides,
    pub lexicon: &'t Lexicon<'t>,
    /// The row of the headings.
    pub header: Option<usize>,
    /// How much of it is done in one go.
    pub pace: &'t Pace,
}

impl<'t> Sheet<'t> {
    /// A cell, empty where the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &'t str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// The first row below the headings.
    pub fn first(&self) -> usize {
        self.header.map_or(0, |row| row.saturating_add(1))
    }

    /// Cells of a column below the headings.
    pub fn cells(&self, column: usize) -> Vec<&'t str> {
        (self.first()..self.rows.len()).map(|row| self.cell(row, column)).collect()
    }

    /// The first cells of a column in which something stands, which tell what it holds.
    pub fn first_filled(&self, column: usize) -> impl Iterator<Item = &'t str> {
        self.cells(column).into_iter().filter(|cell| !is_blank(cell)).take(FEW)
    }

    /// The channel of what names none: the one that is chosen for it, or the only one that there is.
    pub fn nameless_channel(&self) -> Option<ChannelMatch> {
        let chosen = self.overrides.channels.get("").cloned();
        chosen.or_else(|| self.lexicon.channels.only()).map(ChannelMatch::Known)
    }

    /// The heading of a column; where two rows of headings stand one above the other, it may be in the upper.
    pub fn heading(&self, column: usize) -> &'t str {
        let Some(header) = self.header else { return "" };
        let (own, above) =
            (self.cell(header, column), header.checked_sub(1).map(|row| self.cell(row, column)));
        let is_role = |text: &&str| matches!(self.lexicon.heading(text), Heading::Role(_));
        if own.is_empty() { above.filter(is_role).unwrap_or_default() } else { own }
    }

    /// Rests before a row is read, if it is time to.
    pub async fn rest_before(&self, row: usize) {
        self.pace.cells(self.rows.get(row).map_or(1, Vec::len)).await;
        self.pace.reach(GATHER, row, self.rows.len());
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Whether a row says that it is a total.
    pub fn is_total(&self, row: usize, columns: &[ColumnReading]) -> bool {
        let names = |mapping: &ColumnMapping| {
            matches!(mapping, ColumnMapping::Month | ColumnMapping::Channel | ColumnMapping::Measure)
        };
        let naming = columns.iter().enumerate().filter(|(_, column)| names(&column.mapping));
        let mut cells = naming.map(|(place, _)| self.cell(row, place));
        cells.any(|cell| !cell.is_empty() && is_total(&words(cell)))
    }

    /// A channel by its name in a cell.
    pub fn channel(&self, text: &str) -> ChannelMatch {
        channel(&self.lexicon.channels, text)
    }
}
