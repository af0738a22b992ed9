//! What the figures of a table by months look like, where nothing in it names them: channels down, months across.

use super::currencies;
use super::formats::NumberFormat;
use super::import::ColumnReading;
use super::mapping::ColumnMapping;
use super::numbers::number;
use super::sheet::Sheet;
use super::words::is_blank;
use crate::model::{ChannelFact, Fact};
use crate::number::Decimal;

/// Figures from here on are rather money than leads of a channel in a month.
const MONEY: u32 = 10_000;

impl Sheet<'_> {
    /// What the reader chose; else money spent, if anything shows that they are money, or leads. Nothing,
    /// unless the table gives the month and the channel of every figure.
    pub async fn assumed(&self, columns: &[ColumnReading]) -> Option<Fact> {
        let open: Vec<usize> = (0..columns.len()).filter(|&place| self.is_open(columns, place)).collect();
        if open.is_empty() || !self.are_placed(columns) {
            return None;
        }
        if let Some(asked) = &self.overrides.figure {
            return Some(asked.clone());
        }
        for row in (self.first()..self.rows.len()).filter(|&row| !self.is_total(row, columns)) {
            self.pace.cells(open.len()).await;
            let mut cells = open.iter().map(|&place| self.cell(row, place));
            if cells.any(|cell| !is_blank(cell) && looks_like_money(cell)) {
                return Some(Fact::Channel(ChannelFact::Spend));
            }
        }
        Some(Fact::Channel(ChannelFact::Leads))
    }

    fn is_open(&self, columns: &[ColumnReading], place: usize) -> bool {
        let mapping = columns.get(place).map(|column| &column.mapping);
        !self.overrides.columns.contains_key(&place)
            && matches!(mapping, Some(ColumnMapping::Values { fact: None, .. }))
    }

    /// Whether every figure has its month and its channel, and no heading names a figure.
    fn are_placed(&self, columns: &[ColumnReading]) -> bool {
        let has = |mapping: &ColumnMapping| columns.iter().any(|column| column.mapping == *mapping);
        let (months, channels) = (has(&ColumnMapping::Month), has(&ColumnMapping::Channel));
        let mut own = columns.iter().enumerate();
        own.all(|(place, column)| match &column.mapping {
            _ if self.overrides.columns.contains_key(&place) => true,
            ColumnMapping::Values { fact: Some(_), .. } => false,
            ColumnMapping::Values { month, channel, .. } => {
                (months || month.is_some()) && (channels || channel.is_some())
            }
            _ => true,
        })
    }
}

/// A sign of money, a fraction, or more than leads would be.
fn looks_like_money(cell: &str) -> bool {
    let read = NumberFormat::ALL.into_iter().filter_map(|format| number(cell, format).ok());
    let values: Vec<Decimal> = read.collect();
    let is_count = |value: &Decimal| value.is_integer() && *value < Decimal::from(MONEY);
    currencies::is_money(cell) || (!values.is_empty() && !values.iter().any(is_count))
}
